"""Whether a stated reading time fits the length of the article."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.measure.reading_time.rates import known
from a11yaudit.model.article import DeclaredTime, TimeSource
from a11yaudit.model.measurements import ReadingTime
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Thresholds."""

    minutes: float
    """What rounding and a publisher's own count may add to the time of a slow reader, or take from that of a fast one."""
    more_text: float
    """How many times as many words as were found the metadata may tell of; more, and the article found is not all of it."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each stated time. What nobody sees on the page is a question; a text that was not found whole is not measured."""
    measured = subject.measurements.reading_time
    if not subject.article.found or _more_told(subject, params):
        return
    comparable = known(subject.article.language)
    for time in measured.declared if comparable else [time for time in measured.declared if not time.minutes]:
        yield _verdict(time, measured) if _wrong(time.minutes, measured, params.minutes) else PASSED


def _more_told(subject: Subject, params: Params) -> bool:
    told = subject.article.metadata
    return max(told.words or 0, told.body_words) > params.more_text * subject.article.words


def _wrong(minutes: float, measured: ReadingTime, slack: float) -> bool:
    """Whether no reader takes that long: neither a fast one without the pictures nor a slow one with them."""
    pictures = measured.minutes_with_pictures - measured.minutes
    if not minutes:
        return measured.minutes >= 0.5
    return minutes > measured.minutes_high + pictures + slack or minutes < measured.minutes_low - slack


def _verdict(time: DeclaredTime, measured: ReadingTime) -> Verdict:
    fitting = max(1, round(measured.minutes))
    values = {
        "text": time.text,
        "declared": round(time.minutes, 1),
        "stated": in_minutes(time.minutes),
        "minutes": fitting,
        "fitting": in_minutes(fitting),
        "words": measured.words,
    }
    outcome = Outcome.FAILED if time.source is TimeSource.VISIBLE else Outcome.CANT_TELL
    return Verdict(outcome, time.location, values, f"{time.source}: {time.text}")


def in_minutes(minutes: float) -> str:
    """Minutes in words, without a useless digit behind the point."""
    rounded = round(minutes, 1)
    return "1 minute" if rounded == 1 else f"{rounded:g} minutes"
