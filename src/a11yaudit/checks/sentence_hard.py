"""Whether a sentence is hard for more than one reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
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
        if sentence.difficulty is not None and sentence.words:
            failed = sentence.difficulty >= params.points and len(sentence.reasons) >= params.reasons
            values = {"text": sentence.text, "reasons": list(sentence.reasons), "words": sentence.words, "difficulty": sentence.difficulty}
            yield Verdict(Outcome.FAILED if failed else Outcome.PASSED, sentence.location, values, sentence.text)
