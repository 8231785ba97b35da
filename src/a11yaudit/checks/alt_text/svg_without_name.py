"""Drawings that say by their role that they are pictures, without a name."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

STEPS = 4
"""Elements around a drawing in which a link or button is looked for."""
FEW_NODES = 40
"""Nodes of the largest element whose text stands beside its drawing."""


_LABELLING = frozenset({"a", "button", "span", "li", "label", "td", "th", "dt", "summary", "div", "h1", "h2", "h3", "h4", "h5", "h6"})


class Params(NamedTuple):
    """Which roles."""

    roles: tuple[str, ...]


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed SVG element with an explicit role of a picture: does it have a name?"""
    semantics = subject.semantics
    for number in semantics.having("role"):
        if semantics.drawn(number) and semantics.roles.explicit.get(number) in params.roles and semantics.included(number):
            if semantics.name(number):
                yield PASSED
            else:
                outcome = Outcome.CANT_TELL if _beside_words(subject, number) else Outcome.FAILED
                yield verdict(subject, number, outcome, drawing=pictures.element_named(subject, number, "drawing"))


def _beside_words(subject: Subject, number: int) -> bool:
    """Whether the drawing stands in a link or button that is named without it, or right beside a text: it may be an icon for it."""
    page, semantics = subject.page, subject.semantics
    around = list(islice(page.ancestors(number), STEPS))
    if any(page.flat.names[n] in ("a", "button") and semantics.name(n) for n in around):
        return True
    parent = around[0] if around else -1
    close = parent >= 0 and page.flat.names[parent] in _LABELLING and page.flat.end[parent] - parent <= FEW_NODES
    return close and bool(semantics.text(parent))
