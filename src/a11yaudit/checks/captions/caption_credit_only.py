"""Captions that are only a credit."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each caption: does it, or the alternative text, say more than who took the picture?"""
    for image in pictures.content(subject):
        if not image.caption:
            continue
        if image.caption.body or (image.alt or "").strip():
            yield PASSED
        else:
            related = (Related("The picture", image.location),)
            yield Verdict(Outcome.CANT_TELL, image.caption.location, pictures.evidence(subject, image, False), image.caption.text, related)
