"""Roles in the wrong place: children that a role does not allow, and roles without the parent that they need."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import verdict
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict
from a11yaudit.semantics import Semantics
from a11yaudit.semantics.aria import facts
from a11yaudit.semantics.index import Cover

_ROWS = frozenset({"tr", "script", "template"})
_ITEMS = frozenset({"li", "script", "template"})
_PARTED = frozenset({"menu", "menubar", "group"})
"""Roles whose children a separator may part, as in the menus of W3C's ARIA guide."""
_OWN = {
    "ul": _ITEMS, "ol": _ITEMS, "menu": _ITEMS, "tbody": _ROWS, "thead": _ROWS, "tfoot": _ROWS,
    "tr": frozenset({"td", "th", "script", "template"}),
    "table": frozenset({"caption", "colgroup", "thead", "tbody", "tfoot", "tr", "script", "template"}),
}  # fmt: skip
"""By element the children that HTML allows it."""


class Params(NamedTuple):
    """Which side is looked at."""

    children: bool
    """Whether an element's children are judged, or else its parent."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed element whose role asks for certain children (or a certain parent): does it have no others (or that one)?"""
    yield from _children(subject) if params.children else _parents(subject)


def _children(subject: Subject) -> Iterator[Verdict]:
    semantics, page = subject.semantics, subject.page
    busy = [n for n in semantics.having("aria-busy") if (page.attribute(n, "aria-busy") or "").strip().lower() == "true"]
    waiting = Cover(page.flat, busy)
    for number in semantics.with_role(*facts().demanding):
        if waiting.holds(number):
            continue
        if _native(subject, number):
            yield PASSED
            continue
        wrong = next((child for child in semantics.ownership.children(number) if not _fits(semantics, number, child)), None)
        if wrong is None:
            yield PASSED
        else:
            related = (Related("The child", page.location(wrong)),)
            told = semantics.role(wrong) or page.tag(wrong).name
            yield verdict(subject, number, Outcome.FAILED, related=related, role=semantics.role(number), child=told)


def _native(subject: Subject, number: int) -> bool:
    """Whether an element and all its children are HTML's own, so that their roles fit without looking."""
    flat, roles = subject.page.flat, subject.semantics.roles
    names, ends = flat.names, flat.end
    own, written = _OWN.get(names[number]), roles.explicit
    if own is None or number in written or subject.semantics.having("aria-owns"):
        return False
    child, end = number + 1, ends[number]
    while child < end:
        name = names[child]
        if name and (name not in own or child in written):
            return False
        child = ends[child]
    return True


def _fits(semantics: Semantics, number: int, child: int) -> bool:
    """Whether a child's role is one of those that its owner asks for, or asks itself for this owner (a caption in a table).

    A menu in a menu is the pattern that W3C's own ARIA guide shows for submenus.
    """
    role, own = semantics.role(number), semantics.role(child)
    roles = facts().roles
    if role is None or own is None or own not in roles:
        return False
    asked = roles[role].required_children
    if own == "separator" and role in _PARTED:
        return True
    if own in asked or role in roles[own].required_parent or (own == "menu" and role in ("menu", "menubar")):
        return True
    inner = {item.partition(" > ")[2] for item in asked if item.startswith(f"{own} > ")}
    return bool(inner) and all(semantics.role(i) in inner for i in _grouped(semantics, child, own))


def _grouped(semantics: Semantics, number: int, group: str) -> Iterator[int]:
    """The children of a group and of the groups in it, separators left out."""
    waiting = [number]
    while waiting:
        for child in semantics.ownership.children(waiting.pop()):
            if semantics.role(child) == group:
                waiting.append(child)
            elif semantics.role(child) != "separator":
                yield child


def _parents(subject: Subject) -> Iterator[Verdict]:
    semantics = subject.semantics
    for number in semantics.having("role"):
        role = semantics.roles.explicit.get(number)
        known = facts().roles.get(role or "")
        if known is None or not known.required_parent or known.draft:
            continue
        if role == semantics.roles.implicit(number) or semantics.role(number) != role or not semantics.included(number):
            continue
        parent = semantics.ownership.parent(number)
        found = semantics.role(parent) if parent >= 0 else None
        if found in known.required_parent:
            yield PASSED
        else:
            wanted = sorted(known.required_parent)
            yield verdict(subject, number, Outcome.FAILED, role=role, parents=wanted, found=found or "none")
    yield from _written_by_scripts(subject)


def _written_by_scripts(subject: Subject) -> Iterator[Verdict]:
    """The scripts that fill a shadow tree with such roles: their elements are not in the file."""
    page = subject.page
    for number in page.numbers("script"):
        script = page.flat.nodes[number + 1] if page.flat.end[number] > number + 1 else ""
        if "attachShadow" not in script:
            continue
        written = [role for role in facts().needy if f'role="{role}"' in script]
        parents = sorted({parent for role in written for parent in facts().roles[role].required_parent})
        if written:
            yield verdict(subject, number, Outcome.CANT_TELL, parents=parents)
