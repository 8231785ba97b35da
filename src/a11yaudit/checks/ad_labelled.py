"""Ads that nothing calls an ad."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import InterruptionKind
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Which ads."""

    kind: str
    """`ad` or `sponsored`."""
    unlabelled: str
    """The outcome for one that shows something and has no label: `failed` or `cantTell`."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad of the kind that shows something: has it a label? What a script will put into an empty slot, nobody knows."""
    for unit in advertising.ads(subject):
        if unit.kind == InterruptionKind(params.kind) and not unit.empty:
            outcome = Outcome.PASSED if unit.label or unit.labelled else Outcome(params.unlabelled)
            yield Verdict(outcome, unit.location, {**advertising.evidence(unit)}, advertising.subject_of(unit))
