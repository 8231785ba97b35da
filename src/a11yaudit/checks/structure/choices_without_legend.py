"""Groups of choices that do not say what is to be chosen."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import called, named_inside, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """What makes a group."""

    least: int
    """Radio buttons of one group from which on it is judged."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed fieldset with a group of radio buttons: does it have a name?"""
    page, semantics = subject.page, subject.semantics
    for number in page.numbers("fieldset"):
        if semantics.hidden(number):
            continue
        radios = [i for i in named_inside(subject, number, "input") if page.attribute(i, "type") == "radio" and not semantics.hidden(i)]
        if len(radios) < params.least:
            continue
        if semantics.name(number):
            yield PASSED
        else:
            choice = called(subject, radios[0])
            yield verdict(subject, number, Outcome.FAILED, about=choice, choice=choice, count=len(radios))
