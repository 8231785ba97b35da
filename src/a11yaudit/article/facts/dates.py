"""When the article was published and changed, as ISO 8601: from its metadata, or the date beside its headline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from a11yaudit.article.facts.metadata import Told, is_article
from a11yaudit.article.text_runs import Run
from a11yaudit.page import Page
from a11yaudit.resources import vocabulary

LONGEST_LINE = 160
"""Characters of a line that is about a date and no sentence that holds one."""
LONGEST_DATE, MOST_LETTERS = 60, 16
"""Characters of a line that is but a date, and letters in it beside the words that say so: a weekday and a month."""
LONGEST_VALUE = 60
"""Characters of a date in an attribute."""
ABOVE, BELOW = 6, 6
"""Lines before the headline, and after the text, in which a date may stand."""
FIRST_YEAR, LAST_YEAR = 1990, 2100
_PUBLISHED = (
    *("article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished", "pubdate"),
    *("publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created"),
    *("dc.date", "dcterms.date", "dc.date.created", "parsely-pub-date", "sailthru.date", "citation_publication_date", "bt:pubdate"),
    *("cxenseparse:recs:publishtime", "article.published", "citation_online_date", "date", "created"),
)
_MODIFIED = (
    *("article:modified_time", "article:modified", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified"),
    *("dc.date.modified", "lastmod", "last-modified", "last_modified", "revised", "article.updated"),
)
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?(?!\d)", re.IGNORECASE
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\Z")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º|°|-?го|:s)?\s*(?:de |d['’]|of )?([^\W\d_]{3,12})\.?,?\s*(?:de |del )?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_YEAR_MONTH = re.compile(r"(?<!\d)(\d{4})\.?\s+([^\W\d_]{3,12})\.?\s+(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d.,])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d:])")
_ADDRESS = re.compile(r"/((?:19|20)\d{2})/(0[1-9]|1[0-2])/(0[1-9]|[12]\d|3[01])(?:/|-|\Z)")


class Dates(NamedTuple):
    """ISO 8601, with the time of day and its offset where the page gives them."""

    published: str | None
    modified: str | None


def find(page: Page, told: Told, lines: Sequence[Run], keep: frozenset[int], headline: int | None, barred: Sequence[bool]) -> Dates:
    """The dates of a text: `keep` are its runs, `barred` says of each run whether it belongs to something else."""
    order = _order(page.language.declared)
    shown = _Shown(page, lines, keep, headline, barred, order)
    published = chain(
        _of_items(told, "datePublished", order),
        _of_metas(told, _PUBLISHED, order),
        _of_items(told, "dateCreated", order),
        shown.marked("datePublished"),
        shown.timed(modified=False),
        shown.written(modified=False),
        _of_address(told),
    )
    modified = chain(
        _of_items(told, "dateModified", order),
        _of_metas(told, _MODIFIED, order),
        shown.marked("dateModified"),
        shown.timed(modified=True),
        shown.written(modified=True),
    )
    return Dates(next(published, None), next(modified, None))


def _order(language: str | None) -> str:
    """Which of two small numbers is the month: "dm", "md", or nothing where nobody can tell."""
    tag = (language or "").lower().replace("_", "-")
    return "md" if tag in ("en-us", "en-ph") else "" if tag in ("", "en") else "dm"


def _of_items(told: Told, key: str, order: str) -> Iterator[str]:
    """From the JSON-LD: of articles first, then of the page."""
    for article in (True, False):
        for _, item in told.items:
            if key in item and is_article(item) == article and (article or "Page" in str(item.get("@type"))):
                yield from _parsed([item[key]], order)


def _of_metas(told: Told, keys: Iterable[str], order: str) -> Iterator[str]:
    return _parsed((told.metas[key][0] for key in keys if key in told.metas), order)


def _of_address(told: Told) -> Iterator[str]:
    """From the article's own address, where that has the day in it."""
    match = _ADDRESS.search(told.metas["og:url"][0]) if "og:url" in told.metas else None
    if match:
        yield from _day(*match.groups())


def is_line(text: str) -> bool:
    """Whether a line is but a date and a word before it that says that the article was published or changed then."""
    if len(text) > LONGEST_DATE or not (_words().published.match(text) or _words().modified.match(text)):
        return False
    rest = _words().published.sub("", _words().modified.sub("", text))
    return sum(map(str.isalpha, rest)) <= MOST_LETTERS and bool(_in_text(text, "dm"))


class _Shown:
    """The dates that a reader sees beside the headline, or below the text."""

    def __init__(
        self, page: Page, lines: Sequence[Run], keep: frozenset[int], headline: int | None, barred: Sequence[bool], order: str
    ) -> None:
        self._page = page
        self._order = order
        text = keep - {headline} if headline is not None else keep
        first, last = min(text, default=0), max(text, default=0)
        start = max(0, (headline if headline is not None and headline < first else first) - ABOVE)
        self._lines = lines
        self._headline = headline
        above = range(start, min(len(lines), first + 1))
        below = range(max(first + 1, last - ABOVE), min(len(lines), last + BELOW))
        self._above = [i for i in above if not barred[i] and (i not in text or len(lines[i].text) <= LONGEST_LINE)]
        self._below = [i for i in below if not barred[i] and (i not in text or is_line(lines[i].text))]
        self._start = lines[start].node if lines else 0
        self._end = lines[min(first + 1, len(lines) - 1)].start if lines else 0

    def marked(self, name: str) -> Iterator[str]:
        """From microdata."""
        for number in self._page.flat.by_attribute.get("itemprop", ()):
            if name in (self._page.attribute(number, "itemprop") or "").split():
                given = self._page.attribute(number, "datetime") or self._page.attribute(number, "content")
                yield from _parsed([given or self._page.raw_text(number)], self._order)

    def timed(self, modified: bool) -> Iterator[str]:
        """From the `<time>` elements beside the headline."""
        for number in self._page.numbers("time"):
            if self._start <= number <= self._end:
                said = f"{self._page.attribute(number, 'class') or ''} {self._page.attribute(number, 'itemprop') or ''}"
                about = bool(_words().modified.search(f"{said} {self._before(number)}")) or "updated" in said.split()
                if about == modified and not ("published" in said.split() and modified):
                    given = self._page.attribute(number, "datetime") or self._page.raw_text(number)
                    yield from _parsed([given], self._order)

    def _before(self, number: int) -> str:
        """The text right before an element."""
        node = self._page.flat.nodes[number - 1]
        return node if type(node) is str else ""

    def written(self, modified: bool) -> Iterator[str]:
        """From lines: those that say what the date is, then short ones above the text, those below the headline first."""
        labelled: list[str] = []
        plain: list[tuple[int, str]] = []
        for i in (*self._above, *self._below):
            text = self._lines[i].text
            found = _in_text(text, self._order) if len(text) <= LONGEST_LINE and not _words().other.search(text) else []
            bare: set[str] = set()
            for start, day in found:
                changed, told = (_last(pattern, text[:start]) for pattern in _words()[:2])
                if max(changed, told) >= 0:
                    labelled += [day] if (changed > told) == modified else []
                else:
                    bare.add(day)
            if len(bare) == 1 and not modified and i in self._above and len(text) <= LONGEST_LINE / 2:
                plain.append((self._distance(i), bare.pop()))
        yield from labelled
        yield from (day for _, day in sorted(plain))

    def _distance(self, i: int) -> int:
        """How far a line is from where dates stand: below the headline, then above it, then in it."""
        if self._headline is None or i > self._headline:
            return i
        return len(self._lines) + (self._headline - i if i < self._headline else len(self._lines))


class _Words(NamedTuple):
    """What stands before a date."""

    modified: re.Pattern[str]
    published: re.Pattern[str]
    other: re.Pattern[str]
    """What a line says whose date is about something else."""


@cache
def _words() -> _Words:
    """Compiled once."""
    table = vocabulary("dates")["words"]
    return _Words(*(re.compile(r"(?<![^\W_])(?:{})".format("|".join(table[name])), re.IGNORECASE) for name in _Words._fields))


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where a pattern is found last in a text; -1 for nowhere."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)


@cache
def _months() -> list[tuple[str, int]]:
    """The beginnings of the months' names, longest first."""
    table = vocabulary("dates")["months"]
    return sorted(((start, int(number)) for number, starts in table.items() for start in starts), key=lambda pair: -len(pair[0]))


def _month(word: str) -> int | None:
    small = word.casefold()
    return next((number for start, number in _months() if small.startswith(start)), None)


def _parsed(values: Iterable[Any], order: str) -> Iterator[str]:
    """Of the values of attributes and metadata those that are dates."""
    for value in values:
        text = str(value[0] if isinstance(value, list) and value else value).strip()
        if len(text) > LONGEST_VALUE:
            continue
        match = _ISO.match(text)
        if match:
            yield from _iso(match)
            continue
        compact = _COMPACT.match(text)
        yield from (_day(*compact.groups()) if compact else (found for _, found in _in_text(text, order)))


def _iso(match: re.Match[str]) -> Iterator[str]:
    year, month, day, hour, minute, second, offset = match.groups()
    for found in _day(year, month, day):
        if hour is None or int(hour) > 23 or int(minute) > 59:
            yield found
            continue
        zone = (offset or "").upper()
        zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
        yield f"{found}T{hour}:{minute}:{second or '00'}{zone}"


def _day(year: str, month: str | int, day: str) -> Iterator[str]:
    """A day as ISO 8601, nothing where there is no such day."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return
    if FIRST_YEAR <= found.year <= LAST_YEAR:
        yield found.isoformat()


def _in_text(text: str, order: str) -> list[tuple[int, str]]:
    """The dates in a text with their places, in order."""
    if not any(character.isdecimal() for character in text):
        return []
    found: list[tuple[int, str]] = []
    for match in _ISO.finditer(text):
        found += [(match.start(), day) for day in _day(*match.groups()[:3])]
    for match in _YEAR_FIRST.finditer(text):
        found += [(match.start(), day) for day in _day(*match.groups())]
    for pattern, places in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2)), (_YEAR_MONTH, (1, 2, 3))):
        for match in pattern.finditer(text):
            year, name, day = (match[place] for place in places)
            month = _month(name)
            found += [(match.start(), made) for made in _day(year, month, day)] if month else []
    for match in _NUMBERS.finditer(text):
        found += [(match.start(), day) for day in _of_numbers(match, order)]
    return sorted(dict.fromkeys(found))


def _of_numbers(match: re.Match[str], order: str) -> Iterator[str]:
    """A date in numbers: dots put the day first; where both may be the month, the page's language decides, or nothing does."""
    one, sign, two, year = match.groups()
    full = year if len(year) == 4 else f"20{year}"
    if len(year) == 2 and sign != ".":
        return
    if sign == "." or int(one) > 12:
        order = "dm"
    elif int(two) > 12:
        order = "md"
    if order:
        yield from _day(full, *((two, one) if order == "dm" else (one, two)))
