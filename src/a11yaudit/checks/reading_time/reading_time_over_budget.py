"""Whether the article can be read in the time that readers have."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Thresholds."""

    minutes: float
    """The longest reading time; 0 where the project sets none."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for an article with text, where a budget is set."""
    measured, text = subject.measurements.reading_time, subject.running_text
    if not params.minutes or not subject.article.found or not text or not measured.minutes:
        return
    values = {
        "minutes": round(measured.minutes, 1),
        "words": measured.words,
        "budget": f"{params.minutes:g} {'minute' if params.minutes == 1 else 'minutes'}",
    }
    yield Verdict(Outcome.FAILED, text[0].location, values) if measured.minutes > params.minutes else PASSED
