"""Where an interruption meets the reader: before, beside, inside or after the text of the article."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice, pairwise
from typing import NamedTuple

from a11yaudit.article.characters import count_words
from a11yaudit.article.interruptions.element_evidence import bare, labels, tokens
from a11yaudit.article.interruptions.interruptions import Unit
from a11yaudit.model.article import Block, Image, Interruption, InterruptionKind, Passage, Role, Zone
from a11yaudit.page import Page
from a11yaudit.page.page import collapse
from a11yaudit.resources import vocabulary
from a11yaudit.semantics import Semantics

DEEPEST = 64
"""Elements around an interruption that are looked at."""
LONGEST_NAME = 200
"""Characters of a class or an id that are read."""
LONGEST_TEXT = 160
"""Characters of an interruption's words that are kept."""
AROUND = 3
"""Elements around an interruption of which the styles are read."""
NEAREST = 8
"""Nodes on either side of an interruption among which posts are looked for."""
FIRST = 4
"""Nodes in an interruption of which the names are read."""
LONGEST_AROUND = 60
"""Characters of the article that are looked at on either side; in a language without spaces all of them are kept."""
WORDS_AROUND = 6
"""Words of the article that are kept on either side."""
_BROKEN = ("p", "blockquote", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6")
"""Elements that an interruption can break in two."""
_OUTSIDE = frozenset({"nav", "footer", "dialog"})


class _Words(NamedTuple):
    """The vocabulary of places."""

    beside: frozenset[str]
    off_page: frozenset[str]
    unshown: frozenset[str]
    posts: frozenset[str]
    closing: tuple[str, ...]
    fewest_after: int
    most_after: int
    share_after: float
    least_confidence: float
    most_title: int
    most_closing: int


@cache
def _words() -> _Words:
    table = vocabulary("interruptions")
    placed, limits = table["placement"], table["limits"]
    return _Words(
        frozenset(placed["beside"]),
        frozenset(placed["off_page"]),
        frozenset(placed["unshown"]),
        frozenset(placed["posts"]),
        tuple(placed["closing"]),
        limits["fewest_words_after"],
        limits["most_words_after"],
        limits["share_after"],
        limits["least_confidence"],
        limits["most_title_words"],
        limits["most_closing_words"],
    )


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article: its blocks in order, each with the number of its first text node."""

    starts: Sequence[int]
    blocks: Sequence[Block]
    headline: int | None
    """The number of the headline's element."""
    title: Passage | None
    confidence: float
    """How sure it is that this is the article, 0 to 1."""


class Placement:
    """Puts interruptions in their places."""

    def __init__(self, semantics: Semantics, text: Text, pictures: Sequence[Image]) -> None:
        self._semantics = semantics
        self._page: Page = semantics.page
        self._text = text
        self._words = list(accumulate((count_words(block.text) for block in text.blocks), initial=0))
        self._last = self._last_paragraph()
        self._pictures = sorted(image.location.node for image in pictures)

    def _last_paragraph(self) -> int:
        """The start of the last block that enough words of the text follow, itself included.

        Links at the end don't count, nor does anything behind a note or a title like "More on this topic" in the last two thirds.
        """
        known, third = labels(self._page.language.used), self._words[-1] / 3
        ends = (
            i
            for i, block in enumerate(self._text.blocks)
            if self._words[i] > third and len(block.text) < LONGEST_TEXT and self._ends(block.text, known)
        )
        rule = _words()
        fewest = max(rule.fewest_after, min(rule.most_after, rule.share_after * self._words[-1]))
        end, count = next(ends, len(self._text.blocks)), 0
        for start, block in zip(reversed(self._text.starts[:end]), reversed(self._text.blocks[:end]), strict=True):
            if block.role is not Role.HEADING and block.link_share < 0.5 and not _closes(block.text):
                count += sum(word[:1].isalpha() for word in block.text.split()) if block.text.isascii() else count_words(block.text)
            if count >= fewest:
                return start
        return self._text.starts[-1]

    def _ends(self, text: str, known: Mapping[str, InterruptionKind]) -> bool:
        """Whether a short text is the title of related articles, or a closing note."""
        if count_words(text) <= _words().most_title and known.get(bare(text)) is InterruptionKind.RELATED:
            return True
        return _closes(text)

    def of(self, unit: Unit) -> Interruption:
        """One interruption in its place."""
        page, number, blocks = self._page, unit.node, self._text.blocks
        before = bisect_left(self._text.starts, number)
        start = self._text.starts[before - 1] if before else 0
        end = self._text.starts[before] if before < len(blocks) else number
        zone = self._zone(number)
        return Interruption(
            kind=unit.kind,
            label=unit.label,
            location=page.location(number),
            evidence=unit.evidence,
            zone=zone,
            words_before=self._words[before],
            inside=self._broken(number) if zone is Zone.BODY else None,
            after_heading=zone is Zone.BODY and self._under_subheading(before),
            announced=unit.announced,
            label_location=page.location(unit.label_node) if unit.label_node is not None else None,
            frames=tuple(page.location(frame) for frame in unit.frames),
            named_frames=tuple(page.location(frame) for frame in unit.named_frames),
            beside_picture=bisect_left(self._pictures, start) < bisect_left(self._pictures, end),
            labelled=unit.labelled,
            empty=unit.empty,
            words=unit.words,
            stops=unit.stops,
            autoplay=unit.autoplay,
            position=round(self._words[before] / self._words[-1], 4) if self._words[-1] else 0.0,
            text=self._said(unit) if zone is Zone.BODY else "",
            text_before=_ending(blocks[before - 1].text) if before else _ending(self._text.title.text if self._text.title else ""),
            text_after=_beginning(blocks[before].text) if before < len(blocks) else "",
        )

    def _under_subheading(self, before: int) -> bool:
        """Whether a heading with text above it, and so no line of the title's, is the last block before a place."""
        blocks = self._text.blocks[max(0, before - 2) : before]
        return len(blocks) == 2 and blocks[1].role is Role.HEADING

    def _said(self, unit: Unit) -> str:
        """The words of an interruption that are read out."""
        return collapse(self._semantics.text(unit.node))[:LONGEST_TEXT] if unit.words else ""

    def _zone(self, number: int) -> Zone:
        starts = self._text.starts
        if self._text.headline is not None and number < self._text.headline:
            return Zone.BESIDE if self._off_page(number) else Zone.BEFORE_HEADLINE
        unsure = self._text.confidence < _words().least_confidence
        if unsure or number >= self._last or self._between_posts(number):
            return Zone.AFTER_BODY
        if self._off_page(number) or self._aside(number):
            return Zone.BESIDE
        return Zone.BEFORE_BODY if number < starts[0] else Zone.BODY

    def _aside(self, number: int) -> bool:
        """Whether an element around it that holds none of the text says that it stands beside the text, or is not shown yet."""
        flat, starts = self._page.flat, self._text.starts
        for around in (number, *islice(self._page.ancestors(number), DEEPEST)):
            if bisect_left(starts, around) < bisect_left(starts, flat.end[around]):
                return False
            if flat.names[around] in _OUTSIDE or self._says_aside(around):
                return True
        return False

    def _between_posts(self, number: int) -> bool:
        """Whether it stands between two answers or two messages of a forum."""
        flat = self._page.flat
        around = flat.parent[number]
        if around < 0:
            return False
        before: int | None = number
        after = flat.end[number]
        for _ in range(NEAREST):
            if before is not None and not self._is_post(before):
                before = flat.before(before)
            if after < flat.end[around] and not self._is_post(after):
                after = flat.end[after]
        return before is not None and self._is_post(before) and after < flat.end[around] and self._is_post(after)

    def _is_post(self, number: int) -> bool:
        if self._page.flat.names[number] not in ("article", "div", "li", "section"):
            return False
        return any(not _words().posts.isdisjoint(parts) for parts in self._named(number))

    def _off_page(self, number: int) -> bool:
        """Whether the name of an element, or of the first ones in it, says that it stands beside the page or opens over it."""
        names, known = self._page.flat.names, _words().off_page | _words().beside
        around = islice(self._page.ancestors(number), AROUND)
        if any("position:fixed" in (self._page.attribute(n, "style") or "").replace(" ", "") for n in (number, *around)):
            return True
        inside = (number, *islice(self._page.inside(number), FIRST))
        return any(not known.isdisjoint(parts) for n in inside if names[n] for parts in self._named(n))

    def _says_aside(self, number: int) -> bool:
        classes = (self._page.attribute(number, "class") or "")[:LONGEST_NAME].split()
        if not _words().unshown.isdisjoint(classes):
            return True
        return any(not _words().beside.isdisjoint(parts) for parts in self._named(number))

    def _named(self, number: int) -> Iterator[list[str]]:
        """The words of each name of an element, and the pairs of words."""
        attribute = self._page.attribute
        for name in (*(attribute(number, "class") or "")[:LONGEST_NAME].split(), (attribute(number, "id") or "")[:LONGEST_NAME]):
            parts = tokens(name)
            yield [*parts, *(f"{one}-{two}" for one, two in pairwise(parts)), *(["1x1"] if "1x1" in name else [])]

    def _broken(self, number: int) -> str | None:
        """The name of the innermost paragraph, quotation, list or heading that has words of the text on both sides."""
        flat, starts = self._page.flat, self._text.starts
        for around in islice(self._page.ancestors(number), DEEPEST):
            name = flat.names[around]
            if name in _BROKEN and bisect_left(starts, around) < bisect_left(starts, number) and self._goes_on(number, around):
                return name
        return None

    def _goes_on(self, number: int, around: int) -> bool:
        """Whether words of the text follow an element inside another."""
        flat, texts = self._page.flat, self._semantics.texts
        if flat.names[around] not in ("p", "h1", "h2", "h3", "h4", "h5", "h6"):
            starts = self._text.starts
            return bisect_left(starts, flat.end[number]) < bisect_left(starts, flat.end[around])
        first, last = bisect_left(texts, flat.end[number]), bisect_left(texts, flat.end[around])
        return any(str(flat.nodes[n]).strip() for n in texts[first : min(last, first + DEEPEST)])


def _closes(text: str) -> bool:
    """Whether a short text says where the article comes from: it stands under the article and is none of it."""
    return len(text) < 400 and text.casefold().startswith(_words().closing) and count_words(text) <= _words().most_closing


def _ending(text: str) -> str:
    return " ".join(text[-LONGEST_AROUND:].split()[-WORDS_AROUND:])


def _beginning(text: str) -> str:
    return " ".join(text[:LONGEST_AROUND].split()[:WORDS_AROUND])
