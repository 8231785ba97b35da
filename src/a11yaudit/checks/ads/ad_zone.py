"""Ads in a part of the page where none should be."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.article import Interruption, Zone
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Which part."""

    zone: str
    """`before-headline` or `body`."""
    sure: bool
    """Whether an ad there is a fault, or else a question: what stands above the headline may never be shown."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad: does it stand elsewhere? Of neighbours inside the text, which are one interruption, the first."""
    first = {unit.location.node for unit in breaks(subject.article)}
    for unit in advertising.everywhere(subject):
        if unit.zone is Zone.BODY and unit.location.node not in first:
            continue
        if unit.zone != params.zone:
            yield PASSED
            continue
        found = advertising.verdict(unit, place=_place(unit))
        yield found if params.sure else found._replace(outcome=Outcome.CANT_TELL)


def _place(unit: Interruption) -> str:
    """Where the text breaks off, in words that an editor finds again."""
    return f"after “…{unit.text_before}”" if unit.text_before else "at the start of the text"
