"""Whether the reading times that a page states agree."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.reading_time.reading_time_declared_wrong import in_minutes
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import TimeSource
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Thresholds."""

    minutes: float


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for a page that states two times; one in the text and one of link previews are a question, JSON-LD is seen by nobody."""
    seen = [time for time in subject.measurements.reading_time.declared if time.source is not TimeSource.JSON_LD]
    times = sorted(seen, key=lambda time: time.minutes)
    if not subject.article.found or len(times) < 2:
        return
    low, high = times[0], times[-1]
    if high.minutes - low.minutes <= params.minutes:
        yield PASSED
        return
    values = {
        "low": in_minutes(low.minutes),
        "low_text": low.text,
        "high": in_minutes(high.minutes),
        "high_text": high.text,
    }
    both = low.source is TimeSource.VISIBLE and high.source is TimeSource.VISIBLE
    outcome = Outcome.FAILED if both else Outcome.CANT_TELL
    yield Verdict(outcome, high.location or low.location, values, f"{low.text} / {high.text}")
