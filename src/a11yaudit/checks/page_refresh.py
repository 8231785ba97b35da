"""Pages that reload or leave by themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict

_SECONDS = re.compile(r"\s*(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Params:
    """The exception."""

    hours: float
    """A delay of more than this is no hurry."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The first `<meta http-equiv="refresh">` with a time: is it immediate, or very late?"""
    page = subject.page
    for number in page.numbers("meta"):
        match = _SECONDS.match(page.attribute(number, "content") or "")
        if (page.attribute(number, "http-equiv") or "").strip().lower() == "refresh" and match:
            seconds = int(match[1])
            fine = seconds == 0 or seconds > params.hours * 3600
            yield Verdict(Outcome.PASSED if fine else Outcome.FAILED, page.location(number), {"seconds": seconds}, "refresh")
            return
