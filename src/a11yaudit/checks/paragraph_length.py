"""Whether a paragraph is short enough to find one's place in."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Thresholds."""

    words: int


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each paragraph with words."""
    if not subject.article.found:
        return
    for paragraph in subject.measurements.readability.paragraphs:
        if paragraph.words:
            failed = paragraph.words > params.words
            values = {"text": paragraph.text[:80], "words": paragraph.words, "sentences": paragraph.sentences, "limit": params.words}
            yield Verdict(Outcome.FAILED if failed else Outcome.PASSED, paragraph.location, values, paragraph.text)
