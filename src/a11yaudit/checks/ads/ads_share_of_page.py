"""Ads may take more of the page than readers bear; only a browser knows their heights, and the words are the least of it."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """The share."""

    share: float
    """Largest share of ads in the article, 0 to 1."""
    least_ads: int
    """Ads below which a share says nothing."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The article: is the share of ads small enough? Too many words are a fault, too many places are a question."""
    load, inside = subject.measurements.ads, breaks(subject.article)
    if not inside or load.share_of_blocks is None:
        return
    values = {"ads": load.slots_inside_body, "limit": round(100 * params.share)}
    by_words, by_blocks = load.share_of_words or 0.0, load.share_of_blocks
    if load.slots_inside_body < params.least_ads or max(by_words, by_blocks) <= params.share:
        yield PASSED
        return
    outcome, share = (Outcome.FAILED, by_words) if by_words > params.share else (Outcome.CANT_TELL, by_blocks)
    yield Verdict(outcome, inside[0].location, {**values, "percent": round(100 * share)}, "share of ads")
