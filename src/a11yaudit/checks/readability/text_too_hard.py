"""Whether the text is harder than its readers can be asked to read."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """Threshold."""

    ease: float
    """The target on the scale of the calibrated reading ease."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for a text with an ease: failed only where the whole band lies below the target."""
    measured = subject.measurements.readability
    if not subject.article.found or measured.ease is None or measured.ease_high is None:
        return
    if measured.ease >= params.ease:
        yield PASSED
        return
    values = {
        "ease": measured.ease,
        "ease_low": measured.ease_low,
        "ease_high": measured.ease_high,
        "target": params.ease,
        "level": measured.level,
        "harder": 100 - (measured.percentile or 0),
    }
    hardest = measured.hardest
    related = (Related("the hardest passage starts here", hardest.location),) if hardest else ()
    outcome = Outcome.CANT_TELL if measured.ease_high >= params.ease else Outcome.FAILED
    yield Verdict(outcome, subject.running_text[0].location, values, related=related)
