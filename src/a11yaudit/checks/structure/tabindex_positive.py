"""Elements that jump the queue of the Tab key."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import called, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each element with a `tabindex` that the Tab key reaches: does it leave the order to the page?"""
    semantics = subject.semantics
    for number in semantics.having("tabindex"):
        index = semantics.focus.tabindex(number)
        if index is None or not semantics.focus.tabbable(number):
            continue
        if index <= 0:
            yield PASSED
        else:
            what = called(subject, number)
            yield verdict(subject, number, Outcome.FAILED, about=what, what=what, tabindex=index)
