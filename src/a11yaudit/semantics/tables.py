"""The table model of HTML: cells in a grid, and the headers of each cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from a11yaudit.page import Page

MOST_SLOTS = 20_000
"""Slots of the largest grid that is made; a larger table has no grid, and rules can't tell."""
WIDEST, HIGHEST = 1000, 65534
"""HTML's limits of colspan and rowspan."""


class Cell(NamedTuple):
    """One cell; rows and columns count from 0."""

    number: int
    header: bool
    """Whether it is a `th`."""
    row: int
    column: int
    height: int
    width: int
    group: int
    """Number of its row group."""


@dataclass(slots=True)
class Grid:
    """A table's slots."""

    cells: list[Cell] = field(default_factory=list)
    slots: dict[tuple[int, int], Cell] = field(default_factory=dict)
    data_rows: set[int] = field(default_factory=set)
    """Rows in which a `td` stands."""
    data_columns: set[int] = field(default_factory=set)
    by_number: dict[int, Cell] = field(default_factory=dict)
    by_id: dict[str, int] = field(default_factory=dict)
    """Numbers of the cells that have an id, the first of each."""
    grouped: list[Cell] = field(default_factory=list)
    """Headers with the scope of a group."""
    height: int = 0
    width: int = 0


def grid(page: Page, table: int) -> Grid | None:
    """The grid of a `table` element, None if it is too large."""
    made = Grid()
    for row, (number, group, size) in enumerate(_rows(page, table)):
        column = 0
        for cell_number in _children(page, number, ("td", "th")):
            while (row, column) in made.slots:
                column += 1
            width = _span(page, cell_number, "colspan", WIDEST) or 1
            asked = _span(page, cell_number, "rowspan", HIGHEST)
            height = max(1, min(asked or size, size))
            cell = Cell(cell_number, page.flat.names[cell_number] == "th", row, column, height, width, group)
            if len(made.slots) + width * height > MOST_SLOTS:
                return None
            _place(page, made, cell)
            column += width
        made.height = row + 1
    return made


def _rows(page: Page, table: int) -> Iterator[tuple[int, int, int]]:
    """Row, its group, and how many rows its group still has from here."""
    groups: list[tuple[int, list[int]]] = []
    for child in _children(page, table, ("tr", "thead", "tbody", "tfoot")):
        if page.tag(child).name == "tr":
            if groups and groups[-1][0] == table:
                groups[-1][1].append(child)
            else:
                groups.append((table, [child]))
        else:
            groups.append((child, list(_children(page, child, ("tr",)))))
    groups.sort(key=lambda item: page.tag(item[0]).name == "tfoot")
    for owner, rows in groups:
        for place, row in enumerate(rows):
            yield row, owner, len(rows) - place


def _children(page: Page, number: int, names: tuple[str, ...]) -> Iterator[int]:
    return (child for child in page.flat.children(number) if page.flat.names[child] in names)


def _span(page: Page, number: int, name: str, most: int) -> int:
    given = page.tag(number).attrs.get(name)
    if given is None:
        return 1
    value = str(given).strip()
    return min(int(value[:6]), most) if value.isdecimal() else 1


def _place(page: Page, made: Grid, cell: Cell) -> None:
    rows, columns = range(cell.row, cell.row + cell.height), range(cell.column, cell.column + cell.width)
    attributes = page.tag(cell.number).attrs
    made.cells.append(cell)
    made.by_number[cell.number] = cell
    for slot in product(rows, columns):
        made.slots.setdefault(slot, cell)
    made.width = max(made.width, columns.stop)
    if attributes.get("id"):
        made.by_id.setdefault(str(attributes["id"]), cell.number)
    if not cell.header:
        made.data_rows.update(rows)
        made.data_columns.update(columns)
    elif str(attributes.get("scope")).strip().lower() in ("rowgroup", "colgroup"):
        made.grouped.append(cell)


def scope(page: Page, made: Grid, cell: Cell) -> str:
    """`col`, `row`, `colgroup`, `rowgroup`, or empty for a cell that heads nothing, as HTML decides it for a `th`."""
    given = (page.attribute(cell.number, "scope") or "").strip().lower()
    if given in ("col", "row", "colgroup", "rowgroup"):
        return given
    if made.data_rows.isdisjoint(range(cell.row, cell.row + cell.height)):
        return "col"
    return "row" if made.data_columns.isdisjoint(range(cell.column, cell.column + cell.width)) else ""


def headers(page: Page, made: Grid, cell: Cell) -> frozenset[int]:
    """The numbers of the header cells of a cell, by HTML's algorithm."""
    named = page.attribute(cell.number, "headers")
    if named is not None and named.split():
        return frozenset(made.by_id[name] for name in named.split() if name in made.by_id) - {cell.number}
    found: set[int] = set()
    for row in range(cell.row, cell.row + cell.height):
        _scan(page, made, cell, (row, cell.column), (0, -1), found)
    for column in range(cell.column, cell.column + cell.width):
        _scan(page, made, cell, (cell.row, column), (-1, 0), found)
    found.update(_group_headers(page, made, cell))
    return frozenset(found - {cell.number})


def heads(page: Page, made: Grid, header: Cell, cell: Cell) -> bool:
    """Whether a header in the same column or row is one of a cell's headers; looks no farther than to the header."""
    named = page.attribute(cell.number, "headers")
    if named is not None and named.split():
        return header.number in headers(page, made, cell)
    found: set[int] = set()
    for column in range(max(cell.column, header.column), min(cell.column + cell.width, header.column + header.width)):
        _scan(page, made, cell, (cell.row, column), (-1, 0), found, header.number)
    for row in range(max(cell.row, header.row), min(cell.row + cell.height, header.row + header.height)):
        _scan(page, made, cell, (row, cell.column), (0, -1), found, header.number)
    return header.number in found


def _scan(page: Page, made: Grid, cell: Cell, start: tuple[int, int], step: tuple[int, int], found: set[int], until: int = -1) -> None:
    """HTML's scan for headers from a cell to the left or up, as far as the cell `until`."""
    row, column = start
    upwards = step[0] != 0
    opaque: set[tuple[int, int]] = set()
    block = [cell] if cell.header else []
    while row + step[0] >= 0 and column + step[1] >= 0:
        row, column = row + step[0], column + step[1]
        current = made.slots.get((row, column))
        if current is None:
            continue
        extent = _extent(current, upwards)
        if current.header:
            block.append(current)
            if extent not in opaque and scope(page, made, current) == ("col" if upwards else "row"):
                found.add(current.number)
            if current.number == until:
                return
        elif block:
            opaque.update(_extent(other, upwards) for other in block)
            block = []


def _extent(cell: Cell, upwards: bool) -> tuple[int, int]:
    return (cell.column, cell.width) if upwards else (cell.row, cell.height)


def _group_headers(page: Page, made: Grid, cell: Cell) -> Iterator[int]:
    """Headers with the scope of a group that stand before the cell."""
    for other in made.grouped:
        before = other.row <= cell.row and other.column <= cell.column
        rows = scope(page, made, other) == "rowgroup"
        if before and (other.group == cell.group if rows else cell.column < other.column + other.width):
            yield other.number
