"""The first ad comes before the text has begun."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """The distance."""

    sentences: int
    """Fewest sentences of the article before the first ad inside it."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The first ad inside the text: do enough sentences stand before it?"""
    for unit in breaks(subject.article)[:1]:
        before = sum(sentence.location.node < unit.location.node for sentence in subject.measurements.readability.sentences)
        values = {**advertising.evidence(unit), "sentences": before, "threshold": params.sentences}
        outcome = Outcome.FAILED if before < params.sentences else Outcome.PASSED
        yield Verdict(outcome, unit.location, values, advertising.subject_of(unit))
