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
    """Each frame in an ad: has it a name?"""
    for unit in advertising.ads(subject):
        for frame in unit.frames:
            yield Verdict(Outcome.FAILED, frame, advertising.evidence(unit), advertising.subject_of(unit))
        for frame in unit.named_frames:
            yield Verdict(Outcome.PASSED, frame, advertising.evidence(unit), advertising.subject_of(unit))
