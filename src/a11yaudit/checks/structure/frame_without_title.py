"""Frames without a title."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed frame that is no ad and that the keyboard may enter: does it have a name?"""
    semantics = subject.semantics
    ads = {frame.node for unit in advertising.everywhere(subject) for frame in unit.frames}
    for number in subject.page.numbers("iframe"):
        if (
            semantics.included(number)
            and not semantics.roles.decorative(number)
            and number not in ads
            and (semantics.focus.tabindex(number) or 0) >= 0
        ):
            src = shown(subject.page.attribute(number, "src") or subject.page.attribute(number, "srcdoc") or "")
            if semantics.name(number):
                yield PASSED
            else:
                yield verdict(subject, number, Outcome.FAILED if src else Outcome.CANT_TELL, about=src, src=src)
