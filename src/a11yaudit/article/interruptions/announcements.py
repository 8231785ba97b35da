"""Lines that announce an interruption by their words: labels of ads, and links to other articles, letters and offers."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import NamedTuple

from bs4.element import Tag

from a11yaudit.article.interruptions.element_evidence import Mark, bare, by_name, labels, named, words
from a11yaudit.article.interruptions.text_counts import HEAD, Line, Tally, unspaced_ads
from a11yaudit.article.text_runs import HEADINGS
from a11yaudit.model.article import ADVERTISING
from a11yaudit.model.article import InterruptionKind as Kind
from a11yaudit.page.page import attribute
from a11yaudit.resources import vocabulary
from a11yaudit.semantics import Semantics
from a11yaudit.semantics.semantics import BLOCK_LEVEL

DEEPEST = 32
"""Elements around a line that are looked at for its block: nobody nests inline elements deeper, but for a hostile page."""
LABEL_TAGS = frozenset({"p", "div", "small", "section", "aside", "header", "center", "figure", "figcaption"})
"""Elements whose whole text can be an ad's label; list items and cells are the author's."""
_APART = BLOCK_LEVEL | {"br", "script", "style", "ins", "iframe", "noscript", "link", "img", "picture"}
"""Elements beside which inline words stand alone."""
_LIKE = 20
"""Elements of a class that are looked at for what else the class holds."""
_AHEAD = 12
"""Texts behind a label that are looked at for what they speak of."""
MOST_LISTED = 10
"""Lines of links under one cue."""
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
        yield from self._split()
        yield from self._link_lines()
        yield from self._asides()

    def _label_kind(self, line: Line) -> Kind | None:
        """What a line of advertising says: a label, or "Story continues below advertisement"."""
        kind = self._labels.get(line.text)
        if kind in ADVERTISING:
            return kind
        return Kind.AD if line.words <= words().limits["most_continuation_words"] and continues(line.text) else None

    def _label(self, line: Line, kind: Kind) -> Iterator[tuple[int, Mark]]:
        """An element whose whole text is a label, like `<p>Advertisement</p>`."""
        found = self._alone(line)
        if found is None or self._tally.linked(line.number):
            return
        slot = self._before_slot(found)
        if not slot and (self._page.flat.names[found] in HEADINGS or self._is_subject(found) or self._is_value(found)):
            return
        yield found, Mark(kind, words().weights["label"], f'label "{line.text}"', by_words=True)

    def _alone(self, line: Line) -> int | None:
        """The element that holds a line and no other word; an inline one where nothing but blocks stand beside it."""
        names, block = self._page.flat.names, self._block(line.number)
        if self._tally.words(block) == line.words:
            return block if names[block] in LABEL_TAGS or names[block] in HEADINGS else None
        if names[block] not in LABEL_TAGS and names[block] not in ("body", "main", "article"):
            return None
        around = next((n for n in islice(self._page.ancestors(line.number), DEEPEST) if self._page.flat.parent[n] == block), None)
        return around if around is not None and self._tally.words(around) == line.words and self._apart(around) else None

    def _apart(self, number: int) -> bool:
        """Whether only blocks, line breaks and what is not shown stand beside an inline element."""
        flat = self._page.flat
        before, after, end = flat.before(number), flat.end[number], flat.end[flat.parent[number]]
        while before is not None and self._blank(before):
            before = flat.before(before)
        while after < end and self._blank(after):
            after = flat.end[after]
        return all(n is None or flat.names[n] in _APART for n in (before, after if after < end else None))

    def _blank(self, number: int) -> bool:
        node = self._page.flat.nodes[number]
        return not isinstance(node, Tag) and (type(node) is not str or node.isspace())

    def _before_slot(self, number: int) -> bool:
        """Whether what follows a label shows nothing yet, or holds a frame: the place of an ad."""
        flat = self._page.flat
        for _ in range(2):
            after = self._next(number)
            if after is not None:
                return flat.names[after] not in ("br", "hr") and (
                    self._tally.empty(after) or (not self._tally.words(after) and flat.names[after] in ("iframe", "a", "div"))
                )
            around = flat.parent[number]
            if around < 0 or not self._tally.same(around, number):
                return False
            number = around
        return False

    def _is_subject(self, number: int) -> bool:
        """Whether the text behind a line speaks of advertising: then the line is its title."""
        flat, texts = self._page.flat, self._semantics.texts
        first = bisect_left(texts, flat.end[number])
        told = " ".join(str(flat.nodes[n]) for n in texts[first : first + _AHEAD])[:600].casefold()
        return sum(map(told.count, words().disclosures)) > 1

    def _is_value(self, number: int) -> bool:
        """Whether other elements of its class hold other short texts: then the line is one value of a list, like a genre."""
        given = self._page.attribute(number, "class")
        if not given:
            return False
        like = self._semantics.index.by_class.get(given.split()[0], ())[:_LIKE]
        others = [n for n in like if n != number and 0 < self._tally.words(n) <= words().limits["most_label_words"]]
        return sum(bare(self._semantics.text(n)) not in self._labels for n in others) > 1

    def _split(self) -> Iterator[tuple[int, Mark]]:
        """Labels of which each piece stands in an element of its own."""
        flat, seen = self._page.flat, set[int]()
        for number in self._tally.pieces:
            block = self._block(number)
            if block in seen or flat.names[block] not in LABEL_TAGS or flat.end[block] - block > words().limits["longest_label"]:
                continue
            seen.add(block)
            texts = [str(flat.nodes[n]) for n in self._tally.within(self._semantics.texts, block)]
            kind = self._labels.get(text := bare("".join(texts))) if len(texts) > 1 else None
            if kind in ADVERTISING and not self._tally.linked(block):
                yield block, Mark(kind, words().weights["label"], f'label "{text}"', by_words=True)

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
        told = cue.text not in _buttons() or rest.startswith(_COLON) or str(self._page.flat.nodes[line.number]).rstrip().endswith(_COLON)
        block = self._outermost(line.number, own)
        if block is not None:
            if told or rest or self._leads_to_one(block):
                yield block
            return
        label = self._widest(self._block(line.number))
        listed = self._listed(label) if told and self._tally.words(label) == line.words else []
        if listed and self._holds_only(self._page.flat.parent[label], (label, *listed)):
            yield self._page.flat.parent[label]
        elif listed:
            yield label
            yield from listed

    def _leads_to_one(self, number: int) -> bool:
        """Whether all links in an element have one address: a button beside a title is a card, beside a shop's link it is none."""
        anchors = self._tally.within(self._page.numbers("a"), number)
        return len({self._page.attribute(n, "href") for n in anchors}) == 1

    def _widest(self, number: int) -> int:
        """The outermost element around one that holds nothing else."""
        parent, names = self._page.flat.parent, self._page.flat.names
        while parent[number] >= 0 and names[parent[number]] not in FRAME and self._tally.same(parent[number], number):
            number = parent[number]
        return number

    def _listed(self, label: int) -> list[int]:
        """The blocks behind a cue that hold links only."""
        found, after = list[int](), self._next(label)
        while after is not None and len(found) < MOST_LISTED and self._all_links(after, 0):
            found.append(after)
            after = self._next(after)
        return found

    def _holds_only(self, number: int, parts: tuple[int, ...]) -> bool:
        tally = self._tally
        return self._page.flat.names[number] not in FRAME and all(
            count(number) == sum(map(count, parts)) for count in (tally.words, tally.things)
        )

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
        if (
            not limits["fewest_offer_words"] <= tally.words(block) <= limits["most_offer_words"]
            or self._plain(block) > limits["most_unlinked_words"]
        ):
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
            anchors = self._tally.within(self._page.numbers("a"), number)
            if len(anchors) > 1 or any(map(self._is_file, anchors)):
                continue
            text = self._semantics.text(number)
            if text.isupper() or (text[0] == "[" and text[-1] == "]"):
                yield number, Mark(Kind.RELATED, words().weights["label"], "a line that is one link", by_words=True)

    def _is_file(self, link: int) -> bool:
        """Whether a link leads to a document to keep, which is the author's own."""
        address = (self._page.attribute(link, "href") or "").partition("?")[0].lower()
        return address.endswith((".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".epub"))

    def _asides(self) -> Iterator[tuple[int, Mark]]:
        """Asides that are mostly links to other pages."""
        limits, tally = words().limits, self._tally
        for number in self._page.numbers("aside"):
            count, linked = tally.words(number), tally.linked(number)
            few = limits["fewest_linked_words"] <= linked and count <= words().most_words[Kind.RELATED]
            mostly = few and linked >= limits["linked_share"] * count
            if mostly and self.has_title(number) and not self._own_kind(self._page.tag(number)):
                yield number, Mark(Kind.RELATED, words().weights["label"], "an aside of links", by_words=True)

    def has_title(self, number: int) -> bool:
        """Whether a link in it is as long as a headline."""
        links = self._page.numbers("a")
        inside = links[bisect_left(links, number) : bisect_left(links, self._page.flat.end[number])]
        return any(self._tally.linked(link) >= words().limits["fewest_title_words"] for link in inside)

    def _own_kind(self, tag: Tag) -> bool:
        told = by_name(f"{attribute(tag, 'class') or ''} {attribute(tag, 'id') or ''}"[:300])
        return not words().not_related.isdisjoint(named(tag)) or bool(told and told[1] and told[0] != Kind.RELATED)


def continues(text: str) -> bool:
    """Whether a line says that the text goes on behind an ad."""
    table = _continuation()
    said = text.replace(".", " ").replace(",", " ").split()
    if table.ads.isdisjoint(said):
        return any(map(text.__contains__, unspaced_ads())) and any(map(text.__contains__, table.unspaced))
    told = sum(word in table.words for word in said)
    return told > 1 or (told == 1 and len(said) <= words().limits["most_skip_words"])


@cache
def _buttons() -> frozenset[str]:
    return frozenset(vocabulary("interruptions")["buttons"]["words"])


class _Continuation(NamedTuple):
    """Words of "Story continues below advertisement"."""

    words: frozenset[str]
    ads: frozenset[str]
    unspaced: tuple[str, ...]
    """Pieces of lines without spaces."""


@cache
def _continuation() -> _Continuation:
    table = vocabulary("interruptions")["continuation"]
    return _Continuation(frozenset(table["words"]), frozenset(table["ads"]), tuple(table["unspaced_words"]))
