"""Whether the reading times that a page states agree."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Thresholds."""

    minutes: float


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for a page that states two times or more."""
    times = sorted(subject.measurements.reading_time.declared, key=lambda time: time.minutes)
    if not subject.article.found or len(times) < 2:
        return
    low, high = times[0], times[-1]
    if high.minutes - low.minutes <= params.minutes:
        yield PASSED
        return
    values = {"low": low.minutes, "low_text": low.text, "high": high.minutes, "high_text": high.text}
    yield Verdict(Outcome.FAILED, high.location or low.location, values, f"{low.text} / {high.text}")
