"""The links of a page that end where their texts do."""

from bisect import bisect_left
from collections import defaultdict
from itertools import accumulate
from typing import Any, cast

from bs4.element import Tag

from a11yaudit.page.tree import Flat

LONG_PARAGRAPH = 100
"""Characters of a paragraph that is no line of a teaser."""


def closed(flat: Flat) -> list[int]:
    """Numbers of the links, in document order, without those that were never closed.

    The parser opens such a link again in all that follows, and none of that was meant as a link. It is told by its reach: two long
    paragraphs of one link of the source.
    """
    tags, ends = cast("list[Any]", flat.nodes), flat.end
    paragraphs = flat.by_name.get("p", [])
    links = [number for number in flat.by_name.get("a", ()) if "href" in cast("Tag", tags[number]).attrs]
    copies: defaultdict[Any, list[int]] = defaultdict(list)
    for number in links:
        copies[tags[number].position or number].append(number)
    doubtful = [
        group
        for group in copies.values()
        if len(group) > 1 or bisect_left(paragraphs, ends[group[0]]) - bisect_left(paragraphs, group[0]) > 1
    ]
    if not doubtful:
        return links
    texts = flat.texts
    before = list(accumulate([len(tags[text].strip()) for text in texts], initial=0))

    def is_long(number: int) -> bool:
        return before[bisect_left(texts, ends[number])] - before[bisect_left(texts, number)] >= LONG_PARAGRAPH

    long = [number for number in paragraphs if is_long(number)]
    unclosed: set[int] = set()
    for group in doubtful:
        inside = sum(bisect_left(long, ends[number]) - bisect_left(long, number) for number in group)
        if inside + sum(flat.names[flat.parent[number]] == "p" and is_long(number) for number in group) > 1:
            unclosed.update(group)
    return [number for number in links if number not in unclosed]
