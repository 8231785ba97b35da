"""Tables that only arrange the page."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import HEADINGS, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.semantics.tables import Grid


class Params(NamedTuple):
    """What data do not hold."""

    elements: tuple[str, ...]


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each outermost exposed table without header cells and caption: does it hold nothing that only a layout holds?"""
    semantics, page = subject.semantics, subject.page
    listed = [number for number in semantics.with_role("table") if page.flat.names[number] == "table"]
    signs = page.numbers(*params.elements, *HEADINGS) if listed else []
    done = -1
    for number in listed:
        if number < done:
            continue
        done = page.flat.end[number]
        made = semantics.roles.grid(number)
        if made is None or not made.cells or any(cell.header for cell in made.cells) or semantics.name(number):
            yield PASSED
        else:
            arranged = _single(made) or bisect_right(signs, number) < bisect_left(signs, done)
            yield verdict(subject, number, Outcome.CANT_TELL, about="table", rows=made.height) if arranged else PASSED


def _single(made: Grid) -> bool:
    """Whether there is nothing to relate: one cell."""
    return len(made.cells) == 1
