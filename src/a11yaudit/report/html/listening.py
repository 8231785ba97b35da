"""What a screen reader says of the article, line by line, with the seconds that it takes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from a11yaudit.measure.reading_time.rates import rates_of
from a11yaudit.model.article import Block, Image, Interruption, Role
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import Document
from a11yaudit.report import names
from a11yaudit.report.html import repeats
from a11yaudit.report.html.marked import Entry, Places

LONGEST = 90
"""Characters of a line that are shown; the whole text stands in the marked-up article."""
_PREFIXES = {Role.LIST_ITEM: "bullet", Role.QUOTE: "quote", Role.TABLE_CELL: "cell"}


@dataclass(frozen=True, slots=True)
class Line:
    """One announcement."""

    kind: str
    """What is said before the text: a key of the table `says`."""
    level: int | None
    text: str
    """Cut to LONGEST characters."""
    start: float
    """Seconds from the beginning."""
    seconds: float
    extra: str
    """`repeat` for what was heard before, `ad` for what does not belong to the article, else empty."""
    anchor: str


@dataclass(frozen=True, slots=True)
class Listening:
    """The whole article as it is heard."""

    lines: tuple[Line, ...]
    seconds: float
    repeats: float
    """Seconds of what was heard before."""
    ads: float
    """Seconds of ad labels and unnamed frames."""


def listen(document: Document, places: Places, rules: Mapping[str, Rule]) -> Listening:
    """The article as a screen reader announces it at the default speed of its voice."""
    rates = rates_of(document.extracted.article.language)
    repeated = repeats.heard_again(document, rules)
    lines: list[Line] = []
    clock = 0.0
    for entry in places.entries:
        for kind, level, text, extra in _said(entry, repeated):
            seconds = rates.seconds(f"{kind} {text}")
            lines.append(Line(kind, level, _cut(text), clock, seconds, extra, entry.anchor))
            clock += seconds
    return Listening(tuple(lines), clock, _sum(lines, "repeat"), _sum(lines, "ad"))


def _sum(lines: Iterable[Line], extra: str) -> float:
    return sum(line.seconds for line in lines if line.extra == extra)


def _said(entry: Entry, repeated: frozenset[int]) -> Iterator[tuple[str, int | None, str, str]]:
    """Kind, level, text and extra of what is heard at one place."""
    if entry.block:
        kind, level = _block(entry.block)
        yield kind, level, entry.block.text, "repeat" if entry.location.node in repeated else ""
    elif entry.image:
        yield from ((kind, None, text, "") for kind, text in _image(entry.image))
    elif entry.unit:
        yield from ((kind, None, text, "ad") for kind, text in _unit(entry.unit))


def _block(block: Block) -> tuple[str, int | None]:
    if block.role == Role.HEADLINE:
        return "heading", block.level or 1
    if block.role == Role.HEADING:
        return "heading", block.level or 2
    return _PREFIXES.get(block.role, "link" if block.link_share > 0.99 else "text"), None


def _image(image: Image) -> Iterator[tuple[str, str]]:
    """A picture without a name is announced by its file name; an empty alternative text silences it."""
    if image.hidden or (image.alt is not None and not image.name):
        return
    yield "link_graphic" if image.link else "graphic", image.name or names.picture(image.src)


def _unit(unit: Interruption) -> Iterator[tuple[str, str]]:
    if unit.label:
        yield "landmark" if unit.announced else "text", unit.label
    yield from (("frame", "") for _ in unit.frames)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
