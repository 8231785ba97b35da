"""Header cells with nothing in them."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import named_inside, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed th: does it say what it heads? The corner above the row headers heads nothing."""
    page, semantics = subject.page, subject.semantics
    for number in page.numbers("th"):
        if semantics.hidden(number) or "role" in page.tag(number).attrs or _corner(subject, number):
            continue
        if semantics.name(number) or semantics.text(number):
            yield PASSED
        else:
            yield verdict(subject, number, Outcome.FAILED, about="th")


def _corner(subject: Subject, number: int) -> bool:
    """Whether a cell is the first of its table."""
    flat = subject.page.flat
    table = next((i for i in subject.page.ancestors(number) if flat.names[i] == "table"), None)
    return table is not None and next(named_inside(subject, table, "th", "td")) == number
