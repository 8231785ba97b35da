"""Which blocks of an article are measured as prose: no lists of references, tables of contents and recipe steps."""

import re
from collections.abc import Iterator
from functools import cache

from a11yaudit.model.article import PROSE, Article, Block, Role
from a11yaudit.resources import vocabulary

LINKED = 0.8
"""Share of a list item's characters in links from which it is an entry of a table of contents or a list of links."""
_AUTHORS = re.compile(r"\W{0,3}\d{0,3}\W{0,3}[^\W\d_][\w’'-]+,? (?:[A-Z]\.?-?){1,3}(?:[,&.]| and\b| et al)")
"""Names with initials behind them, at the start."""
_TWO_AUTHORS = re.compile(rf"{_AUTHORS.pattern}[\s,&]{{1,3}}[^\W\d_][\w’'-]+,? (?:[A-Z]\.?-?){{1,3}}[,.&]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO_LETTERS = re.compile(r"[\W\d_]+")


def prose(article: Article) -> Iterator[tuple[int, Block]]:
    """The blocks whose sentences are measured, with their numbers."""
    barred: frozenset[Role] = frozenset()
    for number, block in enumerate(article.blocks):
        if block.role is Role.HEADING:
            barred = _barred_below(block.text)
        elif block.role in PROSE and block.role not in barred and not _is_entry(block):
            yield number, block


def _is_entry(block: Block) -> bool:
    """Whether a block is an entry of a list that nobody reads as prose."""
    if block.role is Role.LIST_ITEM and block.link_share >= LINKED:
        return True
    text = block.text
    if _AUTHORS.match(text) and (_TWO_AUTHORS.match(text) or _YEAR.search(text)):
        return True
    return len(text) < 100 and text.endswith(("Google Scholar", "PubMed", "CrossRef", "Crossref"))


def _barred_below(heading: str) -> frozenset[Role]:
    """What is no prose below a heading: all of it below "References", list items below "Ingredients"."""
    words = _NO_LETTERS.sub(" ", heading).strip().casefold()
    if words in _headings("references"):
        return PROSE
    return frozenset({Role.LIST_ITEM}) if words in _headings("steps") else frozenset()


@cache
def _headings(kind: str) -> frozenset[str]:
    return frozenset(vocabulary("sentences")["headings"][kind])
