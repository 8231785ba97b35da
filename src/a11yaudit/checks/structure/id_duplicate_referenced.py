"""Ids that stand twice although something refers to them."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict

REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-activedescendant", "for", "headers")


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each id that an attribute refers to: does one element have it?"""
    page, semantics = subject.page, subject.semantics
    referred = {identity for name in REFERRING for number in semantics.having(name) for identity in _words(subject, number, name)}
    referred.intersection_update(semantics.index.by_id)
    if len(semantics.index.by_id) == len(semantics.having("id")):
        yield from (PASSED for _ in referred)
        return
    owners: dict[str, list[int]] = {}
    for number in semantics.having("id") if referred else ():
        identity = str(page.tag(number).attrs["id"])
        if identity in referred:
            owners.setdefault(identity, []).append(number)
    for identity, places in owners.items():
        if len(places) == 1:
            yield PASSED
        else:
            related = tuple(Related("The same id", page.location(place)) for place in places[1:5])
            told = shown(identity)
            yield verdict(subject, places[0], Outcome.FAILED, about=told, related=related, id=told, count=len(places))


def _words(subject: Subject, number: int, name: str) -> list[str]:
    return (subject.page.attribute(number, name) or "").split()
