"""What stands where on a page: words, linked words, pictures and the lines that may announce an interruption; one pass."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple, cast

from bs4.element import Tag

from a11yaudit.article.interruptions.element_evidence import AROUND, bare, labels, seen
from a11yaudit.page import Page
from a11yaudit.resources import vocabulary
from a11yaudit.semantics import Semantics

THINGS = ("img", "amp-img", "picture", "video", "audio", "iframe", "embed", "object", "canvas", "input", "button", "textarea", "select")
"""Elements that show something without a word."""
MOST_WORDS = 30
"""Words of the longest line that is looked at for a label or a cue."""
MOST_LABEL = 10
"""Words of the longest line in which an ad is looked for behind the first word."""
LONG = 100
"""Characters from which on a text is not split to count its words."""
HEAD = 3
"""Characters that a line is first looked up by."""
PIECE = 12
"""Characters of the longest piece of a label that is split over several elements."""
_HERE = ("#", "javascript:", "mailto:")
"""How an address begins that leads to no other page."""
_OTHER_BYTES = bytes(byte for byte in range(256) if not 0xE3 <= byte <= 0xE9)
"""All but the first bytes of the characters from U+3000 to U+9FFF."""
_CJK_PUNCTUATION = b"\xe3\x80"
"""The first two bytes of the characters from U+3000 to U+303F."""


class Line(NamedTuple):
    """A short text that begins like a label or a cue."""

    number: int
    text: str
    words: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Differences of running totals count what is in any element at once."""

    page: Page
    _places: list[int]
    """Numbers of the rendered text nodes."""
    _words: list[int]
    """Words before each of them, and all."""
    _links: list[int]
    """Numbers of the links to other pages, but for those inside others."""
    _linked: list[int]
    """Words in links before each of them, and all."""
    _things: list[int]
    lines: list[Line]
    pieces: list[int]
    """Texts that no white space parts from the one before: pieces of a word that is split over elements, or neighbouring links."""

    def words(self, number: int) -> int:
        """Rendered words in an element; each Chinese or Japanese character counts as half a word."""
        return self._before(self.page.flat.end[number]) - self._before(number)

    def words_before(self, number: int) -> int:
        """Rendered words of the page before a node."""
        return self._before(number)

    def _before(self, number: int) -> int:
        return self._words[bisect_left(self._places, number)]

    def linked(self, number: int) -> int:
        """Those words of an element that are in links to other pages."""
        links, end = self._links, self.page.flat.end
        first = bisect_left(links, number)
        if first and end[links[first - 1]] > number:
            return self.words(number)
        return self._linked[bisect_left(links, end[number], first)] - self._linked[first]

    def things(self, number: int) -> int:
        """Pictures, frames, media and fields that are shown in an element, itself included."""
        return between(self._things, number, self.page.flat.end[number])

    def empty(self, number: int) -> bool:
        """Whether an element shows neither words nor things."""
        return not self.words(number) and not self.things(number)

    def same(self, outer: int, inner: int) -> bool:
        """Whether an element shows no more than one inside it."""
        return self.words(outer) == self.words(inner) and self.things(outer) == self.things(inner)

    def within(self, numbers: list[int], number: int) -> list[int]:
        """Those of a sorted list of numbers that are in an element, itself included."""
        return numbers[bisect_left(numbers, number) : bisect_left(numbers, self.page.flat.end[number])]


def between(numbers: Sequence[int], start: int, end: int) -> int:
    """How many numbers of a sorted list lie from `start` to before `end`."""
    return bisect_left(numbers, end) - bisect_left(numbers, start)


def take(semantics: Semantics, more: Iterable[str] = ()) -> Tally:
    """Count a page; `more` are labels of a project. One long loop on purpose: it runs for every text."""
    page, nodes = semantics.page, cast("list[str]", semantics.page.flat.nodes)
    heads, ads, unspaced = _heads(page.language.used), _ads(), unspaced_ads()
    if more:
        heads = heads.union(text[:HEAD] for text in more)
    places, words, lines, count = semantics.texts, [0], list[Line](), 0
    pieces, joined = list[int](), False
    for number in places:
        text = nodes[number].strip()
        piece = len(text) <= PIECE and len(text) == len(nodes[number])
        if piece and joined:
            pieces.append(number)
        joined = piece
        plain = text.isascii()
        if not plain and len(text) < LONG:
            text = seen(text)
        parts = text.split() if len(text) < LONG else ()
        size = _size(text) if len(text) >= LONG else len(parts)
        if not plain:
            size += _characters(text) // 2
        count += size
        words.append(count)
        if size <= MOST_WORDS and text:
            if not text[0].isalnum():
                text = text.strip(AROUND)
                parts = text.split()
            if text[1:2].isspace():
                text = seen(text)
                parts = text.split()
            told = size <= MOST_LABEL and (
                not ads.isdisjoint(parts or text.split()) or (not plain and any(map(text.__contains__, unspaced)))
            )
            if told or text[:HEAD].casefold() in heads:
                lines.append(Line(number, bare(text), size))
    links = _outermost(page)
    end = page.flat.end
    sizes = [words[bisect_left(places, end[link])] - words[bisect_left(places, link)] for link in links]
    hidden = semantics.unrendered()
    things = [number for number in page.numbers(*THINGS) if not hidden[number]]
    return Tally(page, places, words, links, list(accumulate(sizes, initial=0)), things, lines, pieces)


def _outermost(page: Page) -> list[int]:
    """The links to other pages, but for those inside others."""
    found, after, end, nodes = list[int](), 0, page.flat.end, cast("list[Tag]", page.flat.nodes)
    for number in page.numbers("a"):
        address = str(nodes[number].attrs.get("href", "")).lstrip() if number >= after else ""
        if address and not address.startswith(_HERE):
            found.append(number)
            after = end[number]
    return found


def _size(text: str) -> int:
    """Words of a long text without white space around it: where all white space is single spaces, these are counted."""
    return text.count(" ") + 1 if text.isprintable() and "  " not in text else len(text.split())


def _characters(text: str) -> int:
    """Chinese and Japanese characters (U+3040 to U+9FFF): in UTF-8 each begins with a byte that no other character has in it."""
    data = text.encode("utf-8", "replace")
    return len(data.translate(None, _OTHER_BYTES)) - data.count(_CJK_PUNCTUATION)


@cache
def _heads(language: str | None) -> frozenset[str]:
    cues = vocabulary("interruptions")["cues"]
    return frozenset(text[:HEAD] for text in (*labels(language), *(cue for listed in cues.values() for cue in listed)))


@cache
def unspaced_ads() -> tuple[str, ...]:
    """Words for an ad in languages that put no space between words."""
    return tuple(vocabulary("interruptions")["continuation"]["unspaced_ads"])


@cache
def _ads() -> frozenset[str]:
    """Words for an ad as they stand in a line: in any case, with the punctuation behind them."""
    listed = vocabulary("interruptions")["continuation"]["ads"]
    return frozenset(
        form + mark for word in listed for form in (word, word.title(), word.upper()) for mark in ("", ".", ":", ",", ")", "…")
    )
