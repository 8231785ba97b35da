"""What the page says of its article outside the text: JSON-LD, OpenGraph, Twitter cards."""

import json
import re
from collections.abc import Iterator
from typing import Any

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
    found: list[dict[str, Any]] = []
    for number in page.numbers("script"):
        if "ld+json" not in (page.attribute(number, "type") or "").lower():
            continue
        text = page.raw_text(number)
        if len(text) <= LARGEST:
            found += _objects(text)
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


def authors(page: Page, objects: list[dict[str, Any]]) -> list[str]:
    """Names of the authors that JSON-LD and `<meta>` give, in order, each once."""
    named: list[str] = []
    for item in objects:
        if "author" in item and "headline" in item:
            given = item["author"] if isinstance(item["author"], list) else [item["author"]]
            named += [name for name in (_name(author) for author in given) if name]
    told = metas(page)
    named += [told[key][0] for key in ("author", "article:author", "parsely-author", "dc.creator") if key in told]
    return list(dict.fromkeys(name for name in named if name and "://" not in name and len(name) < 80))


def _name(author: Any) -> str | None:
    name = author.get("name") if isinstance(author, dict) else author
    return name.strip() if isinstance(name, str) else None


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
