"""Data tables that do not say what they are about."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import headings, named_inside, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Which tables."""

    rows: int
    """Fewest rows of a table that needs a caption."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed table with header cells: does it have a name, or a heading or figure caption beside it?"""
    semantics, page = subject.semantics, subject.page
    for number in semantics.with_role("table"):
        made = semantics.roles.grid(number) if page.flat.names[number] == "table" else None
        if made is None or made.height < params.rows or not any(cell.header for cell in made.cells):
            continue
        told = semantics.name(number) or _captioned(subject, number) or _after(subject, number) in subject.once(_heading_ends)
        yield PASSED if told else verdict(subject, number, Outcome.CANT_TELL, about="table", rows=made.height)


def _heading_ends(subject: Subject) -> frozenset[int]:
    return frozenset(subject.page.flat.end[number] for number, _ in headings(subject))


def _captioned(subject: Subject, number: int) -> bool:
    page = subject.page
    figure = next((i for i in page.ancestors(number) if page.tag(i).name == "figure"), None)
    return figure is not None and any(named_inside(subject, figure, "figcaption"))


def _after(subject: Subject, number: int) -> int:
    """Where what stands before a table ends: white space and wrappers around the table are passed over."""
    nodes, end = subject.page.flat.nodes, subject.page.flat.end
    place = number
    while place > 0:
        node = nodes[place - 1]
        if end[place - 1] <= number and not (isinstance(node, str) and node.isspace()):
            break
        place -= 1
    return place
