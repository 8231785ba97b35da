"""Alternative texts that are very long."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict
from a11yaudit.resources import vocabulary


@dataclass(frozen=True, slots=True)
class Params:
    """The limit."""

    characters: int
    """Longest alternative text, in characters."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text: is it short enough, or the words of a pictured text?"""
    pictured = tuple(vocabulary("alt")["informative"]["pictured_text"])
    for alt in subject.measurements.alts:
        values = pictures.evidence(alt.image, characters=len(alt.text), limit=params.characters, seconds=alt.seconds)
        long = len(alt.text) > params.characters and not alt.text.casefold().startswith(pictured)
        yield Verdict(Outcome.CANT_TELL if long else Outcome.PASSED, alt.image.location, values, alt.image.file)
