"""Accessible names."""

import pytest
from fragments import by_id, read

NAMES = {
    "content": ('<a id=x href="/">Tide <b>tables</b></a>', "Tide tables"),
    "inline elements do not part words": ('<a id=x href="/">Tide<b>tables</b></a>', "Tidetables"),
    "blocks part words": ('<a id=x href="/"><div>Tide</div><div>tables</div></a>', "Tide tables"),
    "white space between inline elements": ('<a id=x href="/"><b>Tide</b> <b>tables </b><i>of May</i></a>', "Tide tables of May"),
    "a picture inside": ('<a id=x href="/"><img alt="Tides"> of May</a>', "Tides of May"),
    "a decorative picture inside": ('<h2 id=x><img alt="Tides" role=presentation></h2>', ""),
    "hidden parts are left out": ("<button id=x>Next <span hidden>day</span><span aria-hidden=true>!</span></button>", "Next"),
    "a part hidden by the page's sheet": ("<style>.no{display:none}</style><button id=x>Next <b class=no>day</b></button>", "Next"),
    "a sheet for browsers without scripts": (
        "<noscript><style>.lazy{display:none}</style></noscript><a id=x href='/'><img class=lazy alt='Tides'></a>",
        "Tides",
    ),
    "an AMP picture": ('<a id=x href="/"><amp-img src="t.jpg" alt="Tides"></amp-img></a>', "Tides"),
    "an AMP picture without a text": ('<a id=x href="/"><amp-img src="t.jpg"><img alt="Tides"></amp-img></a>', "Tides"),
    "an AMP picture of decoration": ('<a id=x href="/"><amp-img src="t.jpg" alt=""></amp-img></a>', ""),
    "a label before content": ('<button id=x aria-label="Close">×</button>', "Close"),
    "a reference before a label": ('<p id=t>Tides</p><button id=x aria-label="Close" aria-labelledby=t>×</button>', "Tides"),
    "a reference to what is hidden": (
        "<p id=t hidden>Tides <b hidden>of May</b></p><button id=x aria-labelledby=t></button>",
        "Tides of May",
    ),
    "a reference to itself": ('<p id=t>Tides</p><button id=x aria-label="Close" aria-labelledby="x t"></button>', "Close Tides"),
    "a reference to nothing": ("<button id=x aria-labelledby=t>Close</button>", "Close"),
    "references are followed once": ("<p id=a aria-labelledby=b>A</p><p id=b>B</p><button id=x aria-labelledby=a></button>", "A"),
    "a label around a field": ('<label>Search <input id=x value="boats"></label>', "Search"),
    "a label for a field": ("<label for=x>Search</label><input id=x>", "Search"),
    "two labels": ("<label for=x>Search</label><label for=x>the site</label><input id=x>", "Search the site"),
    "a label for no field": ("<label for=x>Search</label><div id=x role=textbox></div>", ""),
    "a field in a label of another": ("<label for=x>Every <input value=3> days</label><input id=x type=checkbox>", "Every 3 days"),
    "placeholder at last": ('<input id=x placeholder="Search">', "Search"),
    "title before placeholder": ('<input id=x title="Site" placeholder="Search">', "Site"),
    "a submit button by default": ("<input id=x type=submit>", "Submit"),
    "an image button without alt": ('<input id=x type=image value="Go">', ""),
    "alt of white space": ('<img id=x alt=" &nbsp;">', ""),
    "a title where alt is missing": ('<img id=x title="Tides">', "Tides"),
    "a decorative picture": ('<img id=x alt="" title="Tides">', ""),
    "an area": ('<map><area id=x href="/" alt="Pier"></map>', "Pier"),
    "a table by its caption": ("<table id=x><caption>Tides</caption><tr><td>1</table>", "Tides"),
    "a figure by its caption": ("<figure id=x><img><figcaption>Tides</figcaption></figure>", "Tides"),
    "a drawing by its title": ("<svg id=x role=img><title>Tides</title></svg>", "Tides"),
    "a frame": ('<iframe id=x name="map" title="Map"></iframe>', "Map"),
    "no name for a paragraph": ('<p id=x aria-label="Tides">At six</p>', ""),
}


@pytest.mark.parametrize(("html", "name"), NAMES.values(), ids=NAMES)
def test_given_an_element_then_its_name_is_what_is_read_out(html: str, name: str) -> None:
    meaning = read(html)
    assert meaning.name(by_id(meaning, "x")) == name


WORDLESS = {
    "blank to the eye": '<a id=x href="/"> &nbsp; <b>\u2003</b></a>',
    "hidden parts only": '<a id=x href="/"><span hidden>Next</span><span aria-hidden=true>day</span></a>',
    "a part hidden by the page's sheet": '<style>.no{display:none}</style><a id=x href="/"><b class=no>Next</b></a>',
    "what a frame shows instead": '<a id=x href="/"><object>No film</object></a>',
    "the option that is not chosen": '<a id=x href="/"><select><option><option>May</select></a>',
    "no content by its role": '<div id=x role="img">Tides</div>',
}


@pytest.mark.parametrize("html", [*(html for html, name in NAMES.values() if not name), *WORDLESS.values()])
def test_given_an_element_without_a_name_when_the_unnamed_are_sought_then_it_is_found(html: str) -> None:
    meaning = read(html)
    number = by_id(meaning, "x")
    assert (meaning.unnamed([number]), meaning.name(number)) == ([number], "")


@pytest.mark.parametrize("html", [html for html, name in NAMES.values() if name])
def test_given_an_element_with_a_name_when_the_unnamed_are_sought_then_it_is_not_found(html: str) -> None:
    meaning = read(html)
    assert meaning.unnamed([by_id(meaning, "x")]) == []


def test_given_nested_buttons_when_named_then_each_has_the_names_of_those_inside() -> None:
    meaning = read(('<div role="button">a' * 400 + "</div>" * 400) * 50)
    names = [meaning.name(number) for number in meaning.having("role")]
    assert (len(names), names[399], names[397], names[-1], len(names[0])) == (20_000, "a", "a a a", "a", 499)


def test_given_a_label_around_many_fields_then_only_the_first_has_it() -> None:
    meaning = read("<label>Search <input><input></label>")
    assert [meaning.name(number) for number in meaning.page.numbers("input")] == ["Search", ""]
