"""Whether most of the text is in passive voice."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Thresholds."""

    share: float
    """Of the sentences, 0 to 1."""
    sentences: int
    """A text with fewer is not judged."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for a text whose passives were counted."""
    measured = subject.measurements.readability
    spoken = [sentence for sentence in measured.sentences if sentence.words]
    if not subject.article.found or measured.passive_share is None or len(spoken) < params.sentences:
        return
    if measured.passive_share <= params.share:
        yield PASSED
        return
    passive = [sentence for sentence in spoken if sentence.passive]
    values = {"passive": len(passive), "sentences": len(spoken), "text": passive[0].text if passive else ""}
    yield Verdict(Outcome.FAILED, (passive or spoken)[0].location, values)
