"""A parsed page."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import accumulate, chain
from typing import cast

from bs4.element import Comment, Doctype, Tag

from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.location import Location
from a11yaudit.model.run import Language
from a11yaudit.model.source import Limits, Source
from a11yaudit.page import encoding, language
from a11yaudit.page.builder import build
from a11yaudit.page.selector import Selectors
from a11yaudit.page.tree import Element, Flat

WHITE_SPACE = re.compile(r"[ \t\n\f\r]+")
_START_TAG = re.compile(r"<[^\s/>]*+(?:[^>\"'=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=|[\"'])*+>")
_MARKUP = re.compile(r"<\s*(?:!doctype|[a-z?!/])", re.IGNORECASE)
_OPENING = frozenset({"html", "head", "body", "title", "meta", "link", "base"})
LONG = 60
"""Characters of a text that may be a sentence: shorter ones are menus."""
UNREAD = frozenset({"script", "style", "template", "noscript", "head", "title", "svg", "math", "select", "textarea", "iframe", "object"})
"""Elements whose text is no text of the page when its language is told."""


@dataclass(frozen=True, slots=True)
class Page:
    """The tree of a page with places. Nodes are known by their number in document order (see `Flat`)."""

    source: Source
    decoded: encoding.Decoded
    flat: Flat
    title: str | None
    language: Language
    _selectors: Selectors
    _locations: dict[int, Location] = field(default_factory=dict)
    _line_starts: list[int] = field(default_factory=lambda: [0])
    """Characters before each line, of the lines from the first to the last that was asked for."""

    @property
    def text(self) -> str:
        """The decoded source, line ends as LF."""
        return self.decoded.text

    @property
    def lines(self) -> int:
        """How many lines the source has."""
        return self.text.count("\n") + 1

    @property
    def markup(self) -> bool:
        """Whether the file is HTML, a document or a fragment, and no drawing and no other XML."""
        first = self._first()
        return first == "html" or not (self.source.path.lower().endswith((".svg", ".xml")) or first in ("svg", "math"))

    @property
    def whole(self) -> bool:
        """Whether the file is an HTML document and no fragment of one."""
        doctype = next((str(node) for node in self.flat.nodes[:50] if isinstance(node, Doctype)), "")
        return self.markup and (doctype.lower().startswith("html") or self._first() in _OPENING)

    def _first(self) -> str:
        """The name of the first element that is written out."""
        return self.flat.names[self._first_written()]

    def _first_written(self) -> int:
        return next(number for number, name in enumerate(self.flat.names) if name and self.tag(number).sourceline is not None)

    def tag(self, number: int) -> Element:
        """The element of that number."""
        return self.flat.nodes[number]  # type: ignore[return-value]

    def numbers(self, *names: str) -> list[int]:
        """Numbers of all elements of these names, in document order."""
        by_name = self.flat.by_name
        listed = [by_name[name] for name in names if name in by_name]
        return sorted(chain(*listed)) if len(listed) > 1 else listed[0] if listed else []

    def ancestors(self, number: int) -> Iterator[int]:
        """Numbers of the elements around a node, innermost first."""
        parent = self.flat.parent
        number = parent[number]
        while number >= 0:
            yield number
            number = parent[number]

    def inside(self, number: int) -> range:
        """Numbers of a node's descendants."""
        return range(number + 1, self.flat.end[number])

    def attribute(self, number: int, name: str) -> str | None:
        """An attribute as written; None where it is missing."""
        return attribute(self.tag(number), name)

    def raw_text(self, number: int) -> str:
        """All character data below an element, white space collapsed, whatever it is for (used for `title`, scripts, labels)."""
        nodes = self.flat.nodes
        parts = [node for i in self.inside(number) if isinstance(node := nodes[i], str) and not isinstance(node, (Comment, Doctype))]
        return collapse("".join(parts))

    def location(self, number: int) -> Location:
        """Where an element starts. An implied one (`<tbody>` that nobody wrote) is placed at the nearest written one around it."""
        found = self._locations.get(number)
        if found is None:
            found = self._locations[number] = self._locate(number)
        return found

    def _locate(self, number: int) -> Location:
        written, parent = number, self.flat.parent
        while written >= 0 and self.tag(written).position is None:
            written = parent[written]
        if written < 0:
            written = self._first_written()
        line, column = self.tag(written).position or (1, 0)
        start = self._line_start(line) + column
        closed = _START_TAG.match(self.text, start)
        end = closed.end() if closed else start + 1
        last = self.text.rfind("\n", start, end)
        below, end_column = (0, column + end - start + 1) if last < 0 else (self.text.count("\n", start, end), end - last)
        return Location(line, column + 1, line + below, end_column, self._selectors.of(written), number)

    def offset(self, number: int) -> int:
        """Where the start tag of a written element begins in the text."""
        tag = self.tag(number)
        return self._line_start(tag.sourceline or 1) + (tag.sourcepos or 0)

    def _line_start(self, line: int) -> int:
        """Where a line begins in the text."""
        starts, text = self._line_starts, self.text
        while len(starts) < line:
            starts.append(text.index("\n", starts[-1]) + 1)
        return starts[line - 1]

    def snippet(self, location: Location, longest: int = 200) -> str:
        """The start tag at a place, as written, cut at `longest` characters."""
        start = self._line_start(location.line) + location.column - 1
        end = self._line_start(location.end_line) + location.end_column - 1
        return self.text[start : min(end, start + longest)]


def parse(source: Source, limits: Limits) -> Page:
    """Decode and parse a page. Raises PageError for what is no HTML or past the limits."""
    decoded = encoding.decode(source.data)
    if not _MARKUP.search(decoded.text):
        raise PageError(Refusal.NOT_HTML, "not HTML: no tag in it")
    flat = build(decoded.text, limits)
    if all(tag.sourceline is None for tag in flat.tags()):
        raise PageError(Refusal.NOT_HTML, "not HTML: no element in it")
    declared = _declared_language(flat)
    tongue = language.decide(declared, _sample(flat), _sample(flat, _in_other_languages(flat, declared)))
    return Page(source, decoded, flat, _title(flat), tongue, Selectors(flat))


def attribute(tag: Tag, name: str) -> str | None:
    """An attribute as one string."""
    value = tag.attrs.get(name)
    return " ".join(value) if isinstance(value, list) else value


def collapse(text: str) -> str:
    """HTML white space collapsed and trimmed. Most texts are even already, which is quicker seen than made so."""
    trimmed = text.strip(" \t\n\f\r")
    uneven = "  " in trimmed or "\n" in trimmed or "\t" in trimmed or "\r" in trimmed or "\f" in trimmed
    return WHITE_SPACE.sub(" ", trimmed) if uneven else trimmed


def _title(flat: Flat) -> str | None:
    """The text of the document's first title element, wherever a broken head has left it; an SVG's title is another element."""
    drawings = flat.by_name.get("svg", [])
    ends = list(accumulate((flat.end[drawing] for drawing in drawings), max, initial=0))
    title = next((i for i in flat.by_name.get("title", []) if ends[bisect_left(drawings, i)] <= i), None)
    return collapse("".join(map(str, flat.nodes[title + 1 : flat.end[title]]))) or None if title is not None else None


def _declared_language(flat: Flat) -> str | None:
    roots = flat.by_name.get("html", [])
    tag = flat.nodes[roots[0]] if roots else None
    if not isinstance(tag, Tag):
        return None
    return attribute(tag, "lang") or attribute(tag, "xml:lang")


def _in_other_languages(flat: Flat, declared: str | None) -> list[int]:
    """The elements inside the document that declare another language than it does."""
    tags, whole = cast("list[Tag]", flat.nodes), language.primary_subtag(declared)
    found = (n for n in flat.by_attribute.get("lang", ()) if flat.names[n] != "html")
    return [n for n in found if language.primary_subtag(attribute(tags[n], "lang")) not in (None, whole)]


def _sample(flat: Flat, without: Sequence[int] = ()) -> str:
    """The longest texts of the page, but for those of some elements: articles have long paragraphs, navigation has not."""
    names, parents, nodes = flat.names, flat.parent, flat.nodes
    long = [number for number in flat.texts if len(nodes[number]) > LONG and names[parents[number]] not in UNREAD]
    ends = list(accumulate((flat.end[number] for number in without), max, initial=0))
    texts = [str(nodes[number]) for number in long if ends[bisect_left(without, number)] <= number]
    return collapse(" ".join(nlargest(20, texts, key=len)))[: language.SAMPLE]
