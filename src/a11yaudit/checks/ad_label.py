"""Ad labels that are read out as part of the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad with a visible label: is it announced as something apart?"""
    for unit in advertising.ads(subject):
        if unit.label_location:
            outcome = Outcome.PASSED if unit.announced else Outcome.FAILED
            yield Verdict(outcome, unit.label_location, advertising.evidence(unit), advertising.subject_of(unit))
