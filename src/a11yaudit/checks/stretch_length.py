"""Whether a long text is parted by subheadings."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Thresholds."""

    words: int


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each stretch between two subheadings."""
    if not subject.article.found:
        return
    for number, stretch in enumerate(subject.measurements.readability.stretches):
        failed = stretch.words > params.words
        values = {"words": stretch.words, "limit": params.words}
        yield Verdict(Outcome.FAILED if failed else Outcome.PASSED, stretch.location, values, f"stretch {number + 1}")
