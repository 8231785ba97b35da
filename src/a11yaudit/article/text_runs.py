"""The runs of text that a browser shows as blocks of their own."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import cast

from bs4.element import Tag

from a11yaudit.article.body import links
from a11yaudit.page.page import collapse
from a11yaudit.page.tree import Flat
from a11yaudit.semantics import Semantics
from a11yaudit.semantics.semantics import BLOCK_LEVEL

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SILENT = frozenset("svg select option button textarea input object embed audio video canvas map iframe annotation annotation-xml".split())
"""Elements whose text is no text of the page."""
_BLOCKS = BLOCK_LEVEL - {"br"}
_NEVER_TEXT = frozenset({"head", "script", "style", "template"})
"""Elements that hold no text of the article even where all that is hidden counts."""
LONG_LINE, LONG_TEXT = 60, 200
"""Characters of a line, and of all such lines, from which a `<noscript>` holds a text and no request to switch scripts on."""
_STREAMED = "S:"
"""How React calls the hidden elements whose content it moves into place as soon as its script runs."""
_BREAK, _END, _START = 1, 2, 3
"""What parts two texts: a line break, the end or the start of a block."""
_GAP = -1
"""A space among the numbers of a run's texts."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
Seam = tuple[int, str, str]
"""An element boundary without white space between two words: element, text before, text after."""


@dataclass(slots=True)
class Run:
    """A run of inline text inside one block-level element."""

    node: int
    """The block-level element that holds it."""
    start: int
    """Its first text node: runs are in the order of their starts, not of their elements."""
    text: str
    linked: int
    """Characters inside links."""
    link_share: float
    """Share of the characters inside links, 0 to 1."""
    seams: tuple[Seam, ...] = ()


def runs(semantics: Semantics, hidden_too: bool = False) -> list[Run]:
    """All runs of the document in order; `hidden_too` reads what the page hides, for pages that show nothing without a script."""
    flat = semantics.page.flat
    return _Reader(flat, _hidden_for_good(flat) if hidden_too else _hidden_for_now(semantics)).read()


def _hidden_for_now(semantics: Semantics) -> bytearray:
    """Per node whether a reader does not see it. What a page streams into a hidden element is seen as soon as its script has run."""
    flat, found = semantics.page.flat, semantics.unrendered()
    tags = cast("list[Tag]", flat.nodes)
    streamed = [n for n in flat.by_attribute.get("hidden", ()) if str(tags[n].attrs.get("id", "")).startswith(_STREAMED)]
    if streamed:
        for_good = _hidden_for_good(flat)
        for number in streamed:
            found[number : flat.end[number]] = for_good[number : flat.end[number]]
    return found


def _hidden_for_good(flat: Flat) -> bytearray:
    """Per node whether no script would uncover it; what stands in a shadow root will be shown."""
    found, tags = bytearray(len(flat.nodes)), cast("list[Tag]", flat.nodes)
    never = [number for number in _numbers(flat, _NEVER_TEXT) if "shadowrootmode" not in tags[number].attrs]
    _paint(found, flat, never)
    _paint(found, flat, [number for number in flat.by_name.get("noscript", ()) if not found[number] and not _holds_text(flat, number)])
    return found


def _holds_text(flat: Flat, number: int) -> bool:
    """Whether an element holds lines of running text."""
    inside = flat.texts[bisect_left(flat.texts, number) : bisect_left(flat.texts, flat.end[number])]
    lengths = [len(collapse(cast("str", flat.nodes[i]))) for i in inside]
    return sum(length for length in lengths if length >= LONG_LINE) >= LONG_TEXT


def _numbers(flat: Flat, names: frozenset[str]) -> list[int]:
    """Numbers of the elements of any of these names, in document order."""
    return sorted(chain.from_iterable([flat.by_name[name] for name in names.intersection(flat.by_name)]))


def _paint(found: bytearray, flat: Flat, numbers: Iterable[int]) -> None:
    """Set the bytes of some elements, given in document order, and of all that stands in them."""
    ends, end = flat.end, 0
    for number in numbers:
        if number >= end:
            end = ends[number]
            found[number:end] = b"\1" * (end - number)


class _Reader:
    """Notes what parts the texts of a page, then joins those that nothing but white space parts."""

    def __init__(self, flat: Flat, skipped: bytearray) -> None:
        """`skipped` says of each node whether it is left out."""
        self._flat = flat
        self._nodes = cast("list[str]", flat.nodes)
        self._skipped = skipped
        self._linked = bytearray(len(skipped))
        self._gaps = bytearray(len(skipped) + 1)
        """By node what parts it from the one before it."""
        self._blocks: dict[int, int] = {}
        """The block around an inline element."""

    def read(self) -> list[Run]:
        self._note_spans()
        self._note_gaps()
        return [self._run(block, pieces) for block, pieces in self._pieces()]

    def _note_spans(self) -> None:
        """What is silent, and what stands in links."""
        flat = self._flat
        _paint(self._skipped, flat, _numbers(flat, SILENT))
        _paint(self._linked, flat, links.closed(flat))

    def _note_gaps(self) -> None:
        by_name, end, gaps, skipped = self._flat.by_name, self._flat.end, self._gaps, self._skipped
        for number in by_name.get("br", ()):
            if not skipped[number]:
                gaps[number] = _BREAK
        blocks = [number for name in _BLOCKS.intersection(by_name) for number in by_name[name] if not skipped[number]]
        for number in blocks:
            gaps[end[number]] = _END
        for number in blocks:
            gaps[number] = _START

    def _pieces(self) -> Iterator[tuple[int, list[int]]]:
        """The block of each run, its texts and the gaps between them. One line break parts words, two part blocks."""
        gaps, skipped, parent = self._gaps, self._skipped, self._flat.parent
        pieces, block, after = list[int](), 0, 0
        for number in self._flat.texts:
            if skipped[number]:
                continue
            gap = gaps[after : number + 1]
            start, end = gap.rfind(_START), gap.rfind(_END)
            if start >= 0 or end >= 0 or gap.count(_BREAK) > 1:
                if pieces:
                    yield block, pieces
                pieces = []
                if start > end:
                    block = after + start
                elif end >= 0:
                    block = self._block(parent[number])
            elif _BREAK in gap or self._blank(after, number):
                pieces.append(_GAP)
            pieces.append(number)
            after = number + 1
        if pieces:
            yield block, pieces

    def _blank(self, start: int, end: int) -> bool:
        """Whether a blank text stands between two others."""
        nodes, skipped = self._nodes, self._skipped
        if str not in map(type, nodes[start:end]):
            return False
        return any(type(nodes[number]) is str and not skipped[number] for number in range(start, end))

    def _run(self, block: int, pieces: list[int]) -> Run:
        nodes, linked, first = self._nodes, self._linked, pieces[0]
        if len(pieces) == 1:
            text = collapse(nodes[first])
            return Run(block, first, text, len(text), 1.0) if linked[first] else Run(block, first, text, 0, 0.0)
        text = collapse("".join([" " if piece == _GAP else nodes[piece] for piece in pieces]))
        inside = sum([len(collapse(nodes[piece])) for piece in pieces if piece != _GAP and linked[piece]])
        return Run(block, first, text, inside, min(1.0, inside / len(text)), tuple(self._seams(pieces)))

    def _block(self, number: int) -> int:
        """The block around a text, looked for once for each inline element on the way up to it."""
        known, names, parent, climbed = self._blocks, self._flat.names, self._flat.parent, list[int]()
        while names[number] not in _BLOCKS:
            block = known.get(number)
            if block is not None:
                number = block
                break
            climbed.append(number)
            number = parent[number]
        for each in climbed:
            known[each] = number
        return number

    def _seams(self, pieces: list[int]) -> list[Seam]:
        """Boundaries at which two words of two letters or more meet, the second one with a capital or after a colon."""
        nodes, parent = self._nodes, self._flat.parent
        return [
            (parent[after], collapse(nodes[before]), collapse(nodes[after]))
            for before, after in pairwise(pieces)
            if before != _GAP
            and after != _GAP
            and nodes[before][-1] > " "
            and nodes[after][0].isalnum()
            and (nodes[before][-1] == ":" or self._runs_on(before, after))
        ]

    def _runs_on(self, before: int, after: int) -> bool:
        """Whether two words seem to be one; two neighbouring links, or a link and a word, are none, whatever their letters."""
        left, right = self._nodes[before], self._nodes[after]
        return (
            bool(_LETTERS.fullmatch(left[-2:]))
            and right[:2].isalpha()
            and (right[0].isupper() or self._after_link(after) or (" " in left and self._styled_apart(before, after)))
        )

    def _styled_apart(self, before: int, after: int) -> bool:
        """Whether two texts stand in two spans that style sheets set apart: a name and a site."""
        spans = [self._flat.parent[before], self._flat.parent[after]]
        tags = [self._flat.nodes[span] for span in spans if self._flat.names[span] == "span"]
        return spans[0] != spans[1] and len(tags) == 2 and all(isinstance(tag, Tag) and "class" in tag.attrs for tag in tags)

    def _after_link(self, number: int) -> bool:
        flat = self._flat
        before = flat.before(number)
        if before is None and flat.parent[number] >= 0:
            before = flat.before(flat.parent[number])
        return before is not None and flat.names[before] == "a"
