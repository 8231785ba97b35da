"""Controls inside controls."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import verdict
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict
from a11yaudit.semantics.aria import facts


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each element whose children assistive technology does not get: is nothing in it in the Tab order?"""
    semantics, page = subject.semantics, subject.page
    leaves = facts().leaves
    for number in sorted({*page.numbers("button", "hr", "meter", "option", "progress"), *semantics.roles.written(leaves)}):
        if semantics.hidden(number) or semantics.role(number) not in leaves:
            continue
        reached = semantics.tabbable_inside(number)
        if reached is None:
            yield PASSED
        else:
            related = (Related("What the keyboard reaches", page.location(reached)),)
            yield verdict(subject, number, Outcome.FAILED, related=related, role=semantics.role(number))
