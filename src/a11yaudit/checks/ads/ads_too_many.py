"""More ads than the text can bear."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """The density."""

    per_1000_words: float
    """Most ads inside the text per 1,000 words."""
    ask_up_to: float
    """Density that is so near to the most that a person must say."""
    least_ads: int
    """Ads below which a density says nothing."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The article: is the number of ads in proportion to its words?"""
    load = subject.measurements.ads
    inside = breaks(subject.article)
    if not inside or load.per_1000_words is None:
        return
    if load.inside_body < params.least_ads or load.per_1000_words <= params.per_1000_words:
        yield PASSED
        return
    guess = any(map(advertising.is_guess, inside))
    values = {
        "ads": load.inside_body,
        "longest": load.words_longest,
        "per_1000_words": load.per_1000_words,
        "threshold": params.per_1000_words,
        "words": subject.article.words,
        "question": "Are all of them ads?" if guess else "Are there too many?",
    }
    sure = load.per_1000_words > params.ask_up_to and not guess
    yield Verdict(Outcome.FAILED if sure else Outcome.CANT_TELL, inside[0].location, values, "ad density")
