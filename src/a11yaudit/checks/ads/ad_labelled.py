"""Ads that nothing calls an ad."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Which ads."""

    kind: str
    """`ad` or `sponsored`."""
    unlabelled: str
    """The outcome for one on the way through the article that shows something and has no label: `failed` or `cantTell`."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad of the kind that shows something: has it a label? What a script will put into an empty slot, nobody knows."""
    for unit in advertising.everywhere(subject):
        if unit.kind == params.kind and not unit.empty:
            outcome = Outcome(params.unlabelled) if unit.zone in advertising.ON_THE_WAY else Outcome.CANT_TELL
            yield PASSED if unit.label or unit.labelled else advertising.verdict(unit, outcome)
