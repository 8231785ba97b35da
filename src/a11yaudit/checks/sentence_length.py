"""Whether a sentence is short enough to be held in mind."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Thresholds."""

    words: int


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each sentence with words."""
    if not subject.article.found:
        return
    for sentence in subject.measurements.readability.sentences:
        if sentence.words:
            failed = sentence.words > params.words
            values = {"text": sentence.text, "words": sentence.words, "limit": params.words}
            yield Verdict(Outcome.FAILED if failed else Outcome.PASSED, sentence.location, values, sentence.text)
