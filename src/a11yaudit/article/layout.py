"""The elements around the page's text, with what their class names say and how much text and links they hold; one pass up, one down."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from bs4.element import Tag

from a11yaudit.article.text import HEADINGS, Run
from a11yaudit.article.words import words
from a11yaudit.page import Page
from a11yaudit.page.page import attribute

Number = TypeVar("Number", int, float)
SLUG_PARTS = 4
"""Parts of an id that is made from a heading's text ("sharing-with-multiple-developers"): it names a subject, not a region.
The id of a heading always does."""
LONGEST_LABEL = 400
_PARTS = re.compile(r"[^\W_]+")


class Says:
    """What class and id say of an element: bits of a plain int, for an `IntFlag` would cost as much as the rest of the layout."""

    BOILERPLATE = 1
    ARTICLE = 2
    COMMENTS = 4
    CAPTION = 8
    STANDFIRST = 16
    BYLINE = 32
    BIO = 64
    FOOTNOTE = 128
    TAGS = 256
    SHARE = 512
    NEWSLETTER = 1024
    RELATED = 2048
    CORRECTION = 4096
    PULL_QUOTE = 8192


class Layout:
    """The boxes of a page: its elements that hold text, in document order, a parent always before its children."""

    def __init__(self, page: Page, runs: Sequence[Run]) -> None:
        self.page = page
        self.runs = runs
        parent = page.flat.parent
        nodes: set[int] = set()
        for run in runs:
            number = run.node
            while number >= 0 and number not in nodes:
                nodes.add(number)
                number = parent[number]
        self.boxes = sorted(nodes)
        """Numbers of the elements."""
        self.number = {node: box for box, node in enumerate(self.boxes)}
        """The box of an element."""
        self.up = [self.number[parent[node]] if parent[node] >= 0 else -1 for node in self.boxes]
        """The box around each; -1 for the root."""
        self.of_run = [self.number[run.node] for run in runs]
        self.tags: list[Tag] = [page.tag(node) for node in self.boxes]
        self.names = [tag.name for tag in self.tags]
        self.says = [_of(tag) for tag in self.tags]
        count = len(self.boxes)
        self.size, self.linked, self.lines = [0] * count, [0] * count, [0] * count
        """Characters, characters in links, and runs below each."""
        self.children: list[list[int]] = [[] for _ in range(count)]
        self._fill()

    def _fill(self) -> None:
        for run, box in zip(self.runs, self.of_run, strict=True):
            self.size[box] += len(run.text)
            self.linked[box] += min(run.linked, len(run.text))
            self.lines[box] += 1
        self.size, self.linked, self.lines = self.sums(self.size), self.sums(self.linked), self.sums(self.lines)
        for box, around in enumerate(self.up):
            if around >= 0:
                self.children[around].append(box)

    def sums(self, own: Sequence[Number]) -> list[Number]:
        """Each box's own value and those of all boxes below it."""
        totals = list(own)
        for box in range(len(totals) - 1, 0, -1):
            totals[self.up[box]] += totals[box]
        return totals

    def around(self, box: int) -> list[int]:
        """A box and those around it, innermost first."""
        chain = []
        while box >= 0:
            chain.append(box)
            box = self.up[box]
        return chain

    def inherited(self, own: Sequence[bool]) -> list[bool]:
        """Whether each box, or one around it, has a property."""
        found = list(own)
        for box, around in enumerate(self.up):
            if around >= 0 and found[around]:
                found[box] = True
        return found

    def holds(self, outer: int, inner: int) -> bool:
        """Whether a box lies below another."""
        return self.boxes[outer] < self.boxes[inner] < self.page.flat.end[self.boxes[outer]]

    def rank(self, box: int) -> int:
        """How plainly an element says that it is the article's body, 0 to 3."""
        if self.tags[box].attrs.get("itemprop") == "articleBody":
            return 3
        return 2 if self.says[box] & Says.ARTICLE else int(self.names[box] in ("article", "main"))

    def link_share(self, box: int) -> float:
        """Share of the characters in links, 0 to 1."""
        return self.linked[box] / self.size[box] if self.size[box] else 0.0


def _of(tag: Tag) -> int:
    attributes = tag.attrs
    if "class" not in attributes and "id" not in attributes:
        return 0
    name = "" if tag.name in HEADINGS else attribute(tag, "id") or ""
    label = f"{attribute(tag, 'class') or ''} {name if len(_PARTS.findall(name[:LONGEST_LABEL])) < SLUG_PARTS else ''}"
    return read_label(label[:LONGEST_LABEL])


@lru_cache(maxsize=8192)
def read_label(label: str) -> int:
    """What a class (and id) says, as bits of `Says`."""
    table = words()
    label = table.neutral.sub(" ", label)
    return sum(1 << bit for bit, pattern in enumerate(table.labels_of) if pattern.search(label)) if label.strip() else 0
