"""Summaries of details that say nothing."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if
from a11yaudit.model.outcome import Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed summary of a `details`: does it have a name?"""
    semantics = subject.semantics
    for number in subject.page.numbers("summary"):
        if semantics.summary(number) and semantics.included(number) and semantics.role(number) is None:
            yield failed_if(subject, number, not semantics.name(number))
