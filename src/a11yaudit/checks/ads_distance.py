"""Ads that follow each other too soon."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.outcome import Outcome, Related, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """The distance."""

    words: int
    """Fewest words of the article between two ads."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad inside the text but the first: are there enough words before it?"""
    inside = breaks(subject.article)
    for earlier, later in itertools.pairwise(inside):
        words = later.words_before - earlier.words_before
        values = {**advertising.evidence(later), "words": words, "threshold": params.words}
        related = (Related("The ad before it", earlier.location),)
        outcome = Outcome.FAILED if words < params.words else Outcome.PASSED
        yield Verdict(outcome, later.location, values, advertising.subject_of(later), related)
