"""What class and id say of an element.

A page has hundreds of classes and most say nothing. So the vocabulary, which is written in alternatives, is spelled out once, and the parts
of a class are looked up in it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from bs4.element import Tag

from a11yaudit.article.text_runs import HEADINGS
from a11yaudit.article.vocabulary import words
from a11yaudit.resources import vocabulary

SLUG_PARTS = 4
"""Parts of an id that is made from a heading's text ("sharing-with-multiple-developers"): it names a subject, not a region.
The id of a heading always does."""
LONGEST = 400
"""Characters of a class or an id that are read."""
_PARTS = re.compile(r"[^\W_]+")
_SEPARATOR = re.compile(r"([_-])")
_REST = re.compile(r"[^\W_]*(?:[_-]|\Z)")
_AUTHOR = re.compile("[a-z0-9]Author(?:s|Name|Container|Info)?(?![a-z])")
_ATOM = re.compile(r"(?:\(\?:(?P<group>[^()]*)\)|\[(?P<letters>[^]]*)\]|(?P<open>\\w\*)|(?P<letter>.))(?P<optional>\??)")
OPEN = "*"
"""The end of a token that may go on."""


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
    NOTICE = 16384


_TOKENS = {
    "negative": Says.BOILERPLATE,
    "comments": Says.COMMENTS,
    "caption_tokens": Says.CAPTION,
    "standfirst": Says.STANDFIRST,
    "bio": Says.BIO,
    "footnotes": Says.FOOTNOTE,
    "tags": Says.TAGS,
    "share": Says.SHARE,
    "newsletter": Says.NEWSLETTER,
    "related": Says.RELATED,
    "correction": Says.CORRECTION,
    "pull_quote": Says.PULL_QUOTE,
    "notices": Says.NOTICE,
}
_ANYWHERE = {
    "anywhere": Says.BOILERPLATE,
    "positive": Says.ARTICLE,
    "comments_anywhere": Says.COMMENTS,
    "captions": Says.CAPTION,
}


class _Table(NamedTuple):
    """The vocabulary, ready to look up."""

    tokens: dict[str, int]
    """What a whole token says."""
    openings: dict[str, list[tuple[str, int]]]
    """What tokens that may go on say, by their heads."""
    heads: frozenset[str]
    """The first letters of all tokens, at most three."""
    longest: int
    """Parts of the longest token, and the separators between them."""
    anywhere: dict[str, list[tuple[str, int]]]
    """What is said by texts at any place in a class, by their first four letters."""


@cache
def _table() -> _Table:
    """Spelled out once."""
    listed = vocabulary("boilerplate")
    tokens: dict[str, int] = {}
    openings: dict[str, list[tuple[str, int]]] = {}
    anywhere: dict[str, list[tuple[str, int]]] = {}
    authors = ((entry, Says.BYLINE) for entry in vocabulary("bylines")["classes"])
    for entry, bit in (*_entries(listed, _TOKENS), *authors):
        for form in _spelled(entry):
            if form.endswith(OPEN):
                openings.setdefault(_head(form), []).append((form[:-1], bit))
            else:
                tokens[form] = tokens.get(form, 0) | bit
    for entry, bit in _entries(listed, _ANYWHERE):
        for form in _spelled(entry):
            anywhere.setdefault(form[:4], []).append((form, bit))
    heads = frozenset(map(_head, (*tokens, *openings)))
    return _Table(tokens, openings, heads, 2 * max(form.count("-") for form in tokens) + 1, anywhere)


def _head(part: str) -> str:
    return part.partition("-")[0][:3]


def _entries(listed: dict[str, list[str]], names: dict[str, int]) -> Iterator[tuple[str, int]]:
    return ((entry, bit) for name, bit in names.items() for entry in listed[name])


def _spelled(entry: str) -> list[str]:
    """All that an alternative stands for; what may go on ends with `OPEN`."""
    found = [""]
    for atom in _ATOM.finditer(entry):
        forms = [OPEN if atom["open"] else atom["letter"]]
        if atom["group"] is not None:
            forms = [form for each in atom["group"].split("|") for form in _spelled(each)]
        elif atom["letters"] is not None:
            forms = list(atom["letters"])
        found = [start + form for start in found for form in (*forms, *([""] if atom["optional"] else ()))]
    return found


def of(tag: Tag, name: str) -> int:
    """What an element's class and id say, as bits of `Says`."""
    found, attributes = 0, tag.attrs
    if "class" in attributes:
        for word in attributes["class"]:
            found |= _read(word[:LONGEST])
    return found | _read_id(str(attributes["id"])[:LONGEST]) if "id" in attributes and name not in HEADINGS else found


def read_label(label: str) -> int:
    """What a class says."""
    return _all_of(_read(word[:LONGEST]) for word in label.split())


def read_in_full(label: str) -> int:
    """What a class says, with that of layout frameworks (`wp-block-post-author`)."""
    return _all_of(_look_up(word[:LONGEST]) for word in label.split())


def names_site(*labels: str | None) -> bool:
    """Whether class or id say that an element holds the site's name."""
    return any(label and words().site.search(label[:LONGEST]) for label in labels)


@lru_cache(maxsize=8192)
def _read_id(identity: str) -> int:
    return read_label(identity) if len(_PARTS.findall(identity)) < SLUG_PARTS else 0


@lru_cache(maxsize=16384)
def _read(word: str) -> int:
    """What one class says; nothing if it is a layout framework's (`is-nav`) or a rule of style (`h-[--nav-height]`)."""
    found = 0 if "[" in word else _look_up(word)
    if not found or not words().neutral.search(word):
        return found
    return _all_of(map(_look_up, words().neutral.sub(" ", word).split()))


@lru_cache(maxsize=8192)
def _look_up(word: str) -> int:
    table, small = _table(), word.lower()
    found = _by_tokens(small, table) | _by_text(small, table)
    return found | Says.BYLINE if "Author" in word and _AUTHOR.search(word) else found


def _all_of(told: Iterable[int]) -> int:
    return reduce(or_, told, 0)


def _by_text(word: str, table: _Table) -> int:
    found = 0
    for head, texts in table.anywhere.items():
        if head in word:
            for text, bit in texts:
                if text in word:
                    found |= bit
    return found


def _by_tokens(word: str, table: _Table) -> int:
    found, parts = 0, _SEPARATOR.split(word)
    for start in range(0, len(parts), 2):
        head = parts[start][:3]
        if head not in table.heads:
            continue
        token, near = "", parts[start : start + table.longest]
        rest = "".join(near)
        for beginning, bit in table.openings.get(head, ()):
            if rest.startswith(beginning) and _REST.match(rest, len(beginning)):
                found |= bit
        for part in near:
            token += part
            found |= table.tokens.get(token, 0)
    return found
