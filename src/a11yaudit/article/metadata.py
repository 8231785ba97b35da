"""What the page says of its article outside the text: JSON-LD, OpenGraph, Twitter cards."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from a11yaudit.model.article import DeclaredTime, TimeSource
from a11yaudit.page import Page

LARGEST = 500_000
"""Characters of a JSON-LD block that is read; a longer one is no description of an article."""
MOST = 2_000
"""Values looked at in all JSON-LD of a page."""
_DURATION = re.compile(r"P(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?)\Z")
_MINUTES = re.compile(r"(\d{1,3}(?:[.,]\d)?)\s*-?\s*(?:min\b|mins\b|minutes?\b|minuten?\b|minutos?\b|minuti?\b|мин|分)", re.IGNORECASE)
_TIME_LABEL = re.compile(r"read|lese|lectur|leitura|lettura|leestijd|czytani|чтени|lesezeit|läs|læs|阅读|閱讀|読了", re.IGNORECASE)


def json_ld(page: Page) -> list[dict[str, Any]]:
    """All objects of the page's JSON-LD, those inside `@graph` and lists too; broken blocks are passed over."""
    return [item for _, item in json_ld_places(page)]


def json_ld_places(page: Page) -> list[tuple[int, dict[str, Any]]]:
    """The objects of `json_ld`, each with the number of the `<script>` that holds it."""
    found: list[tuple[int, dict[str, Any]]] = []
    for number in page.numbers("script"):
        if "ld+json" not in (page.attribute(number, "type") or "").lower():
            continue
        text = page.raw_text(number)
        if len(text) <= LARGEST:
            found += [(number, item) for item in _objects(text)]
    return found


def _objects(text: str) -> list[dict[str, Any]]:
    try:
        waiting: list[Any] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return []
    found: list[dict[str, Any]] = []
    while waiting and len(found) < MOST:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            found.append(value)
            waiting += [inner for inner in value.values() if isinstance(inner, (dict, list))]
    return found


def metas(page: Page) -> dict[str, tuple[str, int]]:
    """`<meta>` values by lower-case name or property, the first of each, with the element's number."""
    found: dict[str, tuple[str, int]] = {}
    for number in page.numbers("meta"):
        key = page.attribute(number, "property") or page.attribute(number, "name")
        value = page.attribute(number, "content")
        if key and value:
            found.setdefault(key.strip().lower(), (value.strip(), number))
    return found


@dataclass(frozen=True, slots=True)
class Author:
    """A name that the metadata give, and the element that holds it."""

    name: str
    person: bool
    """False for an organisation, and for the site's own name."""
    node: int


def authors(page: Page) -> list[Author]:
    """The authors that JSON-LD and `<meta>` give, in order, each once."""
    told = metas(page)
    sites = {told[key][0].casefold() for key in ("og:site_name", "application-name", "twitter:site") if key in told}
    host = _host(told["og:url"][0]) if "og:url" in told else ""
    found: list[Author] = []
    for number, item in json_ld_places(page):
        publisher = item.get("publisher")
        sites |= {name.casefold() for name in [_name(publisher)] if name}
        if "author" in item and ("headline" in item or "articleBody" in item or "Article" in str(item.get("@type"))):
            given = item["author"] if isinstance(item["author"], list) else [item["author"]]
            for author in given:
                kind = str(author.get("@type")) if isinstance(author, dict) else "Person"
                found += [Author(name, "Organization" not in kind, number) for name in [_name(author)] if name]
    for key in ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author_name"):
        if key in told:
            found.append(Author(told[key][0], True, told[key][1]))
    unique = {author.name.casefold(): author for author in reversed(found) if _is_name(author.name)}
    return [
        Author(author.name, author.person and not _is_site(author.name.casefold(), sites, host) and not author.name.islower(), author.node)
        for author in found
        if unique.get(author.name.casefold()) is author
    ]


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").casefold()
    except ValueError:
        return ""


def _is_site(name: str, sites: set[str], host: str) -> bool:
    """Whether a name is the site's: told so, or one word that is the host's."""
    return name in sites or (" " not in name and name in host)


def _is_name(name: str) -> bool:
    return "://" not in name and 1 < len(name) < 100 and not name.isdecimal() and "@" not in name


def _name(author: Any) -> str | None:
    if isinstance(author, list):
        return _name(author[0]) if author else None
    name = author.get("name") if isinstance(author, dict) else author
    return unescape(name).strip() if isinstance(name, str) else None


def minutes_in(text: str) -> float | None:
    """Minutes in a text like "Reading time: 2 minutes" or "4 min read"; None where it speaks of no reading time."""
    if len(text) > 60 or not _TIME_LABEL.search(text):
        return None
    match = _MINUTES.search(text)
    return float(match[1].replace(",", ".")) if match else None


def declared_times(page: Page, objects: list[dict[str, Any]]) -> Iterator[DeclaredTime]:
    """The reading times that JSON-LD and Twitter cards state."""
    for item in objects:
        value = item.get("timeRequired")
        match = _DURATION.match(value) if isinstance(value, str) else None
        if match and any(match.groups()):
            hour, minute, second = (int(part or 0) for part in match.groups())
            yield DeclaredTime(hour * 60 + minute + second / 60, TimeSource.JSON_LD, match[0], None)
    told = metas(page)
    for number in "12":
        label, data = told.get(f"twitter:label{number}"), told.get(f"twitter:data{number}")
        minutes = minutes_in(f"{label[0]}: {data[0]}") if label and data else None
        if minutes is not None and data:
            yield DeclaredTime(minutes, TimeSource.META, data[0], page.location(data[1]))
