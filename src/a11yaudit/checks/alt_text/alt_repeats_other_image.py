"""Different pictures with the same alternative text."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text: is it the only one with it? All that share it are shown, for none is told apart."""
    for alt in pictures.described(subject):
        if not alt.same:
            yield PASSED
            continue
        related = (Related("Another picture with this text", other.location) for other in alt.same)
        yield pictures.verdict(
            subject, alt.image, Outcome.FAILED, *related, other=pictures.named(subject, alt.same[0]), seconds=alt.seconds
        )
