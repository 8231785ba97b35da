"""Ads between a subheading and its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Zone
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad: does no subheading stand right before it?"""
    for unit in advertising.ads(subject):
        failed = unit.after_heading and unit.zone == Zone.BODY
        outcome = Outcome.FAILED if failed else Outcome.PASSED
        yield Verdict(outcome, unit.location, {**advertising.evidence(unit)}, advertising.subject_of(unit))
