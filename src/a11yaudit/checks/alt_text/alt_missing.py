"""Pictures without any name."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture that isn't hidden: does it have a name, or an `alt` that says on purpose that it has none?"""
    for image in pictures.content(subject):
        if subject.semantics.hidden(image.location.node):
            continue
        named = image.alt is not None or image.name is not None
        yield PASSED if named else pictures.verdict(subject, image, Outcome.FAILED)
