"""Ads in a part of the page where none should be."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Which part."""

    zone: str
    """`before-headline` or `body`."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad: does it stand elsewhere?"""
    for unit in advertising.ads(subject):
        failed = unit.zone == params.zone
        outcome = Outcome.FAILED if failed else Outcome.PASSED
        yield Verdict(outcome, unit.location, {**advertising.evidence(unit)}, advertising.subject_of(unit))
