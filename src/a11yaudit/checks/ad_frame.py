"""Ad frames that assistive technology can not name."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad: do its frames have names?"""
    for unit in advertising.ads(subject):
        for frame in unit.frames:
            yield Verdict(Outcome.FAILED, frame, advertising.evidence(unit), advertising.subject_of(unit))
        if not unit.frames:
            yield Verdict(Outcome.PASSED, unit.location, advertising.evidence(unit), advertising.subject_of(unit))
