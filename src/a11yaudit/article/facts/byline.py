"""The author's names, without date and place: as the page shows them, or from its metadata."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from a11yaudit.article import class_names
from a11yaudit.article.class_names import Says
from a11yaudit.article.facts import metadata
from a11yaudit.article.text_runs import Run
from a11yaudit.article.vocabulary import bylines, words
from a11yaudit.page import Page
from a11yaudit.semantics import Semantics

LONGEST_LINE = 200
LONGEST_NAMES = 90
MOST_WORDS = 10
BEFORE, AFTER = 14, 4
"""Runs before and after the start of the body in which a byline is looked for."""
MOST_BEFORE = 60
"""Runs between headline and text, in all of which it is looked for: contents, pictures and tools may stand between."""
_NAME = re.compile(r"(?:[^\W\d_]|[\s.,'’;/()&-])+\Z")
_HANDLE = re.compile(r"@?[^\W_][\w.-]{2,29}\Z")
_LATER = re.compile(r"[\d,] |[·•|]")
_BARE = re.compile(r"[,;:|·•\s–—-]+\Z|\A[.,;:|·•\s–—-]+")
_GAP = " | "
_PAGE = frozenset({"html", "body", "main", "article"})


@dataclass(frozen=True, slots=True)
class Byline:
    """The names, the element that shows them, and the number of the run that holds them, if one does."""

    names: str
    node: int
    run: int | None
    organisation: bool = False
    """Whether it names an organisation, for want of a person."""


class Place(NamedTuple):
    """Runs: the headline, the first and the last of the text."""

    headline: int | None
    first: int
    last: int

    def above(self, count: int) -> range:
        """The lines above the text and its first ones."""
        start = max(0, self.first - BEFORE)
        if self.headline is not None and self.first - MOST_BEFORE <= self.headline < start:
            start = self.headline
        return range(start, min(count, self.first + AFTER + 1))

    def below(self, count: int) -> range:
        """The last lines of the text and those below it."""
        return range(max(self.first + AFTER, self.last - AFTER), min(count, self.last + BEFORE))


def find(
    page: Page,
    semantics: Semantics,
    lines: Sequence[Run],
    authors: Sequence[metadata.Author],
    barred: frozenset[int],
    place: Place,
) -> Byline | None:
    """The byline of a text; `barred` are elements of interruptions.

    A name that the metadata give and the page shows is one; then a line above the text that says "By"; then what the metadata say alone.
    """
    known = [author for author in authors if author.person]
    above = place.above(len(lines))
    finder = _Finder(page, semantics, lines, barred)
    shown = _known(lines, known, above)
    if shown or known:
        sure = [author for author in known if not _HANDLE.match(author.name) or not author.name.islower()]
        told = Byline(_joined([author.name for author in sure]), sure[0].node, None) if sure else None
        said = finder.said(above) if not shown else None
        return shown or (said if said and " " in said.names else None) or told
    return finder.in_lines(above) or finder.in_lines(place.below(len(lines))) or _team(lines, authors, above) or finder.team(above)


def _team(lines: Sequence[Run], authors: Sequence[metadata.Author], near: range) -> Byline | None:
    """A desk or a team that the metadata name as the author, at the line that shows it."""
    teams = [author for author in authors if author.team]
    shown = _known(lines, teams, near)
    if shown:
        return replace(shown, organisation=True)
    return Byline(teams[0].name, teams[0].node, None, organisation=True) if teams else None


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _known(lines: Sequence[Run], known: Sequence[metadata.Author], near: range) -> Byline | None:
    """A short line that names an author of the metadata; the authors of all such lines."""
    named: list[str] = []
    shown: int | None = None
    for i in near:
        text = lines[i].text.casefold()
        if len(text) <= LONGEST_LINE:
            here = [author.name for author in known if author.name.casefold() in text]
            named += [name for name in here if name not in named]
            shown = i if here and shown is None else shown
    return Byline(_joined(named), lines[shown].node, shown) if shown is not None else None


class _Finder:
    """Looks for a byline in the lines of a page whose metadata name nobody."""

    def __init__(self, page: Page, semantics: Semantics, lines: Sequence[Run], barred: frozenset[int]) -> None:
        self._page = page
        self._semantics = semantics
        self._lines = lines
        self._barred = barred

    def in_lines(self, near: range) -> Byline | None:
        """What markup surely calls the author, else a line that begins with "By", else what a class calls so."""
        lines = [i for i in near if self._may_name(i)]
        return self._marked(lines, surely=True) or self._line(lines) or self._marked(lines, surely=False)

    def said(self, near: range) -> Byline | None:
        """A line that begins with "By"."""
        return self._line([i for i in near if self._may_name(i)])

    def _may_name(self, i: int) -> bool:
        run = self._lines[i]
        if len(run.text) > LONGEST_LINE or bylines().others.match(run.text):
            return False
        return not self._barred or self._barred.isdisjoint((run.node, *self._page.ancestors(run.node)))

    def _line(self, near: Sequence[int]) -> Byline | None:
        """A line that begins with "By", or says it after a date."""
        for i in near:
            text = _parted(self._lines[i])
            match = _by(text)
            if match is None:
                continue
            inside = self._elements(i, surely=False, around=0)
            marked = next(filter(None, (self._names_in(number) for number in inside if number != self._lines[i].node)), None)
            rest = text[match.end() :]
            names = marked or _names(rest or self._lines[min(i + 1, len(self._lines) - 1)].text)
            if names and (marked or bylines().capitals.match(names) or (_HANDLE.match(names) and match.start() == 0)):
                return Byline(names, self._lines[i].node, i)
        return None

    def _marked(self, near: Sequence[int], surely: bool) -> Byline | None:
        """An element that markup, a link or a class calls the author, in one of these lines."""
        for i in near:
            found: list[str] = []
            first = -1
            for number in self._elements(i, surely, around=2):
                names = self._names_in(number) if number >= self._lines[i].node else self._names_of(self._lines[i])
                if names and not any(names in other or other in names for other in found):
                    found.append(names)
                    first = number if first < 0 else first
            if found:
                return Byline(_joined(found), first, i)
        return None

    def _names_in(self, number: int) -> str | None:
        text = self._semantics.text(number)
        if _HANDLE.match(text) and not bylines().no_name.match(text):
            return None if metadata.is_organisation(text) else text
        return _names(text) if len(text) <= LONGEST_LINE else None

    def _names_of(self, line: Run) -> str | None:
        """The names in a line that stands in a box about the author."""
        names = _names(_parted(line))
        return names if names and bylines().capitals.match(names) else None

    def team(self, near: range) -> Byline | None:
        """A desk or a team in an element that a class calls the author."""
        for i in near:
            text = self._lines[i].text
            if len(text) <= LONGEST_NAMES and metadata.is_organisation(text) and self._may_name(i):
                number = next(self._elements(i, surely=False, around=1), None)
                if number is not None:
                    return Byline(bylines().by.sub("", text, count=1), number, i, organisation=True)
        return None

    def _elements(self, i: int, surely: bool, around: int) -> Iterator[int]:
        """Elements in a line, the line's own and those close around it that are the author's, those inside first."""
        page, lines, node = self._page, self._lines, self._lines[i].node
        start = max(node, lines[i - 1].start if i else 0)
        end = min(page.flat.end[node], lines[i + 1].start if i + 1 < len(lines) else page.flat.end[node])
        marked = self._sure if surely else self._likely
        inside = marked[bisect_right(marked, start) : bisect_left(marked, end)]
        outer = (n for n, _ in zip(page.ancestors(node), range(around), strict=False))
        for number in (*inside, node, *outer):
            place = bisect_left(marked, number)
            if place < len(marked) and marked[place] == number and page.flat.names[number] not in _PAGE:
                yield number

    @cached_property
    def _sure(self) -> list[int]:
        """The elements that markup or the address of a link calls the author, in document order."""
        flat, attribute = self._page.flat, self._page.attribute
        found = [n for n in flat.by_attribute.get("itemprop", ()) if attribute(n, "itemprop") == "author"]
        found += [n for n in flat.by_attribute.get("rel", ()) if "author" in (attribute(n, "rel") or "").split()]
        found += [n for n in flat.by_name.get("a", ()) if bylines().folder.search(attribute(n, "href") or "")]
        return sorted(set(found))

    @cached_property
    def _likely(self) -> list[int]:
        """Those, and the elements that a class calls the author."""
        named = (numbers for each, numbers in self._page.flat.by_class.items() if class_names.read_in_full(each) & Says.BYLINE)
        return sorted({*self._sure, *chain.from_iterable(named)})


def _parted(run: Run) -> str:
    """The text of a line with a gap where an element ends without white space."""
    text = run.text
    for _, before, after in run.seams:
        text = text.replace(f"{before}{after}", f"{before}{_GAP}{after}", 1)
    return text


def _by(text: str) -> re.Match[str] | None:
    """What says that names follow: at the start of a line, or behind what may be a date."""
    by = bylines().by
    return by.match(text) or (by.search(text, 1) if _LATER.search(text) else None)


def _names(text: str) -> str | None:
    """The names at the start of a byline, without date, place and role; None where nothing looks like a name."""
    text = _BARE.sub("", bylines().date.sub(_GAP, bylines().by.sub("", text, count=1)))
    stop = bylines().end.search(text)
    text = _BARE.sub("", text[: stop.start()] if stop else text)
    if len(text) > LONGEST_NAMES or len(text.split()) > MOST_WORDS:
        text = text.partition(",")[0]
    if not 1 < len(text) <= LONGEST_NAMES or len(text.split()) > MOST_WORDS or words().labels.match(text):
        return None
    if bylines().no_name.match(text) or metadata.is_organisation(text):
        return None
    return text if _NAME.match(text) and not bylines().by.match(text + " ") else None
