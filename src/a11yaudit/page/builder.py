"""A BeautifulSoup tree with exact places, fed by an HTML5 parser, and a flat index of it made in the same pass.

BeautifulSoup's own builders give no places (lxml), break HTML5 (html.parser) or are ten times slower (html5lib). The tree is that
of the WHATWG algorithm with scripting off, so `<noscript>` holds markup; a `<template>`'s content stays in the tree below it.
"""

from collections.abc import Iterator
from typing import Any

import turbohtml
from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import AttributeValueList, Comment, Doctype, NavigableString, Tag

from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.source import Limits


class _Builder(HTMLTreeBuilder):
    """Only tells BeautifulSoup what a list attribute or a void element is; `build` makes the tree."""

    NAME = "a11yaudit"
    features = ()

    def prepare_markup(self, markup: Any, *_: Any, **__: Any) -> Iterator[tuple[Any, None, None, bool]]:
        yield markup, None, None, False

    def feed(self, markup: Any) -> None:
        """Nothing: the tree is built from parsed nodes."""


_HTML = _Builder()
_VOID = frozenset(_HTML.empty_element_tags or ())


class Element(Tag):
    """A tag whose fields that are the same for all tags stand in the class, so that making one costs little."""

    parser_class = BeautifulSoup
    namespace = prefix = None
    known_xml = hidden = can_be_empty_element = False
    attribute_value_list_class = AttributeValueList
    cdata_list_attributes = _HTML.cdata_list_attributes
    preserve_whitespace_tags = _HTML.preserve_whitespace_tags
    interesting_string_types = Tag.MAIN_CONTENT_STRING_TYPES
    _namespaces: dict[str, str] = {}  # noqa: RUF012 - never written


class Flat:
    """The tree in document order. Node `i`'s descendants are the nodes `i + 1` to `end[i] - 1`."""

    __slots__ = ("by_name", "end", "nodes", "parent", "soup")

    def __init__(self, soup: BeautifulSoup) -> None:
        self.soup = soup
        self.nodes: list[Tag | NavigableString] = []
        self.parent: list[int] = []
        """Number of the parent; -1 for the document."""
        self.end: list[int] = []
        """One past the number of the last descendant."""
        self.by_name: dict[str, list[int]] = {}
        """Numbers of the elements of a name, in document order."""

    def untie(self) -> None:
        """Take the tree apart: its nodes refer to each other in circles, which only a garbage collector would free."""
        for node in self.nodes:
            node.parent = node.previous_element = node.previous_sibling = None
        self.nodes.clear()
        self.soup.contents.clear()


def build(text: str, limits: Limits) -> Flat:
    """Parse a page. `sourceline` and `sourcepos` of each tag are 1-based and 0-based; None where the tag is implied.

    Raises PageError past the limits of nodes or attributes.
    """
    return _fill(turbohtml.parse(text, allow_declarative_shadow_roots=False), limits)


def _fill(document: turbohtml.Document, limits: Limits) -> Flat:
    """Copy the parsed nodes into BeautifulSoup's own classes, without recursion and without its slow object protocol.

    One long loop on purpose: it runs for every node of every page, and a call per node would double its cost.
    """
    soup = BeautifulSoup("", builder=_HTML)
    flat = Flat(soup)
    nodes, parents, ends, by_name = flat.nodes, flat.parent, flat.end, flat.by_name
    element, textual = turbohtml.Element, turbohtml.Text
    containers = _HTML.string_containers
    make_tag, make_text = Element.__new__, str.__new__
    most_nodes = limits.max_nodes
    number = 0
    made: Any = soup
    stack: list[tuple[Any, int, Iterator[Any], type]] = [(soup, -1, iter(document.children), NavigableString)]
    while stack:
        parent, parent_number, children, text_class = stack[-1]
        contents = parent.contents
        for node in children:
            kind = type(node)
            before = made
            if kind is textual:
                made = make_text(text_class, node.data)
            elif kind is element:
                made = make_tag(Element)
                made.name = name = node.tag
                given = node.attrs
                made.attrs = _attributes(given, limits) if given else {}
                made.sourceline, made.sourcepos = node.position or (None, None)
                made.contents = []
                if name in _VOID:
                    made.can_be_empty_element = True
            elif kind is turbohtml.Comment:
                made = make_text(Comment, node.data)
            elif kind is turbohtml.DocumentFragment:
                stack.append((parent, parent_number, iter(node.children), text_class))
                break
            elif kind is turbohtml.Doctype:
                made = Doctype.for_name_and_ids(node.name or "", node.public_id, node.system_id)
            else:
                continue
            made.parent = parent
            made.next_element = made.next_sibling = made.previous_sibling = None
            made.previous_element = before
            before.next_element = made
            if contents:
                sibling = made.previous_sibling = contents[-1]
                sibling.next_sibling = made
            contents.append(made)
            nodes.append(made)
            parents.append(parent_number)
            number += 1
            ends.append(number)
            if number > most_nodes:
                raise PageError(Refusal.TOO_LARGE, f"more than {most_nodes:,} nodes, the limit is {most_nodes:,}")
            if kind is element:
                if name in by_name:
                    by_name[name].append(number - 1)
                else:
                    by_name[name] = [number - 1]
                inside = node.children
                if inside:
                    inner = NavigableString
                    if name in containers:
                        inner = containers[name]
                        made.interesting_string_types = {inner}
                    stack.append((made, number - 1, iter(inside), inner))
                    break
        else:
            stack.pop()
            if parent_number >= 0:
                ends[parent_number] = number
    soup._most_recent_element = made
    return flat


def _attributes(given: Any, limits: Limits) -> dict[str, Any]:
    """The attributes of an element, those without a value as empty texts, `class` and its like as lists."""
    if len(given) > limits.max_attributes:
        raise PageError(Refusal.TOO_LARGE, f"an element with {len(given):,} attributes, the limit is {limits.max_attributes:,}")
    return {key: value or "" for key, value in given.items()}
