"""Ads that break a paragraph, quotation or list in two."""

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
    """Each ad: does it stand between blocks?"""
    for unit in advertising.ads(subject):
        failed = unit.inside is not None and unit.zone == Zone.BODY
        outcome = Outcome.FAILED if failed else Outcome.PASSED
        yield Verdict(outcome, unit.location, {**advertising.evidence(unit), "inside": unit.inside}, advertising.subject_of(unit))
