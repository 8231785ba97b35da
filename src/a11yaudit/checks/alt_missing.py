"""Pictures without any name."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture: does it have a name, or an `alt` that says on purpose that it has none?"""
    for image in pictures.content(subject):
        named = image.alt is not None or image.name is not None
        yield Verdict(Outcome.PASSED if named else Outcome.FAILED, image.location, pictures.evidence(image), image.file)
