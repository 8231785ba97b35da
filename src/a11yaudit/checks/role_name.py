"""Elements of a role that have no accessible name."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4.element import Tag

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import PASSED, verdict
from a11yaudit.model.outcome import Outcome, Verdict
from a11yaudit.resources import vocabulary


@dataclass(frozen=True, slots=True)
class Params:
    """Which elements."""

    roles: tuple[str, ...]
    derived: bool
    """Whether roles derived from these count too."""
    also: tuple[str, ...]
    """Elements without a role that are targets too, as `input[type=date]`."""
    but: tuple[str, ...]
    """Elements that another rule looks at."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed element of these roles: does it have a name? What an icon font may draw is a question."""
    semantics = subject.semantics
    targets = semantics.with_role(*params.roles, derived=params.derived)
    if params.also:
        inputs = (n for n in subject.page.numbers("input") if semantics.role(n) is None and semantics.included(n))
        targets = sorted({*targets, *(n for n in inputs if _kind(subject, n) in params.also)})
    for number in targets:
        if semantics.name(number):
            yield PASSED
        elif _kind(subject, number) not in params.but:
            icon = _icon_font(subject, number, frozenset(vocabulary("structure")["icon_classes"]))
            yield verdict(subject, number, Outcome.CANT_TELL if icon else Outcome.FAILED)


def _kind(subject: Subject, number: int) -> str:
    name = subject.page.tag(number).name
    return f"input[type={(subject.page.attribute(number, 'type') or 'text').strip().lower()}]" if name == "input" else str(name)


def _icon_font(subject: Subject, number: int, classes: frozenset[str]) -> bool:
    """Whether a class tells of an icon font, whose sheet may write a text."""
    nodes = subject.page.flat.nodes
    return any(
        not classes.isdisjoint(part for name in node.attrs.get("class", ()) for part in (name, name.split("-")[0]))
        for node in (nodes[i] for i in range(number, subject.page.flat.end[number]))
        if isinstance(node, Tag)
    )
