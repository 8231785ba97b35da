"""Ad frames that assistive technology can not name."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each frame in an ad that assistive technology gets: has it a name?"""
    for unit in advertising.everywhere(subject):
        yield from (advertising.verdict(unit, location=frame) for frame in unit.frames if subject.semantics.included(frame.node))
        yield from (PASSED for _ in unit.named_frames)
