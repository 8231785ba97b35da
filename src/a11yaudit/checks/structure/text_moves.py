"""Text that blinks or scrolls by itself."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """What moves."""

    elements: tuple[str, ...]
    """Elements that a browser moves or that once did."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each element of these kinds that has something to show: is it hidden?"""
    for number in subject.page.numbers(*params.elements):
        if not subject.semantics.sight.visible(number):
            yield PASSED
        else:
            text = shown(subject.semantics.text(number))
            yield verdict(subject, number, Outcome.FAILED, about=text, text=text)
