"""Image buttons without a name."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if
from a11yaudit.model.outcome import Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed `input type=image`: does it have a name of its own?"""
    semantics, page = subject.semantics, subject.page
    for number in page.numbers("input"):
        if (page.attribute(number, "type") or "").strip().lower() == "image" and semantics.included(number):
            yield failed_if(subject, number, not semantics.name(number))
