"""Rows of teasers: titles of other articles that link to them."""

from bisect import bisect_left
from itertools import accumulate

from a11yaudit.article.body.layout import Layout
from a11yaudit.page.page import attribute

TEASER_TITLE, TITLE_LINES, LONGEST_TEASER, FEWEST_TEASERS = 15, 2, 800, 3
"""A teaser: characters of its linked title, in which of its lines that stands, characters of it all; and how many make a row."""
FEWEST_NESTED = 2
"""Short `<article>`s with linked titles, wherever they stand, from which they are other articles."""
MUCH, LITTLE = 0.35, 0.15
"""Shares of an article's element: a row of linked titles in it is the article's own where it is much, or where more than little follows."""
_ITEMS = frozenset({"li", "article", "div", "section"})


def find(layout: Layout) -> frozenset[int]:
    """Boxes of rows of other articles: three or more siblings, each short and with a linked title in a line of its own."""
    titled: set[int] = set()
    size, up, seen = layout.size, layout.up, [0] * len(layout.boxes)
    for run, of_run in zip(layout.runs, layout.of_run, strict=True):
        title = run.link_share >= 0.9 and len(run.text) >= TEASER_TITLE
        box = of_run
        while box >= 0 and size[box] <= LONGEST_TEASER:
            seen[box] += 1
            if title and seen[box] <= TITLE_LINES:
                titled.add(box)
            box = up[box]
    rows: dict[tuple[int, str, str], list[int]] = {}
    for box in {up[box] for box in titled}:
        for child in layout.children(box):
            name = layout.names[child]
            if name in _ITEMS:
                look = "" if name in ("li", "article") else attribute(layout.tags[child], "class") or ""
                rows.setdefault((box, name, look), []).append(child)
    found: set[int] = set()
    starts = [run.start for run in layout.runs]
    before = list(accumulate((len(run.text) for run in layout.runs), initial=0))
    for row in rows.values():
        teasers = [box for box in row if box in titled and layout.lines[box] >= 2]
        if len(teasers) >= max(FEWEST_TEASERS, 0.6 * len(row)) and not _is_article(layout, row, starts, before):
            found.update(teasers)
    nested = [box for box in titled if layout.names[box] == "article" and layout.lines[box] >= 2]
    return frozenset((*found, *(nested if len(nested) >= FEWEST_NESTED else ())))


def _is_article(layout: Layout, row: list[int], starts: list[int], before: list[int]) -> bool:
    """Whether a row belongs to the article around it, as a list of links with a few words to each: text follows it, or it is most of it.

    `starts` are the starts of the runs, `before` the characters before each.
    """
    end = layout.page.flat.end
    length = sum(layout.size[box] for box in row)
    upto = before[bisect_left(starts, end[layout.boxes[row[-1]]])]
    for around in layout.around(layout.up[row[0]]):
        if layout.rank(around) >= 2 or layout.names[around] == "article":
            rest = before[bisect_left(starts, end[layout.boxes[around]])] - upto
            if length >= MUCH * layout.size[around] or rest >= LITTLE * layout.size[around]:
                return True
    return False
