"""Alternative texts that are very long."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.resources import vocabulary


class Params(NamedTuple):
    """The limit."""

    characters: int
    """Longest alternative text, in characters."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text: is it short enough, or the words of a pictured text?"""
    pictured = tuple(vocabulary("alt")["informative"]["pictured_text"])
    for alt in pictures.described(subject):
        if len(alt.text) > params.characters and not alt.text.casefold().startswith(pictured):
            told = {"characters": len(alt.text), "limit": params.characters, "seconds": alt.seconds}
            yield pictures.verdict(subject, alt.image, Outcome.CANT_TELL, **told)
        else:
            yield PASSED
