"""Alternative texts whose words are at fault."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.measurements import AltFault
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Which fault."""

    kind: str
    """A value of `AltFault`."""
    certain: bool
    """Whether such a text fails, or a person must say."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each picture with an alternative text: does the text have that fault? Of a small one it is a question."""
    kind, fault = AltFault(params.kind), Outcome.FAILED if params.certain else Outcome.CANT_TELL
    for alt in subject.measurements.alts:
        if kind in alt.faults:
            others = [str(other) for other in alt.faults if other != kind]
            outcome = fault if alt.image.is_content else Outcome.CANT_TELL
            yield pictures.verdict(subject, alt.image, outcome, **({"also": others} if others else {}))
        elif alt.image.is_content:
            yield PASSED
