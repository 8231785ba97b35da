"""Ads that follow each other too soon."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.article import Interruption
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """The distance."""

    words: int
    """Fewest words of the article between two ads."""
    ask_from: int
    """Words from which the distance is so near to the fewest that a person must say."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad slot inside the text but the first: are there enough words before it?

    It is a question where a few words are missing, which another count might find, and where an empty element only may be an ad.
    """
    inside = [unit for unit in breaks(subject.article) if _is_slot(unit)]
    for earlier, later in itertools.pairwise(inside):
        words = later.words_before - earlier.words_before
        if words >= params.words:
            yield PASSED
        else:
            related = (Related("The ad before it", earlier.location),)
            told = "1 word" if words == 1 else f"{words} words"
            guess = advertising.is_guess(earlier) or advertising.is_guess(later)
            outcome = Outcome.CANT_TELL if guess or words >= params.ask_from else Outcome.FAILED
            question = "Are both of them ads?" if guess else "Is that too close?"
            yield advertising.verdict(later, outcome, related=related, words=words, told=told, threshold=params.words, question=question)


def _is_slot(unit: Interruption) -> bool:
    """Whether it is a place for ads, and no box of products with words and links of its own, of which a shop's page is made."""
    return not (unit.words and unit.stops) or unit.label is not None or bool(unit.frames or unit.named_frames)
