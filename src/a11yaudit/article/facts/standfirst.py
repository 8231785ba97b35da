"""The lines between headline and text: those that sum the article up, and a first paragraph that stands apart from the others."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from a11yaudit.article.body.layout import Layout
from a11yaudit.article.class_names import Says

SHORTEST, LONGEST = 15, 300
"""Characters of a standfirst: a sentence or two; what is longer is the text's first paragraph."""
SENTENCE = 60
"""Characters of a heading or a line without any class that is a sentence and no section's name."""
PARAGRAPH = 80
"""Characters of a paragraph that belongs to the text though it stands outside the element that holds the rest."""
NEAR = 14
"""Lines between the headline and the text."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"p", "div", "span", "section", "header", "strong", "b", "em"})
_ENDS = (".", "!", "…", "。", "।", "؟", "”", "“", '"', "»")


MOST, MOST_OF_ALL, SHORT = 2, 0.5, 150
"""Paragraphs of a standfirst, its length beside that of the text, and the characters that may be more than that."""


class Opening(NamedTuple):
    """Numbers of runs between headline and text."""

    standfirst: frozenset[int]
    text: frozenset[int]
    """Paragraphs of the text."""


_NOTHING = Opening(frozenset(), frozenset())


def find(layout: Layout, keep: Collection[int], headline: int | None, byline: int | None, barred: Sequence[bool]) -> Opening:
    """What opens the article; `keep` are the runs of the body, `barred` says of each run whether it can be none of it."""
    if not keep:
        return _NOTHING
    above, text = list[int](), set[int]()
    start = headline + 1 if headline is not None else max(0, min(keep) - NEAR)
    last = max(keep)
    for i in range(start, min(start + NEAR, last)):
        run, name = layout.runs[i], layout.names[layout.of_run[i]]
        if barred[i] or i in (headline, byline) or run.link_share >= 0.5:
            continue
        kept = i in keep
        if SHORTEST < len(run.text) <= LONGEST and _sums_up(layout, i, kept, byline):
            above.append(i)
        elif kept:
            break
        elif len(run.text) >= PARAGRAPH and name in _LINES:
            text.add(i)
    return Opening(frozenset(above) if _is_little(layout, keep, above) else frozenset(), frozenset(text))


def _is_little(layout: Layout, keep: Collection[int], above: Sequence[int]) -> bool:
    """Whether the lines are few beside the text: of many paragraphs with one class it is the text's own."""
    if sum(layout.names[layout.of_run[i]] != "li" for i in above) > MOST:
        return False
    length = sum(len(layout.runs[i].text) for i in above)
    return length <= max(SHORT, MOST_OF_ALL * sum(len(layout.runs[i].text) for i in keep if i not in above))


def _sums_up(layout: Layout, i: int, kept: bool, byline: int | None) -> bool:
    """Whether a line is a standfirst: by a class, as a heading that is a sentence, or above the byline."""
    run, box = layout.runs[i], layout.of_run[i]
    name = layout.names[box]
    if _says(layout, box) & Says.STANDFIRST:
        return True
    sentence = len(run.text) >= SENTENCE
    if name in _HEADINGS:
        return sentence and (run.text.endswith(_ENDS) or len(run.text) >= 2 * SENTENCE or not kept)
    if kept or name not in _LINES:
        return False
    return sentence and byline is not None and byline > i


def _says(layout: Layout, box: int) -> int:
    """What the classes of a box and of the two around it say."""
    found = layout.says[box]
    for _ in range(2):
        box = layout.up[box]
        if box < 0:
            break
        found |= layout.says[box]
    return found
