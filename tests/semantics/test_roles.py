"""Roles, explicit and implicit, and what is exposed."""

import pytest
from fragments import by_id, read

ROLES = {
    "the first known word": ('<div id=x role="headline HEADING">', "heading"),
    "an abstract role is none": ("<nav id=x role=widget>", "navigation"),
    "a link": ("<a id=x href=/>", "link"),
    "an anchor": ("<a id=x>", "generic"),
    "an area": ("<map><area id=x href=/></map>", "link"),
    "a decorative picture": ('<img id=x alt="">', "none"),
    "a decorative picture with a label": ('<img id=x alt="" aria-label="Tides">', "img"),
    "a decorative picture with an empty label": ('<img id=x alt="" aria-label="">', "img"),
    "a decorative picture that is hidden": ('<img id=x alt="" aria-hidden=true>', "none"),
    "a presentational link": ("<a id=x href=/ role=none>", "link"),
    "a presentational disabled button": ("<button id=x role=none disabled>", "none"),
    "a header of the page": ("<header id=x>", "banner"),
    "a header of an article": ("<article><header id=x>", "generic"),
    "a footer in the main part": ("<main><div><footer id=x>", "generic"),
    "an aside": ("<aside id=x>", "complementary"),
    "an aside in a section": ("<section><aside id=x>", "generic"),
    "a named section": ('<section id=x aria-label="Tides">', "region"),
    "a section": ("<section id=x>", "generic"),
    "an item": ("<ul><li id=x>", "listitem"),
    "an item of a presentational list": ("<ul role=none><li id=x>", "none"),
    "an item in no list": ("<div><li id=x>", "generic"),
    "a text field with suggestions": ("<input id=x list=l><datalist id=l>", "combobox"),
    "a text field with no suggestions": ("<input id=x list=l>", "textbox"),
    "a password": ("<input id=x type=password>", None),
    "a long selection": ("<select id=x size=4>", "listbox"),
    "a cell": ("<table><tr><td id=x>", "cell"),
    "a cell of a grid": ("<table role=grid><tr><td id=x>", "gridcell"),
    "a cell of a layout": ("<table role=none><tr><td id=x>", "none"),
    "a row of something else": ("<table role=menu><tr id=x><td>", None),
    "a header over a column": ("<table><tr><th id=x>Day<th>Tide<tr><td>1<td>2</table>", "columnheader"),
    "a header of a row": ("<table><tr><th>Day<th>Tide<tr><th id=x>1<td>2</table>", "rowheader"),
    "a header that heads nothing": ("<table><tr><td>Day<td>Tide<tr><th id=x>1<td>2<tr><td>1<td>2</table>", "cell"),
    "a drawing": ("<svg id=x>", "graphics-document"),
    "a shape": ("<svg><circle id=x></svg>", None),
}


@pytest.mark.parametrize(("html", "role"), ROLES.values(), ids=ROLES)
def test_given_an_element_then_it_has_its_role(html: str, role: str | None) -> None:
    meaning = read(html)
    assert meaning.role(by_id(meaning, "x")) == role


INCLUDED = {
    "plain": ("<p id=x>", True),
    "hidden": ("<div hidden><p id=x></div>", False),
    "hidden, but displayed": ('<p id=x hidden style="display: block">', True),
    "by an inline style": ('<p id=x style="color:red;DISPLAY : none">', False),
    "by a custom property of that name": ('<p id=x style="--display: none">', True),
    "by a sheet": ("<style>div > .a{display:none}</style><div><p id=x class=a></div>", False),
    "by a sheet, but for print": ("<style>@media print{.a{display:none}}</style><p id=x class=a>", True),
    "by a sheet, overridden inline": ('<style>p{display:none}</style><p id=x style="display:block">', True),
    "by an important sheet": ('<style>p{display:none!important}</style><p id=x style="display:block">', False),
    "by a sheet, overridden by a stronger selector": ("<style>#x{display:block} p{display:none}</style><p id=x>", True),
    "the whole body until a script shows it": ("<style>body{display:none}</style><p id=x>", True),
    "invisible": ('<div style="visibility:hidden"><p id=x></div>', False),
    "visible in the invisible": ('<div style="visibility:hidden"><p id=x style="visibility:visible"></div>', True),
    "off the screen": ('<p id=x style="position:absolute;left:-9999px">', True),
    "in closed details": ("<details><summary>When?</summary><p id=x></details>", False),
    "the summary of closed details": ("<details><summary id=x>When?</summary></details>", True),
    "in open details": ("<details open><summary>When?</summary><p id=x></details>", True),
    "in a closed dialog": ("<dialog><p id=x></dialog>", False),
    "in a template": ("<template><p id=x></template>", False),
    "below a button": ("<button><b id=x>Tides</b></button>", False),
    "below a picture by role": ("<div role=img><b id=x>Tides</b></div>", False),
    "presentational": ("<p id=x role=none>", False),
}


@pytest.mark.parametrize(("html", "included"), INCLUDED.values(), ids=INCLUDED)
def test_given_an_element_then_it_is_in_the_accessibility_tree_or_not(html: str, included: bool) -> None:
    meaning = read(html)
    assert meaning.included(by_id(meaning, "x")) == included


def test_given_prose_hidden_by_a_sheet_or_text_in_details_then_the_article_still_has_it() -> None:
    prose = "The boats came home in the morning with little in their nets, and nobody knew why."
    meaning = read(f"<style>.a{{display:none}}</style><p id=x class=a>{prose}</p><details><p id=y>At six</p></details>")
    assert [meaning.rendered(by_id(meaning, key)) for key in "xy"] == [True, True]


@pytest.mark.parametrize(
    ("part", "rendered"),
    [
        ('<p style="visibility:hidden"><b style="visibility:visible">', True),
        ("<div hidden>", False),
        ("<details>", False),
        ("<header>", True),
    ],
)
def test_given_deep_nesting_when_read_then_the_innermost_element_has_its_state(part: str, rendered: bool) -> None:
    meaning = read(part * 30_000 + "<i id=x>Tides")
    assert (meaning.role(by_id(meaning, "x")), meaning.included(by_id(meaning, "x"))) == ("generic", rendered)
