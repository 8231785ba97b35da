"""Embedded things without a name."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if
from a11yaudit.model.outcome import Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed `embed` with a resource: does it have a name?"""
    semantics = subject.semantics
    for number in subject.page.numbers("embed"):
        if subject.page.attribute(number, "src") and semantics.included(number):
            yield failed_if(subject, number, not semantics.name(number))
