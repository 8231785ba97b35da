"""The tree, and the article in it, hold the words and the pictures that another HTML5 parser finds."""

import hashlib
from typing import Any

import html5lib
from bs4.element import Comment, Doctype
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a11yaudit import page, pipeline
from a11yaudit.model.source import Limits, Source

PIECES = (
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<a href=x>", "</a>", "<ul><li>", "<li>", "</ul>",
    "<table><tr><td>",
    "</table>", "<tr>", "<td>", "<h2>", "</h2>", "<br>", "<img src=a alt=b>", "<figure>", "<figcaption>", "</figure>", "<!-- note -->",
    "&amp;", "&eacute;", "&#8217;", "<em>", "</em>", "<blockquote>", "</blockquote>", "<textarea>", "</textarea>", "<script>", "</script>",
    "<style>", "</style>", "boats ", "came ", "home ", "nets", " ",
)  # fmt: skip


def ours(html: str) -> tuple[list[str], list[str | None]]:
    data = html.encode()
    flat = page.parse(Source("a.html", data, hashlib.sha256(data).hexdigest()), Limits()).flat
    texts = [node for node in flat.nodes if isinstance(node, str) and not isinstance(node, (Comment, Doctype))]
    return "".join(texts).split(), [flat.nodes[number].attrs.get("alt") for number in flat.by_name.get("img", [])]  # type: ignore[union-attr,misc]


def theirs(html: str) -> tuple[list[str], list[str | None]]:
    root = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    parts: list[str] = []
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        stack += [node.tail or ""] if node is not root else []
        if isinstance(node.tag, str):
            stack += [*reversed(list(node)), node.text or ""]
    return "".join(parts).split(), [image.get("alt") for image in root.iter("img")]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_given_broken_markup_when_parsed_then_words_and_pictures_are_those_of_another_parser(body: str) -> None:
    html = f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}"
    assert ours(html) == theirs(html)


PARTS = (
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "</i>", "<ul><li>", "<li>", "</ul>", "<h2>", "</h2>", "<br>",
    "<blockquote>", "</blockquote>", "<section>", "</section>", "<!-- note -->", "&amp;", "&eacute;", "<table><tr><td>", "</table>", "<td>",
    "boats ", "came ", "home ", "nets", " ", "<em>", "</em>",
)  # fmt: skip
PICTURE = "<img src={} alt={}>"


def _numbered(parts: list[str]) -> str:
    """The parts in one; no picture is a copy of another, as copies are left out."""
    return "".join(part.format(number, number) for number, part in enumerate(parts))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from((*PARTS, PICTURE)), max_size=40).map(_numbered))
def test_given_broken_markup_when_extracted_whole_then_words_and_pictures_are_those_of_another_parser(body: str) -> None:
    html = f"<!DOCTYPE html><html lang=en><head></head><body><p>The boats came home in the morning.</p>{body}"
    data = html.encode()
    found = pipeline.extract(Source("a.html", data, hashlib.sha256(data).hexdigest()), Limits(), "page").article
    words, pictures = theirs(html)
    assert "".join("".join(block.text for block in found.blocks).split()) == "".join(words)
    assert [image.alt for image in found.images] == pictures
