"""Finds what interrupts an article: ads, sponsored cards, newsletter forms, related links, promotion."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from bs4.element import Comment, NavigableString, Tag

from a11yaudit.article.text import HEADINGS
from a11yaudit.model.article import ADVERTISING, InterruptionKind
from a11yaudit.page.page import attribute, collapse
from a11yaudit.resources import vocabulary
from a11yaudit.semantics import Semantics

LONGEST_LABEL = 30
MOST_WORDS = {InterruptionKind.AD: 60, InterruptionKind.SPONSORED: 250}
"""Words above which an element with such a class holds more than the interruption."""
MOST_OTHER_WORDS = 150
_TOKEN = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+")
_WORD = re.compile(r"\w+")
_NEVER = frozenset(
    {"html", "head", "body", "main", "article", "script", "style", "link", "meta", "a", "button", "input", "title", "noscript"}
)
_LABEL_TAGS = frozenset({"p", "div", "small", "section", "aside", "header", "center"})
"""Elements whose whole text can be an ad's label; inline words and headings are the author's."""
_TEXT_TAGS = HEADINGS | {"p", "li", "td", "th", "blockquote", "span", "em", "strong", "b", "i", "mark"}
"""Elements of running text: a class alone does not make their words an interruption."""
MOST_LABEL_WORDS = 4


@dataclass(frozen=True, slots=True)
class Unit:
    """One interruption: the outermost element that holds nothing but it."""

    node: int
    kind: InterruptionKind
    label: str | None
    evidence: tuple[str, ...]
    announced: bool
    label_node: int | None
    frames: tuple[int, ...]


class _Vocabulary(NamedTuple):
    tokens: dict[str, InterruptionKind]
    not_beside: frozenset[str]
    elements: dict[str, InterruptionKind]
    attributes: dict[str, InterruptionKind]
    hosts: dict[str, InterruptionKind]
    labels: dict[str, InterruptionKind]


@cache
def _vocabulary() -> _Vocabulary:
    table = vocabulary("interruptions")

    def inverted(name: str) -> dict[str, InterruptionKind]:
        return {word: InterruptionKind(kind) for kind, words in table[name].items() if kind != "not_beside" for word in words}

    return _Vocabulary(
        inverted("tokens"),
        frozenset(table["tokens"]["not_beside"]),
        inverted("elements"),
        inverted("attributes"),
        inverted("hosts"),
        inverted("labels"),
    )


def find(semantics: Semantics) -> tuple[Unit, ...]:
    """All interruptions of a page in document order; none lies inside another."""
    return _Finder(semantics).units()


def tokens(value: str) -> list[str]:
    """The lower-case words of a class or id, split at case and punctuation: `cn-zoneAdContainer` has `ad`."""
    return [token.lower() for token in _TOKEN.findall(value)]


class _Finder:
    """One pass over the index; an element that is one unit is not looked into."""

    def __init__(self, semantics: Semantics) -> None:
        self._semantics = semantics
        self._page = semantics.page
        self._words = _words_before(semantics)
        self._links = self._page.numbers("a")
        self._frames = self._page.numbers("iframe")

    def units(self) -> tuple[Unit, ...]:
        flat, found, i = self._page.flat, [], 0
        while i < len(flat.nodes):
            node = flat.nodes[i]
            kind = self._kind(i, node) if isinstance(node, Tag) and node.name not in _NEVER else None
            if kind is None:
                i += 1
                continue
            found.append(self._unit(i, *kind))
            i = flat.end[i]
        return tuple(found)

    def _kind(self, number: int, tag: Tag) -> tuple[InterruptionKind, str] | None:
        marked = self._marked(tag)
        if (
            marked
            and not self._in_heading(number)
            and self._plausible(number, tag, marked[0])
            and self._words_in(number) <= MOST_WORDS.get(marked[0], MOST_OTHER_WORDS)
            and self._semantics.rendered(number)
        ):
            return marked
        return self._labelled(number, tag)

    def _in_heading(self, number: int) -> bool:
        """Headings hold anchors whose ids are made of the heading's words."""
        return any(self._page.tag(around).name in HEADINGS for around in self._page.ancestors(number))

    def _plausible(self, number: int, tag: Tag, kind: InterruptionKind) -> bool:
        """Text of the author's may carry such a class; a related line has a link, a label has few words."""
        if tag.name not in _TEXT_TAGS:
            return True
        if kind in ADVERTISING:
            return self._words_in(number) <= MOST_LABEL_WORDS
        return bool(_between(self._links, number, self._page.flat.end[number]))

    def _marked(self, tag: Tag) -> tuple[InterruptionKind, str] | None:
        known = _vocabulary()
        if tag.name in known.elements:
            return known.elements[tag.name], f"element <{tag.name}>"
        if not tag.attrs:
            return None
        for name in tag.attrs:
            if name in known.attributes:
                return known.attributes[name], f"attribute {name}"
        if tag.name == "iframe":
            return self._by_host(tag)
        for name in ("class", "id", "data-module", "data-component"):
            value = attribute(tag, name)
            if value and (kind := _by_tokens(value[:300])):
                return kind, f'{name} "{value[:80]}"'
        return None

    def _by_host(self, tag: Tag) -> tuple[InterruptionKind, str] | None:
        try:
            host = urlsplit(attribute(tag, "src") or "").hostname or ""
        except ValueError:
            return None
        return next(
            ((kind, f"frame of {name}") for name, kind in _vocabulary().hosts.items() if host == name or host.endswith("." + name)), None
        )

    def _labelled(self, number: int, tag: Tag) -> tuple[InterruptionKind, str] | None:
        """An element whose whole text is a label, like `<p>Advertisement</p>`; the pass meets the outermost one first."""
        if tag.name not in _LABEL_TAGS or not 0 < self._words_in(number) <= MOST_LABEL_WORDS or self._page.flat.end[number] - number > 40:
            return None
        text = self._semantics.text(number)
        kind = _vocabulary().labels.get(text.casefold().strip(" :：.–—-")) if len(text) <= LONGEST_LABEL else None
        linked = bool(_between(self._links, number, self._page.flat.end[number]))
        if kind in ADVERTISING and not linked and self._semantics.rendered(number):
            return kind, f'label "{text}"'
        return None

    def _unit(self, number: int, kind: InterruptionKind, evidence: str) -> Unit:
        label, place = self._label(number)
        facts = (evidence, f'label "{label}"') if label and not evidence.startswith("label") else (evidence,)
        frames = _between(self._frames, number, self._page.flat.end[number])
        named = self._semantics.role(number) == "complementary" or bool(self._semantics.page.attribute(number, "aria-label"))
        around = any(self._page.tag(n).name == "aside" for n in self._page.ancestors(number))
        return Unit(number, kind, label, facts, named or around, place, tuple(i for i in frames if not self._semantics.name(i)))

    def _label(self, number: int) -> tuple[str | None, int | None]:
        labels, flat = _vocabulary().labels, self._page.flat
        for i in (number, *self._page.inside(number)):
            node = flat.nodes[i]
            if type(node) is NavigableString and 1 < len(node) < 60 and self._semantics.exposed(i):
                text = collapse(str(node))
                if labels.get(text.casefold().strip(" :：.–—-")) is not None:
                    return text, flat.parent[i]
        return None, None

    def _words_in(self, number: int) -> int:
        return self._words[self._page.flat.end[number]] - self._words[number + 1]


def _by_tokens(value: str) -> InterruptionKind | None:
    known, listed = _vocabulary(), tokens(value)
    for i, token in enumerate(listed):
        kind = known.tokens.get(token)
        if kind is None:
            continue
        beside = {*listed[max(0, i - 1) : i], *listed[i + 1 : i + 2]}
        if not beside.isdisjoint(known.not_beside):
            continue
        return kind
    return None


def _between(numbers: list[int], start: int, end: int) -> list[int]:
    """The numbers from `start` to before `end`, of a sorted list."""
    return numbers[bisect_left(numbers, start) : bisect_left(numbers, end)]


def _words_before(semantics: Semantics) -> list[int]:
    """How many rendered words stand before each node: differences count the words of any element at once."""
    totals, count = [0], 0
    for number, node in enumerate(semantics.page.flat.nodes):
        if type(node) is NavigableString and not isinstance(node, Comment) and semantics.rendered(number):
            count += len(_WORD.findall(node))
        totals.append(count)
    return totals
