"""What the page says of its article outside the text: JSON-LD, OpenGraph, Twitter cards."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from a11yaudit.article.characters import count_words
from a11yaudit.article.vocabulary import bylines
from a11yaudit.model.article import DeclaredTime, Metadata, TimeSource
from a11yaudit.page import Page

LARGEST = 500_000
"""Characters of a JSON-LD block that is read; a longer one is no description of an article."""
MOST = 2_000
"""Values looked at in all JSON-LD of a page."""
MOST_WORDS = 7
"""Words of a name, titles and all."""
MOST_FILLED = 20
"""Nodes of a line that states a reading time in which attributes are read."""
LONGEST_TIME = 60
"""Characters of the longest text that states a reading time."""
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author_name")
_READERS = frozenset({"review", "reviews", "comment", "comments", "suggestedAnswer", "acceptedAnswer", "reviewedBy"})
"""Parts of a description that others than its author wrote."""
_WRAPPER = re.compile(r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*\Z")
_TRAILING = re.compile(r",\s*([}\]])")
_DURATION = re.compile(r"P(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)\Z")
_MINUTES = re.compile(
    r"(?<![\d.,])(?<!\d:)(?:(?:19|20)\d\d(?=\d))?(\d{1,3}(?:[.,]\d)?)\s*-?\s*"
    r"(?:min(?:s?\b|[uú]t\w{0,4}\b)|minuut\w{0,4}\b|perc\b|dakika|dk\b|мин|хв|λεπτ|phút|menit|นาที|मिनट|মিনিট|دقائق|دقيقة|دقیقه|דקות|דקה|分|분)",
    re.IGNORECASE,
)
"""A year may stand right before it, where a page puts no space behind the date."""
_UNITS = (
    "min",
    "dakika",
    "dk",
    "мин",
    "хв",
    "λεπτ",
    "perc",
    "phút",
    "menit",
    "นาที",
    "मिनट",
    "মিনিট",
    "دقا",
    "دقي",
    "دقی",
    "דק",
    "分",
    "분",
)
"""How the units in it begin: most texts have none of them."""
_TIME_LABEL = re.compile(
    r"read|lese|lectur|lecți|leitura|lettura|leestijd|lezen|czytani|чтени|читан|lesezeit|läs|læs|les|okuma|čtení|čítani|lukuaika|lukemis|olvas"
    r"|citire|lectură|четене|ανάγνωσ|čitanj|branj|skaitym|lasīšan|lugemis|lestur|đọc|baca|อ่าน|पढ़|পড়|قراءة|مطالعه|קריאה|阅读|閱讀|読了|読む|読め|읽",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the page tells programs, read once."""

    metas: dict[str, tuple[str, int]]
    """`<meta>` values by lower-case name or property, the first of each, with the element's number."""
    named: tuple[tuple[str, int], ...]
    """The values of all `<meta>`s that name an author."""
    items: tuple[tuple[int, dict[str, Any]], ...]
    """Every object of the JSON-LD, also those inside `@graph` and lists, with the script that holds it."""
    broken: tuple[int, ...]
    """Scripts that are no JSON. What a trailing comma or a comment spoils is read all the same."""
    readable: int


def read(page: Page) -> Told:
    """Read tolerantly: a broken or hostile script costs a warning, never the page."""
    items: list[tuple[int, dict[str, Any]]] = []
    broken: list[int] = []
    readable = 0
    for number in page.numbers("script"):
        if "ld+json" not in (page.attribute(number, "type") or "").lower():
            continue
        text = page.raw_text(number)
        if len(text) > LARGEST or not text:
            continue
        value, sound = _json(text)
        readable += sound
        broken += [] if sound else [number]
        items += [(number, item) for item in _objects(value)]
    metas = list(_metas(page))
    first = {key: (value, number) for key, value, number in reversed(metas)}
    named = [(value, number) for wanted in _AUTHOR for key, value, number in metas if key == wanted]
    return Told(first, (*named, *_labelled(first)), tuple(items), tuple(broken), readable)


def _metas(page: Page) -> Iterator[tuple[str, str, int]]:
    """The lower-case names or properties of all `<meta>`s, their values and the elements' numbers."""
    for number in page.numbers("meta"):
        key = page.attribute(number, "property") or page.attribute(number, "name")
        value = page.attribute(number, "content")
        if key and value and value.strip():
            yield key.strip().lower(), value.strip(), number


def _labelled(metas: dict[str, tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """An author in the labels of a Twitter card ("Written by")."""
    for number in "12":
        label, given = metas.get(f"twitter:label{number}"), metas.get(f"twitter:data{number}")
        if label and given and bylines().by.fullmatch(label[0]):
            yield given


def _json(text: str) -> tuple[Any, bool]:
    """The value, and whether it was sound JSON; None where nothing can be made of it."""
    for mended, sound in ((str, True), (_mended, False)):
        try:
            return json.loads(mended(text), strict=False), sound
        except (ValueError, RecursionError):
            continue
    return None, False


def _mended(text: str) -> str:
    return _TRAILING.sub(r"\1", _WRAPPER.sub("", text))


def _objects(value: Any) -> list[dict[str, Any]]:
    waiting: deque[Any] = deque([value])
    found: list[dict[str, Any]] = []
    while waiting and len(found) < MOST:
        value = waiting.popleft()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            found.append(value)
            waiting += [inner for key, inner in value.items() if isinstance(inner, (dict, list)) and key not in _READERS]
    return found


@dataclass(frozen=True, slots=True)
class Author:
    """A name that the metadata give, and the element that holds it."""

    name: str
    person: bool
    """False for an organisation, and for the site's own name."""
    node: int
    team: bool = False
    """Whether the name is that of a desk, a team or a company, and not the site's own."""


def metadata(page: Page, told: Told, authors: Sequence[Author], published: str | None, modified: str | None) -> Metadata:
    """All that the page says of its article."""
    articles = [(number, item) for number, item in told.items if is_article(item)]
    bodies = [(count_words(item["articleBody"]), number) for number, item in told.items if isinstance(item.get("articleBody"), str)]
    words, place = max(bodies, default=(0, None))
    counts = (item.get("wordCount") for _, item in articles)
    return Metadata(
        title=_first(_texts(articles, "headline"), _values(told.metas, "og:title", "twitter:title", "dc.title")),
        authors=tuple(author.name for author in authors),
        published=published,
        modified=modified,
        section=_first(_texts(articles, "articleSection"), _values(told.metas, "article:section", "parsely-section")),
        words=next((int(str(count)) for count in counts if str(count).isdecimal() and len(str(count)) < 8), None),
        body_words=words,
        body_location=page.location(place) if place is not None else None,
        broken=tuple(page.location(number) for number in told.broken),
        readable=told.readable,
    )


def is_article(item: dict[str, Any]) -> bool:
    """Whether an object of the JSON-LD describes an article."""
    return "headline" in item or "articleBody" in item or "Article" in str(item.get("@type")) or item.get("@type") == "BlogPosting"


def _texts(items: Iterable[tuple[int, dict[str, Any]]], key: str) -> Iterator[str]:
    for _, item in items:
        value = item.get(key)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, str) and value.strip():
            yield unescape(value).strip()


def _values(metas: dict[str, tuple[str, int]], *keys: str) -> Iterator[str]:
    return (metas[key][0] for key in keys if key in metas)


def _first(*sources: Iterator[str]) -> str | None:
    return next(chain(*sources), None)


def authors(told: Told) -> list[Author]:
    """The authors that JSON-LD and `<meta>` give, in order, each once."""
    metas = told.metas
    sites = {name.casefold() for name in _values(metas, "og:site_name", "application-name", "twitter:site")}
    host = _host(metas["og:url"][0]) if "og:url" in metas else ""
    found: list[Author] = []
    known = {item["@id"]: item for _, item in told.items if "name" in item and isinstance(item.get("@id"), str)}
    for number, item in told.items:
        publisher = item.get("publisher")
        sites |= {name.casefold() for name in [_name(publisher)] if name}
        if "author" in item and is_article(item):
            given = item["author"] if isinstance(item["author"], list) else [item["author"]]
            for author in given:
                told_apart = known.get(str(author["@id"]), author) if isinstance(author, dict) and "@id" in author else author
                kind = str(told_apart.get("@type")) if isinstance(told_apart, dict) else "Person"
                found += [Author(name, "Organization" not in kind, number) for name in [_name(told_apart)] if name]
    found += [Author(bylines().by.sub("", name, count=1), True, number) for name, number in told.named]
    unique = {author.name.casefold(): author for author in reversed(found) if _is_name(author.name)}
    return [
        Author(author.name, author.person and _is_person(author.name, sites, host), author.node, _is_team(author, sites, host))
        for author in found
        if unique.get(author.name.casefold()) is author
    ]


def _is_person(name: str, sites: set[str], host: str) -> bool:
    """Whether a name is neither the site's nor an organisation's, and no word that only stands for one."""
    return not (_is_site(name.casefold(), sites, host) or is_organisation(name) or bylines().no_name.match(name))


def _is_team(author: Author, sites: set[str], host: str) -> bool:
    return author.person and is_organisation(author.name) and not _is_site(author.name.casefold(), sites, host)


def is_organisation(name: str) -> bool:
    """Whether a name says that it is no person's."""
    return bool(bylines().organisations.search(name))


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").casefold()
    except ValueError:
        return ""


def _is_site(name: str, sites: set[str], host: str) -> bool:
    """Whether a name is the site's: told so, or one word that is the host's."""
    return name in sites or (" " not in name and name in host)


def _is_name(name: str) -> bool:
    return "://" not in name and 1 < len(name) < 100 and not name.isdecimal() and "@" not in name and len(name.split()) <= MOST_WORDS


def _name(author: Any) -> str | None:
    if isinstance(author, list):
        return _name(author[0]) if author else None
    name = author.get("name") if isinstance(author, dict) else author
    return bylines().by.sub("", unescape(name).strip(), count=1) if isinstance(name, str) else None


def minutes_in(text: str) -> float | None:
    """Minutes in a text like "Reading time: 2 minutes" or "4 min read"; None where it speaks of no reading time."""
    likely = len(text) <= LONGEST_TIME and any(map(text.lower().__contains__, _UNITS))
    match = _MINUTES.search(text) if likely else None
    return float(match[1].replace(",", ".")) if match and _TIME_LABEL.search(text) else None


def filled_by_script(page: Page, number: int) -> bool:
    """Whether an attribute in an element says that a script counts the minutes, so that the number in the file is only an example."""
    nodes = (n for n in range(number, min(page.flat.end[number], number + MOST_FILLED)) if page.flat.names[n])
    names = (name for n in nodes for name in page.tag(n).attrs if name not in ("class", "id"))
    return any("readtime" in name.replace("-", "").replace("ing", "") for name in names) or _unshown(page, number)


def _unshown(page: Page, number: int) -> bool:
    """Whether a class hides a line until a script has something to show."""
    return not {"hide", "hidden", "w-condition-invisible"}.isdisjoint((page.attribute(number, "class") or "").split())


def declared_times(page: Page, told: Told) -> Iterator[DeclaredTime]:
    """The reading times that JSON-LD (of the first article in it, which is the page's own) and Twitter cards state."""
    required = [item for _, item in told.items if "timeRequired" in item and (is_article(item) or item.get("@type") in (None, "WebPage"))]
    for item in required[:1]:
        value = item["timeRequired"]
        match = _DURATION.match(value) if isinstance(value, str) else None
        if match and any(match.groups()):
            hour, minute, second = (int(part or 0) for part in match.groups())
            yield DeclaredTime(hour * 60 + minute + second / 60, TimeSource.JSON_LD, match[0], None)
    for number in "12":
        label, given = told.metas.get(f"twitter:label{number}"), told.metas.get(f"twitter:data{number}")
        minutes = minutes_in(f"{label[0]}: {given[0]}") if label and given else None
        if minutes is not None and given:
            yield DeclaredTime(minutes, TimeSource.META, given[0], page.location(given[1]))
