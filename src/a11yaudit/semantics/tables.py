"""The table model of HTML: cells in a grid, and the headers of each cell."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, product, takewhile
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
    grouped: set[int] = field(default_factory=set)
    """Numbers of the headers with the scope of a group."""
    named: dict[int, frozenset[int]] = field(default_factory=dict)
    """By cell with a `headers` attribute the cells that it names, which are its only headers."""
    claimed: set[int] = field(default_factory=set)
    """All cells that another one names."""
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
    _read_names(page, made)
    return made


def _read_names(page: Page, made: Grid) -> None:
    """Each `headers` attribute is read once: a thousand cells may name a thousand headers."""
    for cell in made.cells:
        names = (page.attribute(cell.number, "headers") or "").split()
        if names:
            named = frozenset(made.by_id[name] for name in names if name in made.by_id) - {cell.number}
            made.named[cell.number] = named
            made.claimed.update(named)


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
        made.grouped.add(cell.number)


def scope(page: Page, made: Grid, cell: Cell) -> str:
    """`col`, `row`, `colgroup`, `rowgroup`, or empty for a cell that heads nothing, as HTML decides it for a `th`."""
    given = (page.attribute(cell.number, "scope") or "").strip().lower()
    if given in ("col", "row", "colgroup", "rowgroup"):
        return given
    if made.data_rows.isdisjoint(range(cell.row, cell.row + cell.height)):
        return "col"
    return "row" if made.data_columns.isdisjoint(range(cell.column, cell.column + cell.width)) else ""


def heads(page: Page, made: Grid, header: Cell, cell: Cell) -> bool:
    """Whether a header is one of a cell's headers, by HTML's algorithm. Looks no farther than from the one to the other."""
    if header.number == cell.number:
        return False
    named = made.named.get(cell.number)
    if named is not None:
        return header.number in named
    if header.number in made.grouped:
        return _heads_group(page, made, header, cell)
    found: set[int] = set()
    if header.row < cell.row:
        for column in range(max(cell.column, header.column), min(cell.column + cell.width, header.column + header.width)):
            _scan(page, made, cell, (cell.row, column), (-1, 0), found, header.number)
    if header.column < cell.column:
        for row in range(max(cell.row, header.row), min(cell.row + cell.height, header.row + header.height)):
            _scan(page, made, cell, (row, cell.column), (0, -1), found, header.number)
    return header.number in found


def behind(made: Grid, header: Cell) -> Iterator[Cell]:
    """The cells after a header, up to the end of its row group."""
    place = bisect_right(made.cells, (header.row, header.column), key=lambda cell: (cell.row, cell.column))
    return takewhile(lambda cell: cell.group == header.group, islice(made.cells, place, None))


def _scan(page: Page, made: Grid, cell: Cell, start: tuple[int, int], step: tuple[int, int], found: set[int], until: int) -> None:
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


def _heads_group(page: Page, made: Grid, header: Cell, cell: Cell) -> bool:
    """Whether a header with the scope of a group stands before a cell of that group."""
    if header.row > cell.row or header.column > cell.column:
        return False
    if scope(page, made, header) == "rowgroup":
        return header.group == cell.group
    return cell.column < header.column + header.width
