"""Whether the text asks for more schooling than its readers have."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Thresholds."""

    grade: float
    band: float
    """How far the formula may be off, in grades."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for a text with a grade; within the band above the target it can't be told."""
    measured, text = subject.measurements.readability, subject.article.running_text
    if not subject.article.found or measured.grade is None:
        return
    above = measured.grade - params.grade
    outcome = Outcome.PASSED if above <= 0 else Outcome.CANT_TELL if above <= params.band else Outcome.FAILED
    values = {"grade": round(measured.grade, 1), "target": params.grade, "words_per_sentence": measured.words_per_sentence}
    yield Verdict(outcome, text[0].location, values)
