"""Whether a sentence is hard for more than one reason."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Thresholds."""

    points: float
    """Of difficulty, from which a sentence is very hard."""
    reasons: int
    """Traits that must come together."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each sentence whose difficulty was measured."""
    if not subject.article.found:
        return
    for sentence in subject.measurements.readability.sentences:
        if sentence.difficulty is None or not sentence.words:
            continue
        if sentence.difficulty >= params.points and len(sentence.reasons) >= params.reasons:
            values = {"text": sentence.text, "reasons": list(sentence.reasons), "words": sentence.words, "difficulty": sentence.difficulty}
            yield Verdict(Outcome.FAILED, sentence.location, values, sentence.text)
        else:
            yield PASSED
