"""Elements that are marked as decoration and exposed all the same."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if
from a11yaudit.model.outcome import Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each element marked as decoration: does nothing take that back?"""
    semantics = subject.semantics
    marked = filter(semantics.roles.decorative, {*semantics.having("role"), *subject.page.numbers("img")})
    for number in sorted(marked):
        yield failed_if(subject, number, not semantics.hidden(number) and semantics.roles.conflict(number))
