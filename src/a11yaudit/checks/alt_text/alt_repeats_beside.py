"""Alternative texts that repeat the words beside the picture."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """Which repetitions surely are one too many."""

    certain: tuple[str, ...]
    """Kinds of `Beside`; of the others a person must say."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text: does its link, its button, the heading or the text beside it say the same?"""
    for alt in pictures.described(subject):
        if alt.beside is None:
            yield PASSED
            continue
        outcome = Outcome.FAILED if alt.beside.kind in params.certain else Outcome.CANT_TELL
        related = Related(f"The {alt.beside.kind}", alt.beside.location)
        told = {"place": alt.beside.kind, "text": alt.beside.text, "seconds": alt.seconds}
        yield pictures.verdict(subject, alt.image, outcome, related, **told)
