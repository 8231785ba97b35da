"""Headers of cells."""

import pytest
from fragments import by_id, read

from a11yaudit.semantics import tables

HEADERS = {
    "a column": ("<tr><th id=a>Day<th>Tide<tr><td id=x>1<td>2", {"a"}),
    "a column and a row": ("<tr><th>Day<th id=a>Tide<tr><th id=b>Monday<td id=x>2", {"a", "b"}),
    "two levels": ("<tr><th id=a colspan=2>Tides<tr><th id=b>High<th>Low<tr><td id=x>1<td>2", {"a", "b"}),
    "a nearer block of headers of the same width": ("<tr><th>Day<tr><td>1<tr><th id=a>Night<tr><td id=x>2", {"a"}),
    "headers win over the place": ("<tr><th>Day<th id=a>Tide<tr><td id=x headers=a>1<td>2", {"a"}),
    "not itself": ("<tr><th>Day<th>Tide<tr><td id=x headers=x>1<td>2", set()),
    "a span of rows": ("<tr><th id=a rowspan=2>Monday<td>1<tr><td id=x>2", {"a"}),
    "a group of rows": ("<tbody><tr><th id=a scope=rowgroup>Spring<td>0<tr><td id=x>1<td>2<tbody><tr><td>3", {"a"}),
    "an impossible span": ("<tr><th id=a colspan=-3 rowspan=x>Day<tr><td id=x>1", {"a"}),
}


@pytest.mark.parametrize(("html", "expected"), HEADERS.values(), ids=HEADERS)
def test_given_a_cell_then_its_headers_are_those_of_html(html: str, expected: set[str]) -> None:
    meaning = read(f"<table>{html}</table>")
    made = tables.grid(meaning.page, meaning.page.numbers("table")[0])
    assert made
    cell = made.by_number[by_id(meaning, "x")]
    found = [header.number for header in made.cells if header.header and tables.heads(meaning.page, made, header, cell)]
    assert {meaning.page.attribute(number, "id") for number in found} == expected


def test_given_a_table_of_endless_spans_then_there_is_no_grid() -> None:
    meaning = read("<table>" + "<tr><td colspan=1000 rowspan=60000>1" * 90 + "</table>")
    assert tables.grid(meaning.page, meaning.page.numbers("table")[0]) is None


class Counted(str):
    """A text that tells how often its words were taken apart."""

    splits = 0

    def split(self, *given: object) -> list[str]:
        Counted.splits += 1
        return str.split(self)


def test_given_a_row_of_headers_and_a_cell_that_names_them_all_then_the_names_are_read_once_however_many_ask() -> None:
    count = 50
    names = " ".join(f"h{number}" for number in range(count))
    heads = "".join(f"<th id=h{number}>{number}" for number in range(count))
    meaning = read(f"<table><tr>{heads}<tr><td id=x headers='{names}'>1</table>")
    tag = meaning.page.tag(by_id(meaning, "x"))
    tag.attrs["headers"] = Counted(names)
    made = tables.grid(meaning.page, meaning.page.numbers("table")[0])
    assert made
    cell = made.by_number[by_id(meaning, "x")]
    assert all(tables.heads(meaning.page, made, header, cell) for header in made.cells if header.header)
    assert Counted.splits == 1


def test_given_a_header_of_a_group_then_the_cells_behind_it_are_those_of_its_group() -> None:
    meaning = read("<table><tbody><tr><th id=g scope=rowgroup>Spring<td id=a>0<tr><td id=b>1<tbody><tr><td id=c>3</table>")
    made = tables.grid(meaning.page, meaning.page.numbers("table")[0])
    assert made
    behind = tables.behind(made, made.by_number[by_id(meaning, "g")])
    assert [meaning.page.attribute(cell.number, "id") for cell in behind] == ["a", "b"]
