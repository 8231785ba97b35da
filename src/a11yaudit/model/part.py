"""Which part of a page a finding belongs to, and who can fix it."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from operator import itemgetter

from a11yaudit.model.location import Location

Range = tuple[int, int]
"""Numbers of nodes: the first, and the one after the last."""


class Part(StrEnum):
    """Where a finding belongs; the verdict goes by the first two."""

    ARTICLE = "article"
    """Headline, standfirst, byline, text, figures, captions, tables and embeds, and what interrupts them."""
    PAGE = "page"
    """The document as a whole: its title, language, encoding, viewport, main landmark, metadata."""
    AROUND = "around"
    """Site header and footer, menus, side columns, comments, widgets: the template, which no editor can change."""


JUDGED = frozenset({Part.ARTICLE, Part.PAGE})
"""The parts that scores and verdicts go by."""


def part_of(extent: Sequence[Range], location: Location | None, about: Part | None = None) -> Part:
    """The part of a finding: what its rule declares, else by its place; without a place it is about the page.

    `extent` are the ranges of nodes that the article takes up, in order and apart.
    """
    if about is not None or location is None:
        return about or Part.PAGE
    return Part.ARTICLE if holds(extent, location.node) else Part.AROUND


def holds(extent: Sequence[Range], number: int) -> bool:
    """Whether a node stands in the article."""
    place = bisect_right(extent, number, key=itemgetter(0)) - 1
    return place >= 0 and number < extent[place][1]
