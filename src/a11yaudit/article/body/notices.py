"""Notices that ask for consent to cookies: none of them is ever the article, however long it is."""

from a11yaudit.article.body.layout import Layout
from a11yaudit.article.class_names import Says
from a11yaudit.article.vocabulary import consent

LONGEST = 6_000
"""Characters of a notice with all its choices; what is named after cookies and longer is an article about them, or the whole page."""
SHORT, OPENING = 600, 200
"""Characters of a line that may ask anywhere in it, and at the start of a longer one: a text about privacy speaks of cookies, too."""
ROOM = 600
"""Characters of headings, choices and small print that may stand around the line that says what a notice is."""
_FRAME = frozenset({"html", "body", "main", "article"})
_LINES = frozenset({"p", "li", "td", "th", "dd", "dt", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "pre"})
"""Elements of running text: one that speaks of cookies may be a sentence of an article."""


def find(layout: Layout) -> frozenset[int]:
    """Numbers of the boxes that are notices, by their names, or by what they say and by standing apart from all other text."""
    named = [box for box, says in enumerate(layout.says) if says & Says.NOTICE and _fits(layout, box, LONGEST)]
    stems, asks = consent()
    everything = "\n".join([run.text for run in layout.runs]).lower()
    stems = tuple(stem for stem in stems if stem in everything)
    told = set[int]()
    if not stems:
        return frozenset(named)
    for run, box in zip(layout.runs, layout.of_run, strict=True):
        if len(run.text) <= LONGEST:
            text = run.text.lower() if len(run.text) <= SHORT else run.text[:OPENING].lower()
            if any(stem in text for stem in stems) and asks.search(text):
                longest = 2 * len(run.text) + ROOM
                apart = _apart(layout, box, longest)
                if layout.names[apart] not in _LINES and _fits(layout, apart, longest):
                    told.add(apart)
    return frozenset((*named, *told))


def _apart(layout: Layout, box: int, longest: int) -> int:
    """The outermost box around a line that holds little else."""
    while layout.up[box] >= 0 and _fits(layout, layout.up[box], longest):
        box = layout.up[box]
    return box


def _fits(layout: Layout, box: int, longest: int) -> bool:
    """Whether a box is short enough and holds none of a page's main parts."""
    if layout.size[box] > longest:
        return False
    return not any(layout.names[inner] in _FRAME or layout.names[inner] == "h1" for inner in range(box, layout.end[box]))
