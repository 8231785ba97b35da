"""Lines that announce an interruption by their words: labels of ads, and links to other articles, letters and offers."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import NamedTuple

from bs4.element import Tag

from a11yaudit.article.interruptions.element_evidence import Mark, by_name, labels, tokens, words
from a11yaudit.article.interruptions.text_counts import HEAD, Line, Tally
from a11yaudit.model.article import ADVERTISING
from a11yaudit.model.article import InterruptionKind as Kind
from a11yaudit.page.page import attribute
from a11yaudit.resources import vocabulary
from a11yaudit.semantics import Semantics
from a11yaudit.semantics.semantics import BLOCK_LEVEL

DEEPEST = 32
"""Elements around a line that are looked at for its block: nobody nests inline elements deeper, but for a hostile page."""
LABEL_TAGS = frozenset({"p", "div", "small", "section", "aside", "header", "center", "figure", "figcaption"})
"""Elements whose whole text can be an ad's label; inline words, list items and headings are the author's."""
FRAME = frozenset({"html", "body", "main", "article", "td", "th", "tr", "tbody", "table"})
"""Elements that hold the article rather than a line of it."""
_COLON = (":", "：")
_BREAKS = (*_COLON, "–", "—", "-", "|", ">", "»", "›")
_LETTERS = ("newsletter", "e-mail", "email", "inbox", "mailing", "boletín", "boletim", "mail")


class Cue(NamedTuple):
    """How a line begins."""

    kind: Kind
    text: str
    colon: bool
    """Whether it counts only with a colon behind it."""


@cache
def _cues() -> dict[str, tuple[Cue, ...]]:
    """By their first characters, the longest first."""
    table = vocabulary("interruptions")["cues"]
    found: dict[str, list[Cue]] = {}
    for name, listed in table.items():
        kind = Kind.RELATED if name == "colon" else Kind(name)
        for text in listed:
            found.setdefault(text[:HEAD], []).append(Cue(kind, text, name == "colon"))
    for text, kind in labels(None).items():
        if kind == Kind.RELATED:
            found.setdefault(text[:HEAD], []).append(Cue(kind, text, False))
    return {head: tuple(sorted(cues, key=lambda cue: -len(cue.text))) for head, cues in found.items()}


class Finder:
    """Looks at the lines of a page that begin like a cue."""

    def __init__(self, semantics: Semantics, tally: Tally, known: Mapping[str, Kind]) -> None:
        self._semantics = semantics
        self._page = semantics.page
        self._tally = tally
        self._labels = known

    def found(self) -> Iterator[tuple[int, Mark]]:
        """Elements with what their words say."""
        cues = _cues()
        for line in self._tally.lines:
            if kind := self._label_kind(line):
                yield from self._label(line, kind)
            for cue in cues.get(line.text[:HEAD], ()):
                if line.text.startswith(cue.text) and self._begins(line, cue):
                    yield from self._cue(line, cue)
                    break
        yield from self._link_lines()
        yield from self._asides()

    def _label_kind(self, line: Line) -> Kind | None:
        """What a line of advertising says: a label, or "Story continues below advertisement"."""
        kind = self._labels.get(line.text)
        if kind in ADVERTISING:
            return kind
        continues, ads = _continuation()
        said = line.text.replace(".", " ").split() if line.words <= words().limits["most_continuation_words"] else ()
        return Kind.AD if not ads.isdisjoint(said) and not continues.isdisjoint(said) else None

    def _label(self, line: Line, kind: Kind) -> Iterator[tuple[int, Mark]]:
        """An element whose whole text is a label, like `<p>Advertisement</p>`."""
        block = self._block(line.number)
        if self._page.flat.names[block] in LABEL_TAGS and self._tally.words(block) == line.words and not self._tally.linked(line.number):
            yield block, Mark(kind, words().weights["label"], f'label "{line.text}"', by_words=True)

    def _block(self, number: int) -> int:
        names = self._page.flat.names
        return next((n for n in islice(self._page.ancestors(number), DEEPEST) if names[n] in BLOCK_LEVEL), 0)

    def _cue(self, line: Line, cue: Cue) -> Iterator[tuple[int, Mark]]:
        mark = Mark(cue.kind, words().weights["label"], f'cue "{cue.text}"', by_words=True)
        if cue.kind == Kind.RELATED:
            yield from ((number, mark) for number in self._links_after(line, cue))
        else:
            yield from ((number, mark) for number in self._offer(line, cue))

    def _begins(self, line: Line, cue: Cue) -> bool:
        """Whether a line that starts like a cue does not only start like it by chance."""
        rest = line.text[len(cue.text) :]
        if cue.colon:
            raw = str(self._page.flat.nodes[line.number]).strip()
            return rest.lstrip().startswith(_COLON) or (raw[len(cue.text) :].startswith(_COLON))
        return not rest or not rest[0].isalnum() or not cue.text.isascii()

    def _links_after(self, line: Line, cue: Cue) -> Iterator[int]:
        """The outermost block around the cue in which all else is links; else the block of links that follows the cue's own."""
        rest, linked = line.text[len(cue.text) :].strip(), self._tally.linked(line.number) > 0
        if not linked and rest and not rest.startswith(_BREAKS):
            return
        own = 0 if linked else len(cue.text.split())
        block = self._outermost(line.number, own)
        if block is not None:
            yield block
            return
        label = self._block(line.number)
        after = self._next(label)
        if after is not None and self._tally.words(label) == line.words and self._all_links(after, 0):
            yield label
            yield after

    def _outermost(self, number: int, own: int) -> int | None:
        limits, best = words().limits, None
        for steps, around in enumerate(self._page.ancestors(number)):
            name = self._page.tag(around).name
            if name in FRAME or steps > limits["most_steps"] or self._tally.words(around) > words().most_words[Kind.RELATED]:
                break
            if best is not None and self._plain(around) > self._plain(best):
                break
            if name in BLOCK_LEVEL and self._all_links(around, own):
                best = around
        return best

    def _plain(self, number: int) -> int:
        return self._tally.words(number) - self._tally.linked(number)

    def _all_links(self, number: int, own: int) -> bool:
        limits = words().limits
        linked = self._tally.linked(number)
        return linked >= limits["fewest_linked_words"] and self._plain(number) - own <= min(limits["most_unlinked_words"], linked)

    def _next(self, number: int) -> int | None:
        """The number of the next element after one, inside the same parent."""
        flat = self._page.flat
        following, end = flat.end[number], flat.end[flat.parent[number]] if flat.parent[number] >= 0 else len(flat.nodes)
        while following < end and not isinstance(flat.nodes[following], Tag):
            following += 1
        return following if following < end else None

    def _offer(self, line: Line, cue: Cue) -> Iterator[int]:
        """A short block that begins with an offer and has a link or a field for the answer."""
        block = self._block(line.number)
        tally, limits = self._tally, words().limits
        if self._page.tag(block).name not in LABEL_TAGS or tally.words_before(block) != tally.words_before(line.number):
            return
        if tally.words(block) > limits["most_offer_words"] or self._plain(block) > limits["most_unlinked_words"]:
            return
        text = self._semantics.text(block).casefold()
        if (cue.kind == Kind.PROMO or any(word in text for word in _LETTERS)) and tally.linked(block):
            yield block

    def _link_lines(self) -> Iterator[tuple[int, Mark]]:
        """Paragraphs that are one link in capitals or in brackets."""
        limits, tally = words().limits, self._tally
        for number in self._page.numbers("p"):
            linked = tally.linked(number)
            if linked < limits["fewest_linked_words"] or self._plain(number) > 2 or linked > limits["most_line_words"]:
                continue
            text = self._semantics.text(number)
            if text.isupper() or (text[0] == "[" and text[-1] == "]"):
                yield number, Mark(Kind.RELATED, words().weights["label"], "a line that is one link", by_words=True)

    def _asides(self) -> Iterator[tuple[int, Mark]]:
        """Asides that are mostly links to other pages."""
        limits, tally = words().limits, self._tally
        for number in self._page.numbers("aside"):
            count, linked = tally.words(number), tally.linked(number)
            few = limits["fewest_linked_words"] <= linked and count <= words().most_words[Kind.RELATED]
            mostly = few and linked >= limits["linked_share"] * count
            if mostly and self._has_title(number) and not self._own_kind(self._page.tag(number)):
                yield number, Mark(Kind.RELATED, words().weights["label"], "an aside of links", by_words=True)

    def _has_title(self, number: int) -> bool:
        """Whether a link in it is as long as a headline."""
        links = self._page.numbers("a")
        inside = links[bisect_left(links, number) : bisect_left(links, self._page.flat.end[number])]
        return any(self._tally.linked(link) >= words().limits["fewest_title_words"] for link in inside)

    def _own_kind(self, tag: Tag) -> bool:
        named = f"{attribute(tag, 'class') or ''} {attribute(tag, 'id') or ''}"
        told = by_name(named[:300])
        return not words().not_related.isdisjoint(tokens(named[:300])) or bool(told and told[1] and told[0] != Kind.RELATED)


@cache
def _continuation() -> tuple[frozenset[str], frozenset[str]]:
    table = vocabulary("interruptions")["continuation"]
    return frozenset(table["words"]), frozenset(table["ads"])
