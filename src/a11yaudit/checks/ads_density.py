"""More ads than the text can bear."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
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
    failed = load.inside_body >= params.least_ads and load.per_1000_words > params.per_1000_words
    values = {
        "ads": load.inside_body,
        "per_1000_words": load.per_1000_words,
        "threshold": params.per_1000_words,
        "words": subject.article.words,
    }
    yield Verdict(Outcome.FAILED if failed else Outcome.PASSED, inside[0].location, values, "ad density")
