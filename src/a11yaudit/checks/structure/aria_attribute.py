"""States and properties of WAI-ARIA: known, with a value that fits, permitted on the element."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.semantics.aria import facts
from a11yaudit.semantics.index import Cover

_INTEGER = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?", re.IGNORECASE)


class Params(NamedTuple):
    """Which question is asked."""

    question: str
    """`known`, `value`, `permitted` or `allowed` (not prohibited by the role)."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each `aria-…` attribute that the question is about."""
    asked: Callable[[Subject, int, str], bool | None] = {
        "known": _unknown, "value": _invalid, "permitted": _unsupported, "allowed": _prohibited,
    }[params.question]  # fmt: skip
    for number, name in subject.once(_given):
        wrong = asked(subject, number, name)
        if wrong:
            value = shown(subject.page.attribute(number, name) or "")
            yield verdict(subject, number, Outcome.FAILED, attribute=name, value=value, role=subject.semantics.role(number) or "none")
        elif wrong is not None:
            yield PASSED


def _given(subject: Subject) -> list[tuple[int, str]]:
    """All such attributes outside of templates, in document order."""
    inert = Cover(subject.page.flat, subject.page.numbers("template"))
    named = subject.semantics.index.by_attribute.items()
    return sorted((number, name) for name, numbers in named if name.startswith("aria-") for number in numbers if not inert.holds(number))


def _unknown(subject: Subject, number: int, name: str) -> bool:
    return name not in facts().attributes


def _invalid(subject: Subject, number: int, name: str) -> bool | None:
    """Whether a value does not fit its attribute; None for no target."""
    known = facts().attributes.get(name)
    value = (subject.page.attribute(number, name) or "").strip().lower() if known else ""
    if known is None or not value or subject.semantics.formula(number):
        return None
    if known.kind == "integer":
        return not _INTEGER.fullmatch(value)
    if known.kind == "number":
        return not _NUMBER.fullmatch(value)
    if known.kind == "token list":
        return not known.values.issuperset(value.split())
    return bool(known.values) and value not in known.values


def _unsupported(subject: Subject, number: int, name: str) -> bool | None:
    known = facts().attributes.get(name)
    semantics = subject.semantics
    if known is None or not semantics.included(number) or semantics.formula(number):
        return None
    role = semantics.role(number)
    if known.everywhere:
        return False
    if role is not None:
        return name not in facts().roles[role].attributes
    tag = subject.page.tag(number)
    key = f"input type={(subject.page.attribute(number, 'type') or '').strip().lower()}" if tag.name == "input" else tag.name
    return name not in facts().without_role.get(key, ())


def _prohibited(subject: Subject, number: int, name: str) -> bool | None:
    known = facts().attributes.get(name)
    semantics = subject.semantics
    if known is None or not known.everywhere or semantics.hidden(number) or not (subject.page.attribute(number, name) or "").strip():
        return None
    role = semantics.role(number)
    if role == "none" and semantics.roles.explicit.get(number) is None:
        return None
    return role is not None and name in facts().roles[role].prohibited
