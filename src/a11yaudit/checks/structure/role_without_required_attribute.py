"""Roles that lack a state or property they need."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.semantics.aria import facts

_NATIVE = {"checkbox": "aria-checked", "radio": "aria-checked", "range": "aria-valuenow", "number": "aria-valuenow"}


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed element with a role other than its own: does it have all that the role requires?

    What a closed combobox controls may not be there yet.
    """
    semantics = subject.semantics
    for number in semantics.having("role"):
        role = semantics.roles.explicit.get(number)
        known = facts().roles.get(role or "")
        if known is None or not (known.required or known.required_when_focusable):
            continue
        if role == semantics.roles.implicit(number) or semantics.role(number) != role or not semantics.included(number):
            continue
        needed = [*known.required, *(known.required_when_focusable if semantics.focusable(number) else ())]
        missing = [name for name in needed if name not in known.implicit_values and not _given(subject, number, name)]
        if not needed:
            continue
        closed = missing == ["aria-controls"] and (subject.page.attribute(number, "aria-expanded") or "").strip().lower() == "false"
        outcome = Outcome.CANT_TELL if closed else Outcome.FAILED
        yield verdict(subject, number, outcome, role=role, missing=missing) if missing else PASSED


def _given(subject: Subject, number: int, name: str) -> bool:
    page = subject.page
    kind = (page.attribute(number, "type") or "").strip().lower() if page.tag(number).name == "input" else ""
    return bool((page.attribute(number, name) or "").strip()) or _NATIVE.get(kind) == name
