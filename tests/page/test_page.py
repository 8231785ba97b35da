"""Places, structure and language of a parsed page."""

import pytest

from a11yaudit.errors import PageError
from a11yaudit.model.source import Limits, Source
from a11yaudit.page import Page, parse
from a11yaudit.page.language import primary_subtag


def page(html: str | bytes, limits: Limits | None = None) -> Page:
    data = html if isinstance(html, bytes) else html.encode("utf-8")
    return parse(Source("page.html", data, ""), limits or Limits())


def places(parsed: Page) -> list[tuple[str, int, int, int, int]]:
    found = []
    for number, node in enumerate(parsed.flat.nodes):
        if getattr(node, "sourceline", None) is not None:
            place = parsed.location(number)
            found.append((parsed.tag(number).name, place.line, place.column, place.end_line, place.end_column))
    return found


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<p>b", [("p", 1, 1, 1, 4), ("p", 1, 5, 1, 8)]),
        ("<p>a</p>\r\n<p>b</p>", [("p", 1, 1, 1, 4), ("p", 2, 1, 2, 4)]),
        ("<p>😀<b>x</b>", [("p", 1, 1, 1, 4), ("b", 1, 5, 1, 8)]),
        ('<img\n alt="a > b"\n src=x>', [("img", 1, 1, 3, 8)]),
        ("<template><p>in</p></template>", [("template", 1, 1, 1, 11), ("p", 1, 11, 1, 14)]),
        ("<table><td>1", [("table", 1, 1, 1, 8), ("td", 1, 8, 1, 12)]),
        ("<noscript><img src=a></noscript>", [("noscript", 1, 1, 1, 11), ("img", 1, 11, 1, 22)]),
        ("<!-- <p> --><svg><title>t</title></svg>", [("svg", 1, 13, 1, 18), ("title", 1, 18, 1, 25)]),
    ],
)
def test_given_markup_when_parsed_then_every_element_is_at_its_start_tag(html: str, expected: list[tuple[str, int, int, int, int]]) -> None:
    assert places(page(html)) == expected


def test_given_an_implied_element_when_located_then_it_stands_at_the_written_one_around_it() -> None:
    parsed = page("<table><td>1")
    implied = parsed.numbers("tbody")[0]
    assert (parsed.location(implied).line, parsed.location(implied).column) == (1, 1)


def test_given_two_attributes_of_a_name_when_parsed_then_the_first_counts() -> None:
    parsed = page('<img alt="first" alt="second">')
    assert parsed.attribute(parsed.numbers("img")[0], "alt") == "first"


def test_given_an_element_when_a_selector_is_made_then_it_starts_at_the_nearest_unique_id() -> None:
    parsed = page('<div id="main"><p>a</p><p>b <b>c</b></p></div>')
    assert parsed.location(parsed.numbers("b")[0]).selector == "#main > p:nth-of-type(2) > b"


@pytest.mark.parametrize(
    ("html", "wanted", "selector", "xpath"),
    [
        ('<div id="main"><p>a<p><b>c</b></div>', "b", "#main > p:nth-of-type(2) > b", '//*[@id="main"]/p[2]/b'),
        ('<div id="main"></div>', "div", "#main", '//*[@id="main"]'),
        ('<i id="Twice"></i><b id="twice"></b>', "b", "html > body > b", "/html/body/b"),
        ("<div>" * 9 + "<b>c</b>", "b", "html > body > " + "div > " * 9 + "b", "/html/body/" + "div/" * 9 + "b"),
        ("<o:p>a</o:p><o:p><b>c</b></o:p>", "b", r"html > body > o\3a p:nth-of-type(2) > b", '/html/body/*[name()="o:p"][2]/b'),
        ("<svg><g><title>t</title></g></svg>", "g", "html > body > svg > g", '/html/body/*[name()="svg"]/*[name()="g"]'),
    ],
)
def test_given_an_element_when_it_is_located_then_its_selector_and_xpath_select_it_and_nothing_else(
    html: str, wanted: str, selector: str, xpath: str
) -> None:
    parsed = page(html)
    number = parsed.numbers(wanted)[-1]
    location = parsed.location(number)
    assert (location.selector, location.xpath) == (selector, xpath)
    assert [tag.number for tag in parsed.flat.soup.select(selector)] == [number]


def test_given_200000_nested_elements_when_parsed_and_located_then_nothing_breaks() -> None:
    parsed = page("<div>" * 200_000 + "end")
    deepest = parsed.numbers("div")[-1]
    assert parsed.location(deepest).column == 199_999 * 5 + 1


@pytest.mark.parametrize(
    ("html", "limits", "reason"),
    [
        ("<p>" * 20, Limits(max_nodes=10), "more than 10 nodes"),
        ("<p " + " ".join(f"a{n}" for n in range(20)) + ">", Limits(max_attributes=10), "20 attributes"),
        ("just text", Limits(), "not HTML"),
    ],
)
def test_given_a_page_past_a_limit_when_parsed_then_it_is_refused_with_the_reason(html: str, limits: Limits, reason: str) -> None:
    with pytest.raises(PageError, match=reason):
        page(html, limits)


GERMAN = "Der Hafen liegt still im Morgengrauen, und die Fischer warten auf den Wind, der nicht kommen will. " * 5


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f'<html lang="de-AT"><p>{GERMAN}', ("de-AT", "de", "de")),
        (f'<html lang="en"><p>{GERMAN}', ("en", "de", "de")),
        ('<html lang="fr"><p>Oui.', ("fr", None, "fr")),
        ("<p>?", (None, None, None)),
    ],
)
def test_given_a_page_when_its_language_is_told_then_the_text_wins_over_the_declaration(
    html: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    language = page(html).language
    assert (language.declared, language.detected, language.used) == expected


@pytest.mark.parametrize(
    ("tag", "expected"), [("de-DE", "de"), ("EN_us", "en"), ("", None), (None, None), ("e", None), ("zh-Hant-TW", "zh"), ("fr fr", None)]
)
def test_given_a_language_tag_when_cut_then_its_primary_subtag_is_left(tag: str | None, expected: str | None) -> None:
    assert primary_subtag(tag) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<head><title> Boats \n home </title></head>", "Boats home"),
        ("<head><div>an element that ends the head</div><title>Boats</title></head>", "Boats"),
        ("<body><svg><g><title>An icon</title></g></svg><p>Text", None),
        ("<title></title><body><title>Second</title>", None),
        ("<body><svg><svg></svg><title>An icon</title></svg><title>Boats</title>", "Boats"),
        pytest.param("<body>" + "<svg><title>An icon</title></svg>" * 10_000 + "<title>Boats</title>", "Boats", id="10,000 drawings"),
    ],
)
def test_given_a_page_when_its_title_is_told_then_it_is_the_first_one_outside_drawings_as_a_browser_says(
    html: str, expected: str | None
) -> None:
    assert page(html).title == expected
