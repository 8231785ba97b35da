"""Dialogs without a name."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import called, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed dialog: does it have an accessible name?"""
    for number in subject.semantics.with_role("dialog", "alertdialog"):
        if subject.semantics.name(number):
            yield PASSED
        else:
            what = called(subject, number)
            yield verdict(subject, number, Outcome.FAILED, about=what, what=what)
