"""Things that only a mouse can press."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import called, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """What is looked at."""

    elements: tuple[str, ...]
    """Elements that are no controls."""
    idle: tuple[str, ...]
    """Beginnings of scripts that do nothing for the reader."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each visible element with `onclick` that is no control: is a control inside or around it? Else: can the keyboard do it?"""
    page, semantics = subject.page, subject.semantics
    stops = list(semantics.tab_order)
    controls = frozenset(stops)
    for number in semantics.having("onclick"):
        if page.flat.names[number] not in params.elements or semantics.hidden(number):
            continue
        script = "".join((page.attribute(number, "onclick") or "").split())
        if not script or script.startswith(params.idle):
            continue
        reached = number in controls or semantics.focusable(number) or semantics.tabbable_inside(number) is not None
        if reached or any(around in controls for around in page.ancestors(number)):
            yield PASSED
        else:
            what = called(subject, number)
            yield verdict(subject, number, Outcome.CANT_TELL, about=what, what=what, onclick=script[:80])
