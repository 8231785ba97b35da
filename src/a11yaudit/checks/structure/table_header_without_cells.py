"""Header cells that head nothing."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if, shown
from a11yaudit.model.outcome import Verdict
from a11yaudit.semantics import tables
from a11yaudit.semantics.aria import TABLES

NEAREST = 200
"""Cells that are asked whether a header is theirs; what heads none of these is found to head none."""


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each visible, exposed header cell with a text: is it the header of another cell?"""
    semantics = subject.semantics
    for number in semantics.with_role("columnheader", "rowheader"):
        text = semantics.name(number)
        if not text or not semantics.sight.visible(number):
            continue
        assigned = _in_table(subject, number) if subject.page.tag(number).name in ("td", "th") else _by_position(subject, number)
        if assigned is not None:
            yield failed_if(subject, number, not assigned, about=text, text=shown(text))


def _in_table(subject: Subject, number: int) -> bool | None:
    """Whether HTML's algorithm makes a cell the header of another one; None where there is no table to say so."""
    semantics, page = subject.semantics, subject.page
    table = semantics.roles.table(number)
    made = semantics.roles.grid(table) if table is not None and semantics.role(table) in TABLES and semantics.included(table) else None
    cell = made.by_number.get(number) if made else None
    if made is None or cell is None or _repeated_below(subject, number):
        return None
    others: Iterator[tables.Cell] = islice(_in_line(made, cell, semantics.role(number) == "columnheader"), NEAREST)
    if semantics.roles.explicit.get(number) is not None or not cell.header:
        return any(True for _ in others)
    if number in made.grouped:
        others = chain(others, islice(tables.behind(made, cell), NEAREST))
    return number in made.claimed or any(tables.heads(page, made, cell, other) for other in others)


def _repeated_below(subject: Subject, number: int) -> bool:
    """Whether a header stands in the foot of its table, where long tables repeat the headers of their columns."""
    flat = subject.page.flat
    row = flat.parent[number]
    return flat.names[flat.parent[row]] == "tfoot" and all(flat.names[i] in ("th", "") for i in flat.children(row))


def _in_line(made: tables.Grid, cell: tables.Cell, column: bool) -> Iterator[tables.Cell]:
    """The cells below a column's header, or in the row of a row's."""
    across = range(cell.column, cell.column + cell.width)
    down = range(cell.row, cell.row + cell.height)
    if column:
        slots = ((row, place) for place in across for row in range(down.stop, made.height))
    else:
        slots = ((row, place) for row in down for place in chain(range(across.stop, made.width), range(across.start)))
    return (other for slot in slots if (other := made.slots.get(slot)) is not None)


def _by_position(subject: Subject, number: int) -> bool | None:
    """Whether an ARIA header has a cell at its place in another row, or another cell in its own."""
    semantics, rows = subject.semantics, subject.once(_rows)
    row = semantics.ownership.parent(number)
    if row < 0 or semantics.role(row) != "row":
        return None
    if semantics.role(number) == "rowheader":
        return len(semantics.ownership.children(row)) > 1
    place = rows.places.get(number)
    if place is None or row not in rows.tables:
        return None
    others = islice(rows.of[rows.tables[row]], NEAREST)
    return any(len(semantics.ownership.children(other)) > place for other in others if other != row)


class _Rows(NamedTuple):
    """The rows of a page's ARIA tables."""

    tables: dict[int, int]
    """The table of each row."""
    of: dict[int, list[int]]
    """The rows of each table."""
    places: dict[int, int]
    """The place of each cell in its row."""


def _rows(subject: Subject) -> _Rows:
    semantics = subject.semantics
    found = _Rows({}, {}, {})
    for row in semantics.with_role("row"):
        table = semantics.ownership.parent(row)
        if table >= 0 and semantics.role(table) == "rowgroup":
            table = semantics.ownership.parent(table)
        if table >= 0 and semantics.role(table) in TABLES:
            found.tables[row] = table
            found.of.setdefault(table, []).append(row)
            for place, cell in enumerate(semantics.ownership.children(row)):
                found.places.setdefault(cell, place)
    return found
