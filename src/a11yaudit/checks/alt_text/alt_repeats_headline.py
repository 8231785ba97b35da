"""Alternative texts that repeat the headline."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """When two texts count as one."""

    letters: float
    """From which likeness of letters on, 0 to 1; a number at its end left out."""
    part: float
    """From which share of the longer text on, 0 to 1, where the shorter one stands in it word for word."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text: is it something else than the headline?"""
    headline = subject.article.headline
    if headline is None:
        return
    for alt in subject.measurements.alts:
        if alt.headline is None:
            continue
        if alt.headline.letters >= params.letters or alt.headline.part >= params.part:
            values = {"headline": headline.text, "similarity": alt.headline.letters, "threshold": params.letters, "seconds": alt.seconds}
            yield pictures.verdict(subject, alt.image, Outcome.CANT_TELL, Related("The headline", headline.location), **values)
        else:
            yield PASSED
