"""Labels for fields that are not there."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import named_inside, shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.semantics.names import LABELABLE


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed label with words and a `for`: is there a field with that id, or one inside the label?"""
    page, semantics = subject.page, subject.semantics
    for number in semantics.having("for"):
        text = semantics.text(number) if page.flat.names[number] == "label" else ""
        if not text or semantics.hidden(number):
            continue
        wanted = (page.attribute(number, "for") or "").strip()
        target = semantics.index.by_id.get(wanted)
        if not wanted:
            continue
        if target is not None or any(named_inside(subject, number, *LABELABLE)):
            yield PASSED
        else:
            yield verdict(subject, number, Outcome.CANT_TELL, about=text, text=shown(text), id=shown(wanted))
