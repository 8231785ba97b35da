"""Captions that are only a credit."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Related, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each caption: does it, or the alternative text, say more than who took the picture?"""
    for image in pictures.content(subject):
        if image.caption:
            described = image.caption.body or (image.alt or "").strip()
            related = (Related("The picture", image.location),)
            outcome = Outcome.PASSED if described else Outcome.CANT_TELL
            yield Verdict(outcome, image.caption.location, pictures.evidence(image), image.caption.text, related)
