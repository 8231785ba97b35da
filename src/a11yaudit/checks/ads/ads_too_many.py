"""More ads than the text can bear."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """The density."""

    per_1000_words: float
    """Most ads inside the text per 1,000 words."""
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
    values = {
        "ads": load.inside_body,
        "longest": load.words_longest,
        "per_1000_words": load.per_1000_words,
        "threshold": params.per_1000_words,
        "words": subject.article.words,
    }
    yield Verdict(Outcome.FAILED, inside[0].location, values, "ad density")
