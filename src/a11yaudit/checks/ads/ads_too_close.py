"""Ads that follow each other too soon."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.article import Interruption
from a11yaudit.model.outcome import PASSED, Related, Verdict


class Params(NamedTuple):
    """The distance."""

    words: int
    """Fewest words of the article between two ads."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad slot inside the text but the first: are there enough words before it?"""
    inside = [unit for unit in breaks(subject.article) if _is_slot(unit)]
    for earlier, later in itertools.pairwise(inside):
        words = later.words_before - earlier.words_before
        if words >= params.words:
            yield PASSED
        else:
            related = (Related("The ad before it", earlier.location),)
            told = "1 word" if words == 1 else f"{words} words"
            yield advertising.verdict(later, related=related, words=words, told=told, threshold=params.words)


def _is_slot(unit: Interruption) -> bool:
    """Whether it is a place for ads, and no box of products with words and links of its own, of which a shop's page is made."""
    return not (unit.words and unit.stops) or unit.label is not None or bool(unit.frames or unit.named_frames)
