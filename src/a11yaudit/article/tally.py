"""What stands where on a page: words, linked words, pictures and the lines that may announce an interruption; one pass."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from bs4.element import Comment, Tag

from a11yaudit.article.marks import bare, labels
from a11yaudit.page import Page
from a11yaudit.resources import vocabulary
from a11yaudit.semantics import Semantics

NEVER = frozenset(
    "html head body main article script style link meta a button input title noscript template img source option label svg path h1 time"
    " video audio picture textarea select tr tbody".split()
)
"""Elements that are no interruption by themselves: frames of the page, parts of media and of tables, what is never shown."""
THINGS = ("img", "amp-img", "picture", "video", "audio", "iframe", "embed", "object", "canvas", "input", "button", "textarea", "select")
"""Elements that show something without a word."""
MOST_WORDS = 30
"""Words of the longest line that is looked at for a label or a cue."""
MOST_LABEL = 10
"""Words of the longest line in which an ad is looked for behind the first word."""
HEAD = 3
"""Characters that a line is first looked up by."""


_NONE = (sys.maxsize, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """A short text that begins like a label or a cue."""

    number: int
    text: str
    words: int
    linked: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Differences of running totals count what is in any element at once."""

    page: Page
    _places: list[int]
    """Numbers of the rendered text nodes."""
    _words: list[int]
    """Words before each of them, and all."""
    _linked: list[int]
    _things: list[int]
    lines: tuple[Line, ...]
    comments: tuple[int, ...]

    def words(self, number: int) -> int:
        """Rendered words in an element; each Chinese or Japanese character counts as half a word."""
        return self._difference(self._words, number)

    def linked(self, number: int) -> int:
        """Those of them in links to other pages."""
        return self._difference(self._linked, number)

    def _difference(self, totals: list[int], number: int) -> int:
        places = self._places
        return totals[bisect_left(places, self.page.flat.end[number])] - totals[bisect_left(places, number)]

    def words_before(self, number: int) -> int:
        """Rendered words of the page before a node."""
        return self._words[bisect_left(self._places, number)]

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


class Spans:
    """Elements of some names, for the question whether a node lies in one."""

    def __init__(self, page: Page, *names: str) -> None:
        self._starts = page.numbers(*names)
        self._ends = list(accumulate((page.flat.end[number] for number in self._starts), max))

    def cover(self, number: int) -> bool:
        """Whether a node is one of the elements or lies inside one."""
        place = bisect_right(self._starts, number)
        return place > 0 and self._ends[place - 1] > number


def take(semantics: Semantics, more: Iterable[str] = ()) -> Tally:
    """Count a page; `more` are labels of a project. One long loop on purpose: it runs for every node."""
    page = semantics.page
    heads, ads, rendered = _heads(page.language.used) | {text[:HEAD] for text in more}, _ads(), semantics.rendered
    spans = iter([(number, page.flat.end[number]) for number in page.numbers("a") if _leads_away(page.tag(number))])
    start, end = next(spans, _NONE)
    places, words, linked, lines, comments = list[int](), [0], [0], list[Line](), list[int]()
    count = links = links_end = 0
    for number, node in enumerate(page.flat.nodes):
        if type(node) is str:
            parts = node.split()
            if not parts or not rendered(number):
                continue
            while start < number:
                links_end = max(links_end, end)
                start, end = next(spans, _NONE)
            size = len(parts) if node.isascii() else _size(node, parts)
            inside = number < links_end
            count += size
            if inside:
                links += size
            places.append(number)
            words.append(count)
            linked.append(links)
            if size <= MOST_WORDS:
                first = parts[0] if len(parts[0]) >= HEAD else " ".join(parts[:HEAD])
                if first[:HEAD].casefold() in heads or not first[0].isalnum() or (size <= MOST_LABEL and not ads.isdisjoint(parts)):
                    lines.append(Line(number, bare(node), size, inside))
        elif type(node) is Comment:
            comments.append(number)
    things = [number for number in page.numbers(*THINGS) if rendered(number)]
    return Tally(page, places, words, linked, things, tuple(lines), tuple(comments))


def _size(text: str, parts: list[str]) -> int:
    if max(text) < "\u3040":
        return len(parts)
    return len(parts) + sum("\u3040" <= letter <= "\u9fff" for letter in text) // 2


def _leads_away(link: Tag) -> bool:
    address = str(link.attrs.get("href", "")).lstrip()
    return bool(address) and not address.startswith(("#", "javascript:", "mailto:"))


@cache
def _heads(language: str | None) -> frozenset[str]:
    cues = vocabulary("interruptions")["cues"]
    return frozenset(text[:HEAD] for text in (*labels(language), *(cue for listed in cues.values() for cue in listed)))


@cache
def _ads() -> frozenset[str]:
    """Words for an ad as they stand in a line: in any case, with the punctuation behind them."""
    listed = vocabulary("interruptions")["continuation"]["ads"]
    return frozenset(
        form + mark for word in listed for form in (word, word.title(), word.upper()) for mark in ("", ".", ":", ",", ")", "…")
    )
