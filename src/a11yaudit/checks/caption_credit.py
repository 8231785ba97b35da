"""Captions that are only a credit."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each caption: does it say more than who took the picture?"""
    for image in subject.article.images:
        if image.caption:
            outcome = Outcome.PASSED if image.caption.body else Outcome.CANT_TELL
            yield Verdict(outcome, image.location, pictures.evidence(image), image.caption.text)
