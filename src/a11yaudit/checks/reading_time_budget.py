"""Whether the article can be read in the time that readers have."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Thresholds."""

    minutes: float


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for an article with text."""
    measured, text = subject.measurements.reading_time, subject.article.running_text
    if not subject.article.found or not text or not measured.minutes:
        return
    failed = measured.minutes > params.minutes
    values = {"minutes": round(measured.minutes, 1), "words": measured.words, "budget": params.minutes}
    yield Verdict(Outcome.FAILED if failed else Outcome.PASSED, text[0].location, values)
