"""The runs of text that a browser shows as blocks of their own."""

import re
from dataclasses import dataclass, field

from bs4.element import Tag

from a11yaudit.page.page import collapse
from a11yaudit.semantics import Semantics
from a11yaudit.semantics.semantics import BLOCK_LEVEL

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SILENT = frozenset("svg select option button textarea input object embed audio video canvas map iframe annotation annotation-xml".split())
"""Elements whose text is no text of the page."""
_WORD = re.compile(r"\w+(?:['’.,\-]\w+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_JOINED = re.compile(r"[^\W\d_]{2}\Z")


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
    seams: list[tuple[int, str, str]] = field(default_factory=list)
    """Element boundaries without white space between two words: element, text before, text after."""


def count_words(text: str) -> int:
    """Words of a text; each Chinese or Japanese character counts as half a word, as scripts without spaces have no words to count."""
    characters = len(_CJK.findall(text))
    return len(_WORD.findall(_CJK.sub(" ", text) if characters else text)) + (characters + 1) // 2


def runs(semantics: Semantics, hidden_too: bool = False) -> list[Run]:
    """All runs of the document in order; `hidden_too` reads what the page hides, for pages that show nothing without a script."""
    return _Reader(semantics, hidden_too).read()


class _Reader:
    """Walks the index once and cuts the text at block boundaries and double line breaks."""

    def __init__(self, semantics: Semantics, hidden_too: bool) -> None:
        self._semantics = semantics
        self._hidden_too = hidden_too
        self._found: list[Run] = []
        self._parts: list[tuple[str, int, bool]] = []
        """Texts of the run that is open, each with its node's number and whether it is in a link; empty as long as there is only space."""
        self._breaks = 0

    def read(self) -> list[Run]:
        flat = self._semantics.page.flat
        nodes, ends = flat.nodes, flat.end
        opened: list[tuple[int, int]] = [(len(nodes) + 1, 0)]
        closing = opened[0][0]
        links_end = i = 0
        while i < len(nodes):
            while i >= closing:
                self._flush(opened.pop()[1])
                closing = opened[-1][0]
            node = nodes[i]
            if isinstance(node, Tag):
                name = node.name
                if name in SILENT or not self._readable(i, node):
                    i = ends[i]
                    continue
                if name == "br":
                    self._break(opened[-1][1])
                elif name in BLOCK_LEVEL:
                    self._flush(opened[-1][1])
                    closing = ends[i]
                    opened.append((closing, i))
                elif name == "a" and "href" in node.attrs:
                    links_end = max(links_end, ends[i])
            elif type(node) is str:
                solid = node.strip(" \t\n\r\f")
                if solid:
                    self._breaks = 0
                if solid or self._parts:
                    self._parts.append((str(node), i, i < links_end))
            i += 1
        while opened:
            self._flush(opened.pop()[1])
        return self._found

    def _readable(self, number: int, tag: Tag) -> bool:
        if self._semantics.rendered(number):
            return True
        shadow = tag.name == "template" and "shadowrootmode" in tag.attrs
        return self._hidden_too and (shadow or tag.name not in ("head", "script", "style", "template", "noscript"))

    def _break(self, block: int) -> None:
        """One line break parts words, two part blocks."""
        if self._parts:
            self._breaks += 1
            self._parts.append((" ", -1, False))
            if self._breaks >= 2:
                self._flush(block)

    def _flush(self, block: int) -> None:
        self._breaks = 0
        if not self._parts:
            return
        text = collapse("".join([part for part, _, _ in self._parts]))
        linked = sum(len(collapse(part)) for part, _, in_link in self._parts if in_link)
        seams = self._seams() if len(self._parts) > 1 else []
        self._found.append(Run(block, self._parts[0][1], text, linked, min(1.0, linked / len(text)), seams))
        self._parts = []

    def _seams(self) -> list[tuple[int, str, str]]:
        """Boundaries at which two words of two letters or more meet, the second one with a capital or after a colon."""
        found = []
        for (left, _, _), (right, number, _) in zip(self._parts, self._parts[1:], strict=False):
            if not left or not right or number < 0:
                continue
            runs_on = bool(_JOINED.search(left)) and right[:1].isalpha() and right[:2].isalpha()
            labelled = left[-1:] == ":" and right[:1].isalnum()
            if labelled or (runs_on and (right[0].isupper() or self._apart(number))):
                found.append((self._semantics.page.flat.parent[number], collapse(left), collapse(right)))
        return found

    def _apart(self, number: int) -> bool:
        """Whether the text follows a whole link: two neighbouring links, or a link and a word, are no one word."""
        flat = self._semantics.page.flat
        before = flat.before(number)
        if before is None and flat.parent[number] >= 0:
            before = flat.before(flat.parent[number])
        return before is not None and flat.names[before] == "a"
