"""The article with the findings in their places."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from a11yaudit.article.characters import count_words
from a11yaudit.model.article import AROUND, RUNNING_TEXT, Article, Block, Image, Interruption, Role
from a11yaudit.model.location import Location
from a11yaudit.model.measurements import Readability, Sentence
from a11yaudit.model.outcome import Finding

TEXT = RUNNING_TEXT | {Role.HEADLINE}
"""Roles between the first and the last of which the article stands."""
HARDEST = 5
"""Sentences in the list of the hardest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A block, a picture or an interruption of the article."""

    anchor: str
    location: Location
    words_before: int
    """Words of the running text before it."""
    words: int
    """Words of the running text in it."""
    number: int | None = None
    """The block's number in `Article.blocks`."""
    block: Block | None = None
    image: Image | None = None
    unit: Interruption | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a block's text."""

    text: str
    marked: bool
    ends: tuple[Finding, ...]
    """Findings whose passage ends with this piece; their tags stand after it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An entry with what is said of it."""

    entry: Entry
    spans: tuple[Span, ...]
    findings: tuple[Finding, ...]
    """Those about the whole entry."""


@dataclass(frozen=True, slots=True)
class Hard:
    """A sentence to rewrite first."""

    sentence: Sentence
    entry: Entry


class Places:
    """The article in document order, and where in it a finding belongs."""

    def __init__(self, article: Article) -> None:
        self.entries = tuple(_entries(article))
        self._nodes = [entry.location.node for entry in self.entries]
        self._text = [entry.location.node for entry in self.entries if entry.block and entry.block.role in TEXT]
        self._by_node: dict[int, list[Entry]] = {}
        for entry in self.entries:
            self._by_node.setdefault(entry.location.node, []).append(entry)
        for entry in self.entries:
            if entry.unit and entry.unit.label_location:
                self._by_node.setdefault(entry.unit.label_location.node, []).append(entry)

    def of(self, finding: Finding) -> Entry | None:
        """The entry that the finding names, or the block that holds its passage; None for what lies outside the article."""
        if finding.location is None:
            return None
        node = finding.location.node
        named = self._by_node.get(node)
        if named:
            return next((entry for entry in named if entry.block and passage(finding, entry.block.text)), named[0])
        number = bisect_right(self._nodes, node) - 1
        entry = self.entries[number] if number >= 0 else None
        return entry if entry and entry.block and passage(finding, entry.block.text) else None

    def near(self, finding: Finding) -> Entry | None:
        """The finding's entry, or for what stands within the text but is none of its words (a link without a name) the entry before it."""
        entry = self.of(finding)
        if entry or finding.location is None or not self._text:
            return entry
        node = finding.location.node
        return self.entries[bisect_right(self._nodes, node) - 1] if self._text[0] <= node <= self._text[-1] else None


def passage(finding: Finding, text: str) -> tuple[int, int] | None:
    """Start and end of the words that a finding is about; None where it is about the whole block or another one."""
    if "sentences" in finding.evidence:
        return None
    for key in ("acronym", "text"):
        words = finding.evidence.get(key)
        if isinstance(words, str) and words and (start := text.find(words)) >= 0:
            return start, start + len(words)
    return None


def article(places: Places, findings: Iterable[Finding]) -> list[Marked]:
    """All entries with their findings."""
    by_entry: dict[str, list[Finding]] = {}
    for finding in findings:
        entry = places.of(finding)
        if entry:
            by_entry.setdefault(entry.anchor, []).append(finding)
    return [_marked(entry, by_entry.get(entry.anchor, [])) for entry in places.entries]


def hardest(reading: Readability, places: Places) -> list[Hard]:
    """The hardest sentences of the text, hardest first; the longest ones in a language whose difficulty is not measured."""
    entries = {entry.number: entry for entry in places.entries if entry.block}
    longest = sorted((s for s in reading.sentences if s.words), key=lambda sentence: -sentence.words)
    known = [sentence for sentence in reading.hardest_sentences or longest if sentence.block in entries]
    return [Hard(sentence, entries[sentence.block]) for sentence in known[:HARDEST]]


def hardest_passage(reading: Readability, places: Places) -> Entry | None:
    """Where the hardest passage begins; None for a text of one passage, and where the ease is not measured."""
    if reading.hardest is None:
        return None
    node = reading.hardest.location.node
    return next((entry for entry in places.entries if entry.block and entry.location.node == node), None)


def _entries(article: Article) -> Iterator[Entry]:
    """Blocks, pictures and interruptions by their place in the document; anchors are made of line and column."""
    items: list[tuple[int, int, int | None, Block | Image | Interruption]] = [
        *((block.location.node, 2, number, block) for number, block in enumerate(article.blocks) if block.role not in AROUND),
        *((image.location.node, 1, None, image) for image in article.images),
        *((unit.location.node, 0, None, unit) for unit in article.interruptions),
    ]
    words, seen = 0, dict[str, int]()
    for _, _, number, item in sorted(items, key=lambda row: (row[0], row[1], row[2] or 0)):
        place = item.location
        name = f"at-{place.line}-{place.column}"
        seen[name] = seen.get(name, 0) + 1
        block = item if isinstance(item, Block) else None
        own = count_words(block.text) if block and block.role in RUNNING_TEXT else 0
        yield Entry(
            anchor=name if seen[name] == 1 else f"{name}-{seen[name]}",
            location=place,
            words_before=words,
            words=own,
            number=number,
            block=block,
            image=item if isinstance(item, Image) else None,
            unit=item if isinstance(item, Interruption) else None,
        )
        words += own


def _marked(entry: Entry, findings: list[Finding]) -> Marked:
    if entry.block is None:
        return Marked(entry, (), tuple(findings))
    text = entry.block.text
    found = [(where, finding) for finding in findings if (where := passage(finding, text))]
    inside = {id(finding) for _, finding in found}
    edges = sorted({0, len(text), *(edge for where, _ in found for edge in where)})
    spans = tuple(
        Span(
            text[start:end],
            any(where[0] <= start and end <= where[1] for where, _ in found),
            tuple(finding for where, finding in found if where[1] == end),
        )
        for start, end in pairwise(edges)
    )
    return Marked(entry, spans, tuple(finding for finding in findings if id(finding) not in inside))
