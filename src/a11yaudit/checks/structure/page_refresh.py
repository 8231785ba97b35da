"""Pages that reload or leave by themselves."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if
from a11yaudit.model.outcome import Verdict

_REFRESH = re.compile(r"[ \t\n\f\r]*(?:([0-9]{1,9})[0-9.]*|\.[0-9.]*)(?:$|[ \t\n\f\r;,])")


class Params(NamedTuple):
    """Which delays are a fault."""

    seconds: float
    """The delay up to which a page is in a hurry."""
    late: bool
    """Whether the rule is about the longer delays instead."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The first `<meta http-equiv="refresh">` that a browser obeys: is it immediate, or is its delay no fault?"""
    page = subject.page
    for number in subject.semantics.having("http-equiv"):
        if page.flat.names[number] != "meta" or (page.attribute(number, "http-equiv") or "").strip().lower() != "refresh":
            continue
        match = _REFRESH.match(page.attribute(number, "content") or "")
        if match:
            seconds = int(match[1] or 0)
            wrong = seconds > params.seconds if params.late else 0 < seconds <= params.seconds
            yield failed_if(subject, number, wrong, about="refresh", seconds=seconds)
            return
