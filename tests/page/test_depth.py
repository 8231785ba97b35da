"""Pages that nest elements deeper than the parser follows: what comes after them stays where it is."""

import pytest

from a11yaudit import pipeline
from a11yaudit.model.run import Extracted
from a11yaudit.model.source import Limits, Source
from a11yaudit.page import depth

FIRST = "The post office on the island closed in the spring, and nobody told the people who live there."
LAST = "The ferry from the island came back with the last of the letters."
PAGE = (
    f"<!DOCTYPE html><html lang=en><title>Letters</title><div><article><h1>Letters</h1>\n<p>{FIRST}</p>{{}}\n<p>{LAST}</p></article></div>"
)


def extract(inside: str) -> Extracted:
    return pipeline.extract(Source("page.html", PAGE.format(inside).encode(), ""), Limits(), "article")


def body(found: Extracted) -> list[str]:
    return [block.text for block in found.article.blocks if block.role == "body"]


@pytest.mark.parametrize("name", ["article", "div", "section", "blockquote", "span", "b", "custom-box"])
@pytest.mark.parametrize("count", [600, 3000])
def test_given_elements_nested_deeper_than_the_parser_follows_then_the_text_after_them_is_the_articles(name: str, count: int) -> None:
    found = extract(f"<{name}>" * count + "<p>Inner words.</p>" + f"</{name}>" * count)
    assert body(found)[0] == FIRST
    assert body(found)[-1] == LAST
    assert found.too_deep > count / 2


def test_given_nested_lists_with_text_at_each_level_then_no_text_is_lost_and_places_are_those_of_the_file() -> None:
    found = extract("".join(f"<ul><li>Item number {number}\n" for number in range(800)) + "</ul>" * 800)
    everything = " ".join(block.text for block in found.article.blocks)
    assert [number for number in range(800) if f"Item number {number} " not in f"{everything} "] == []
    last = next(block for block in found.article.blocks if block.text == LAST)
    assert (last.location.line, last.location.column) == (803, 1)


def test_given_a_page_that_is_not_too_deep_then_nothing_is_taken_out_of_it() -> None:
    assert extract("<div>" * 300 + "x" + "</div>" * 300).too_deep == 0


def test_given_paragraphs_that_nobody_closes_then_they_are_not_nested() -> None:
    assert depth.flattened("<p>Words." * 2000) == ("<p>Words." * 2000, 0)


def test_given_tags_too_deep_then_scripts_and_void_elements_and_line_ends_stay() -> None:
    deep = "<i>" * depth.KEPT
    source = deep + "<u\nid=x>a<img src=y><script>'<u>'</script><br></u>b" + "</i>" * depth.KEPT + "<u>c</u>"
    shallow, count = depth.flattened(source)
    assert shallow == deep + "  \n     a<img src=y><script>'<u>'</script><br>    b" + "</i>" * depth.KEPT + "<u>c</u>"
    assert count == 1
