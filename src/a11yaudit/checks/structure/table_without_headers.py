"""Data tables without headers."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """What a data table is."""

    rows: int
    """Fewest rows and columns; a smaller table is mostly a layout."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each data table: does it have a header cell?"""
    semantics, page = subject.semantics, subject.page
    for number in semantics.with_role("table"):
        made = semantics.roles.grid(number) if page.tag(number).name == "table" else None
        if made is None or made.height < params.rows or made.width < params.rows or len(made.cells) < params.rows * made.height:
            continue
        headed = any(cell.header or page.attribute(cell.number, "scope") for cell in made.cells)
        yield PASSED if headed else verdict(subject, number, Outcome.CANT_TELL, about="table", rows=made.height)
