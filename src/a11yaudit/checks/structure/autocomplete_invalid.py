"""Form fields whose `autocomplete` says nothing that a browser knows."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if, shown, trap
from a11yaudit.model.outcome import Verdict
from a11yaudit.semantics.aria import facts
from a11yaudit.semantics.index import Cover

_NO_FIELDS = frozenset({"button", "checkbox", "file", "hidden", "image", "radio", "reset", "submit"})


class Params(NamedTuple):
    """The words of HTML's grammar."""

    fields: tuple[str, ...]
    contacts: tuple[str, ...]
    """Fields that a kind of contact may stand before."""
    kinds: tuple[str, ...]
    off: tuple[str, ...]
    """Words for no data at all."""
    random: int
    """Letters from which on a word that is also in the field's name or id is one that a program made up."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each field that a person can fill in and that has an `autocomplete`: does it follow HTML's grammar?"""
    for number in subject.semantics.having("autocomplete"):
        given = (subject.page.attribute(number, "autocomplete") or "").lower().split()
        if given and not _off(subject, number, given, params) and _fillable(subject, number):
            yield failed_if(subject, number, not _fits(given, params), value=shown(" ".join(given)))


def _off(subject: Subject, number: int, given: list[str], params: Params) -> bool:
    """Whether the attribute names no kind of data: `on` and `off`, words that are meant as `off`, and the field's own name or id."""
    tag = subject.page.tag(number)
    own = f"{tag.attrs.get('name', '')} {tag.attrs.get('id', '')}".lower()
    return len(given) == 1 and (given[0] in params.off or (len(given[0]) >= params.random and given[0] in own))


def _fillable(subject: Subject, number: int) -> bool:
    semantics, page = subject.semantics, subject.page
    tag = page.tag(number)
    kind = (page.attribute(number, "type") or "").strip().lower()
    if tag.name not in ("input", "select", "textarea") or (tag.name == "input" and kind in _NO_FIELDS):
        return False
    unseen = semantics.hidden(number) and not semantics.sight.visible(number)
    if unseen or trap(subject, number) or semantics.focus.disabled(number) or subject.once(_switched_off).holds(number):
        return False
    role = semantics.role(number)
    widget = role is not None and role in facts().roles and facts().roles[role].widget
    return widget or semantics.focus.tabbable(number)


def _switched_off(subject: Subject) -> Cover:
    """The elements that `aria-disabled` stands on, with what is inside."""
    page = subject.page
    numbers = subject.semantics.having("aria-disabled")
    return Cover(page.flat, (n for n in numbers if (page.attribute(n, "aria-disabled") or "").strip().lower() == "true"))


def _fits(given: list[str], params: Params) -> bool:
    """`[section-*] [shipping|billing] [kind] field [webauthn]`; a kind only before a contact."""
    left = list(given)
    if left[0].startswith("section-"):
        left.pop(0)
    if left and left[0] in ("shipping", "billing"):
        left.pop(0)
    kind = bool(left) and left[0] in params.kinds
    if kind:
        left.pop(0)
    if not left or left[0] not in params.contacts + (() if kind else params.fields):
        return False
    return left[1:] in ([], ["webauthn"])
