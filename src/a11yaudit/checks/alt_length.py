"""Alternative texts that are too long to listen to."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """The limit."""

    characters: int
    """Longest alternative text, in characters."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text: is it short enough?"""
    for image, alt in pictures.described(subject):
        values = {**pictures.evidence(image), "characters": len(alt), "limit": params.characters}
        outcome = Outcome.CANT_TELL if len(alt) > params.characters else Outcome.PASSED
        yield Verdict(outcome, image.location, values, pictures.file(image))
