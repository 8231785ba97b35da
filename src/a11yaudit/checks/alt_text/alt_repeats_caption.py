"""Alternative texts that repeat the caption."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """When two texts count as one."""

    letters: float
    """From which likeness of letters on, 0 to 1; credits left out."""
    part: float
    """From which share of the longer text on, 0 to 1, where the shorter one stands in it word for word."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text and a caption that listeners hear too: do they say different things?"""
    for alt in subject.measurements.alts:
        caption = alt.image.caption
        if caption is None or alt.caption is None or caption.hidden:
            continue
        if alt.caption.letters >= params.letters or alt.caption.part >= params.part:
            values = pictures.evidence(
                subject, alt.image, False, similarity=alt.caption.letters, threshold=params.letters, seconds=alt.seconds
            )
            related = (Related("The caption", caption.location),)
            yield Verdict(Outcome.CANT_TELL, alt.image.location, values, f"{pictures.about(alt.image)} {alt.text}", related)
        else:
            yield PASSED
