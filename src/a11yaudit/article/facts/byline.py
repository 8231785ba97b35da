"""Who wrote the article: the names, apart from date and place, where the page shows them or else where its metadata give them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from a11yaudit.article import class_names
from a11yaudit.article.class_names import Says
from a11yaudit.article.facts import metadata
from a11yaudit.article.text_runs import Run
from a11yaudit.article.vocabulary import bylines, words
from a11yaudit.page import Page
from a11yaudit.page.page import attribute
from a11yaudit.semantics import Semantics

LONGEST_LINE = 200
LONGEST_NAMES = 90
MOST_WORDS = 10
BEFORE, AFTER = 14, 4
"""Runs before and after the start of the body in which a byline is looked for."""
_NAME = re.compile(r"(?:[^\W\d_]|[\s.,'’;/-])+\Z")
_LATER = re.compile(r"[\d,] |[·•|]")
_BARE = re.compile(r"[,;:|·•\s]+\Z|\A[.,;:|·•\s]+")


@dataclass(frozen=True, slots=True)
class Byline:
    """The names, the element that shows them, and the number of the run that holds them, if one does."""

    names: str
    node: int
    run: int | None


def find(
    page: Page,
    semantics: Semantics,
    lines: Sequence[Run],
    authors: Sequence[metadata.Author],
    barred: frozenset[int],
    first: int,
    last: int,
) -> Byline | None:
    """The byline of the text that begins at run `first` and ends at run `last`; `barred` are elements of interruptions."""
    known = [author for author in authors if author.person]
    near = range(max(0, first - BEFORE), min(len(lines), first + AFTER + 1))
    shown = _known(lines, known, near)
    if shown or known:
        return shown or Byline(_joined(known), known[0].node, None)
    after = range(max(first + AFTER, last - AFTER), min(len(lines), last + BEFORE))
    return (
        _line(lines, near)
        or _marked(page, semantics, lines, barred, near)
        or _line(lines, after)
        or _marked(page, semantics, lines, barred, after)
    )


def _joined(authors: Sequence[metadata.Author]) -> str:
    names = [author.name for author in authors]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _known(lines: Sequence[Run], known: Sequence[metadata.Author], near: range) -> Byline | None:
    """A short line that names an author of the metadata."""
    for i in near:
        text = lines[i].text.casefold()
        if len(text) <= LONGEST_LINE:
            named = [author for author in known if author.name.casefold() in text]
            if named:
                return Byline(_joined(named), lines[i].node, i)
    return None


def _line(lines: Sequence[Run], near: range) -> Byline | None:
    """A line that begins with "By", or says it after a date."""
    for i in near:
        text = lines[i].text
        match = _by(text) if len(text) <= LONGEST_LINE else None
        rest = text[match.end() :] if match else ""
        names = _names(rest or lines[min(i + 1, len(lines) - 1)].text) if match else None
        if names and bylines().capitals.match(names):
            return Byline(names, lines[i].node, i)
    return None


def _by(text: str) -> re.Match[str] | None:
    """What says that names follow: at the start of a line, or behind what may be a date."""
    by = bylines().by
    return by.match(text) or (by.search(text, 1) if _LATER.search(text) else None)


def _marked(page: Page, semantics: Semantics, lines: Sequence[Run], barred: frozenset[int], near: range) -> Byline | None:
    """An element that markup or a link calls the author, in one of these lines."""
    for i in near:
        if len(lines[i].text) > LONGEST_LINE or barred.intersection((lines[i].node, *page.ancestors(lines[i].node))):
            continue
        for number in _author_elements(page, lines[i].node):
            names = _names(semantics.text(number))
            if names:
                return Byline(names, number, i)
    return None


def _author_elements(page: Page, node: int) -> Iterator[int]:
    around = (n for n, _ in zip(page.ancestors(node), range(2), strict=False))
    inside = (i for i in page.inside(node) if page.flat.names[i])
    for number in (*inside, node, *around):
        tag = page.tag(number)
        if tag.attrs and (
            attribute(tag, "itemprop") == "author"
            or "author" in (attribute(tag, "rel") or "").split()
            or class_names.read_in_full(attribute(tag, "class") or "") & Says.BYLINE
            or (tag.name == "a" and bylines().folder.search(attribute(tag, "href") or ""))
        ):
            yield number


def _names(text: str) -> str | None:
    """The names at the start of a byline, without date, place and role; None where nothing looks like a name."""
    text = _BARE.sub("", bylines().date.sub(" | ", bylines().by.sub("", text, count=1)))
    stop = bylines().end.search(text)
    text = _BARE.sub("", text[: stop.start()] if stop else text)
    if not 1 < len(text) <= LONGEST_NAMES or len(text.split()) > MOST_WORDS or words().labels.match(text):
        return None
    return text if _NAME.match(text) and not bylines().by.match(text + " ") else None
