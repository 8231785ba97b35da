"""Data tables without headers."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """What a data table is."""

    rows: int
    """Fewest rows and columns; a smaller table is mostly a layout."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each data table: does it have a header cell?"""
    page = subject.page
    for number in page.numbers("table"):
        rows = [row for row in page.numbers("tr") if row in page.inside(number)]
        cells = [cell for cell in page.numbers("td", "th") if cell in page.inside(number)]
        layout = subject.semantics.role(number) != "table" or not subject.semantics.exposed(number)
        if layout or len(rows) < params.rows or len(cells) < params.rows * len(rows):
            continue
        headed = any(page.tag(cell).name == "th" or page.attribute(cell, "scope") for cell in cells)
        yield Verdict(Outcome.PASSED if headed else Outcome.CANT_TELL, page.location(number), {"rows": len(rows)}, "table")
