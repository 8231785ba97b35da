"""Skip links that lead nowhere."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.resources import vocabulary


class Params(NamedTuple):
    """Where skip links stand."""

    first: int
    """Links at the beginning of the page among which it is looked for."""


@cache
def _words() -> tuple[str, ...]:
    return tuple(word for words in vocabulary("links")["skip"].values() for word in words)


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each of the first links that offers to skip to the content: is its target on the page?"""
    page, semantics = subject.page, subject.semantics
    for number in semantics.with_role("link")[: params.first]:
        target = (page.attribute(number, "href") or "").strip()
        if len(target) < 2 or not target.startswith("#"):
            continue
        name = semantics.name(number)
        if not any(word in name.casefold() for word in _words()):
            continue
        place = unquote(target[1:])
        found = any(key in semantics.index.by_id for key in (place, target[1:])) or _anchor(subject, place)
        if found:
            yield PASSED
        else:
            yield verdict(subject, number, Outcome.FAILED, about=target, text=shown(name), target=shown(target))


def _anchor(subject: Subject, name: str) -> bool:
    """Whether an anchor of HTML's older kind marks the place."""
    page = subject.page
    return any(page.attribute(i, "name") == name for i in subject.semantics.having("name") if page.flat.names[i] == "a")
