"""Captioned pictures whose alternative text is empty."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each captioned content picture with an `alt`: a person must say whether an empty one is right."""
    for image in pictures.content(subject):
        if image.caption and image.caption.body and image.alt is not None:
            outcome = Outcome.PASSED if image.alt.strip() else Outcome.CANT_TELL
            yield Verdict(outcome, image.location, pictures.evidence(image), pictures.file(image))
