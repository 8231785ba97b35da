"""Links within the page that go nowhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple, cast
from urllib.parse import unquote

from bs4.element import Tag

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_PLACE = re.compile(r"#[^/!:=&?#]+")
"""An id; what holds other signs is an order for a script."""


class Params(NamedTuple):
    """Which links are left out."""

    scripted: tuple[str, ...]
    """Beginnings of attributes by which a script takes a link over."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed link to a place in the page that no script takes over: is there such a place? A script may add it later."""
    semantics, nodes = subject.semantics, cast("list[Tag]", subject.page.flat.nodes)
    for number in semantics.with_role("link"):
        attributes = nodes[number].attrs
        target = str(attributes.get("href", "")).strip()
        if not target.startswith("#") or target.lower() in ("#", "#0", "#top") or not _PLACE.fullmatch(unquote(target)):
            continue
        if any(name.startswith(params.scripted) for name in attributes):
            continue
        place = target[1:]
        found = any(key in semantics.index.by_id or key in subject.once(_named) for key in (place, unquote(place)))
        yield PASSED if found else verdict(subject, number, Outcome.CANT_TELL, about=target, target=target[:120])


def _named(subject: Subject) -> frozenset[str | None]:
    """The names of anchors, HTML's older way to mark a place."""
    page = subject.page
    return frozenset(page.attribute(number, "name") for number in subject.semantics.having("name") if page.flat.names[number] == "a")
