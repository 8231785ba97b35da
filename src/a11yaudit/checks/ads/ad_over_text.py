"""Ads that may cover the text or stay on the screen; only a browser knows how much of it they take."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Interruption, Zone
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

LONGEST = 300
"""Characters of a name or a style that are read."""


class Params(NamedTuple):
    """How such ads are named."""

    covering: list[str]
    """Pieces of a class or an id of one that opens over the page."""
    staying: list[str]
    """The same of one that stays on the screen; beside the text it covers nothing."""
    styles: list[str]
    """Pieces of an inline style, without white space."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad: does no name or style say that it covers the text or stays on the screen? The first that does is asked about."""
    asked = False
    for unit in advertising.everywhere(subject):
        if not _stays(subject, unit, params):
            yield PASSED
        elif not asked:
            asked = True
            yield advertising.verdict(unit, Outcome.CANT_TELL)


def _stays(subject: Subject, unit: Interruption, params: Params) -> bool:
    page, number = subject.page, unit.location.node
    named = f"{page.attribute(number, 'class') or ''} {page.attribute(number, 'id') or ''}"[:LONGEST].lower()
    style = "".join((page.attribute(number, "style") or "")[:LONGEST].lower().split())
    names = params.covering if unit.zone is Zone.BESIDE else [*params.covering, *params.staying]
    return any(name in named for name in names) or any(piece in style for piece in params.styles)
