"""Ads may take more of the page than readers bear; only a browser knows their heights."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import breaks
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """The share."""

    share: float
    """Largest share of ads among the ads and the blocks of the text, 0 to 1."""
    least_ads: int
    """Ads below which a share says nothing."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The article: is the share of ads small enough?"""
    load, inside = subject.measurements.ads, breaks(subject.article)
    if not inside or load.share_of_blocks is None:
        return
    large = load.inside_body >= params.least_ads and load.share_of_blocks > params.share
    values = {"ads": load.inside_body, "share": load.share_of_blocks, "threshold": params.share}
    yield Verdict(Outcome.CANT_TELL, inside[0].location, values, "share of ads") if large else PASSED
