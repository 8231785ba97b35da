"""Role attributes that name no role."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if, shown
from a11yaudit.model.outcome import Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each `role` that is not blank on an element that is not hidden: is one of its words a role?"""
    semantics = subject.semantics
    for number in semantics.having("role"):
        given = (subject.page.attribute(number, "role") or "").strip()
        if given and not semantics.hidden(number) and not semantics.formula(number):
            yield failed_if(subject, number, semantics.roles.explicit.get(number) is None, role=shown(given))
