"""The first ad comes before the text has begun."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.outcome import PASSED, Verdict


class Params(NamedTuple):
    """The distance."""

    sentences: int
    """Fewest sentences of the article before the first ad inside it."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The first ad inside the text: do enough sentences stand before it?"""
    for unit in breaks(subject.article)[:1]:
        before = sum(sentence.location.node < unit.location.node for sentence in subject.measurements.readability.sentences)
        failed = before < params.sentences
        told = "1 sentence" if before == 1 else f"{before} sentences"
        yield advertising.verdict(unit, sentences=before, told=told, threshold=params.sentences) if failed else PASSED
