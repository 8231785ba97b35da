"""Whether a stated reading time fits the length of the article."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Thresholds."""

    minutes: float
    share: float
    """Of the measured time, 0 to 1."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each stated time; a difference counts where it is above both thresholds."""
    measured = subject.measurements.reading_time
    if not subject.article.found:
        return
    for time in measured.declared:
        wrong = abs(time.minutes - measured.minutes) > max(params.minutes, params.share * measured.minutes)
        values = {"text": time.text, "declared": time.minutes, "minutes": round(measured.minutes, 1), "words": measured.words}
        yield Verdict(Outcome.FAILED, time.location, values, f"{time.source}: {time.text}") if wrong else PASSED
