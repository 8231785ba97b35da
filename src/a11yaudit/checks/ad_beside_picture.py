"""Ads that stand right beside a picture of the article."""

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
    """Each ad inside the text: does text stand between it and the pictures?"""
    for unit in advertising.ads(subject):
        if unit.zone == Zone.BODY:
            outcome = Outcome.FAILED if unit.beside_picture else Outcome.PASSED
            yield Verdict(outcome, unit.location, {**advertising.evidence(unit)}, advertising.subject_of(unit))
