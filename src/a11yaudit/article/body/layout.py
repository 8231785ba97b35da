"""The elements around the page's text, with what their class names say and how much text and links they hold; one pass up, one down."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import cast

from bs4.element import Tag

from a11yaudit.article import class_names
from a11yaudit.article.class_names import Says
from a11yaudit.article.text_runs import Run
from a11yaudit.page import Page


class Layout:
    """The boxes of a page: its elements that hold text, in document order, a parent always before its children."""

    def __init__(self, page: Page, runs: Sequence[Run]) -> None:
        self.page = page
        self.runs = runs
        flat = page.flat
        self.boxes = _around(flat.parent, runs)
        """Numbers of the elements."""
        box_of = {node: box for box, node in enumerate(self.boxes)}
        box_of[-1] = -1
        self.up = [box_of[flat.parent[node]] for node in self.boxes]
        """The box around each; -1 for the root."""
        self.of_run = [box_of[run.node] for run in runs]
        self.tags = cast("list[Tag]", [flat.nodes[node] for node in self.boxes])
        self.names = [flat.names[node] for node in self.boxes]
        self.says = [class_names.of(tag, name) if tag.attrs else 0 for tag, name in zip(self.tags, self.names, strict=True)]
        count = len(self.boxes)
        self.end = list(range(1, count + 1))
        """One past the last box below each."""
        self.size, self.linked, self.lines = [0] * count, [0] * count, [0] * count
        """Characters, characters in links, and runs below each."""
        self._fill()

    def _fill(self) -> None:
        size, linked, lines, end, up = self.size, self.linked, self.lines, self.end, self.up
        for run, box in zip(self.runs, self.of_run, strict=True):
            size[box] += len(run.text)
            linked[box] += min(run.linked, len(run.text))
            lines[box] += 1
        for box in range(len(up) - 1, 0, -1):
            around = up[box]
            size[around] += size[box]
            linked[around] += linked[box]
            lines[around] += lines[box]
            if end[box] > end[around]:
                end[around] = end[box]

    def sums(self, own: Sequence[float]) -> list[float]:
        """Of a value of each run the sum below each box."""
        totals, up = [0.0] * len(self.up), self.up
        for box, value in zip(self.of_run, own, strict=True):
            totals[box] += value
        for box in range(len(totals) - 1, 0, -1):
            totals[up[box]] += totals[box]
        return totals

    def around(self, box: int) -> Iterator[int]:
        """A box and those around it, innermost first."""
        while box >= 0:
            yield box
            box = self.up[box]

    def children(self, box: int) -> Iterator[int]:
        """The boxes right below a box."""
        child = box + 1
        while child < self.end[box]:
            yield child
            child = self.end[child]

    def runs_of(self, box: int) -> list[int]:
        """The runs whose elements are a box or lie below it."""
        node, end, runs = self.boxes[box], self.end[box], self.runs
        first = bisect_left(runs, node, key=_start)
        after = bisect_left(runs, self.page.flat.end[node], lo=first, key=_start)
        return [i for i in range(first, after) if box <= self.of_run[i] < end]

    def inherited(self, own: Sequence[bool]) -> list[bool]:
        """Whether each box, or one around it, has a property."""
        found = list(own)
        for box, around in enumerate(self.up):
            if around >= 0 and found[around]:
                found[box] = True
        return found

    def rank(self, box: int) -> int:
        """How plainly an element says that it is the article's body, 0 to 3."""
        if self.tags[box].attrs.get("itemprop") == "articleBody":
            return 3
        return 2 if self.says[box] & Says.ARTICLE else int(self.names[box] in ("article", "main"))

    def link_share(self, box: int) -> float:
        """Share of the characters in links, 0 to 1."""
        return self.linked[box] / self.size[box] if self.size[box] else 0.0


def _start(run: Run) -> int:
    return run.start


def _around(parent: Sequence[int], runs: Sequence[Run]) -> list[int]:
    """The elements of some runs and all around them, in document order."""
    found: set[int] = set()
    for run in runs:
        number = run.node
        while number >= 0 and number not in found:
            found.add(number)
            number = parent[number]
    return sorted(found)
