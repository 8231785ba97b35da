"""A BeautifulSoup tree with exact places, fed by an HTML5 parser, and a flat index of it made in the same pass.

BeautifulSoup's own builders give no places (lxml), break HTML5 (html.parser) or are ten times slower (html5lib). The tree is that
of the WHATWG algorithm with scripting off, so `<noscript>` holds markup; a `<template>`'s content stays in the tree below it.
"""

import gc
from collections.abc import Iterator
from typing import Any

import turbohtml
from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import AttributeValueList, Comment, Doctype, HTMLAttributeDict, NavigableString, Tag

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


def build(text: str, limits: Limits) -> Flat:
    """Parse a page. `sourceline` and `sourcepos` of each tag are 1-based and 0-based; None where the tag is implied.

    Raises PageError past the limits of nodes or attributes.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _fill(turbohtml.parse(text, allow_declarative_shadow_roots=False), limits)
    finally:
        if collecting:
            gc.enable()


def _fill(document: turbohtml.Document, limits: Limits) -> Flat:
    """Copy the parsed nodes into BeautifulSoup's own classes, without recursion and without its slow object protocol.

    One long loop on purpose: it runs for every node of every page, and a call per node would double its cost.
    """
    builder = _Builder()
    soup = BeautifulSoup("", builder=builder)
    flat = Flat(soup)
    nodes, parents, ends, by_name = flat.nodes, flat.parent, flat.end, flat.by_name
    element, textual = turbohtml.Element, turbohtml.Text
    shared = {
        "parser_class": BeautifulSoup, "namespace": None, "prefix": None, "known_xml": False, "hidden": False,
        "attribute_value_list_class": AttributeValueList, "cdata_list_attributes": builder.cdata_list_attributes,
        "preserve_whitespace_tags": builder.preserve_whitespace_tags, "next_element": None, "next_sibling": None,
    }  # fmt: skip
    void: frozenset[str] | set[str] = builder.empty_element_tags or frozenset()
    containers, main = builder.string_containers, Tag.MAIN_CONTENT_STRING_TYPES
    most_nodes, most_attributes = limits.max_nodes, limits.max_attributes
    last: Any = soup
    stack: list[tuple[Any, int, Iterator[Any]]] = [(soup, -1, iter(document.children))]
    while stack:
        parent, parent_number, children = stack[-1]
        contents = parent.contents
        for node in children:
            kind = type(node)
            if kind is element:
                made: Any = Tag.__new__(Tag)
                fields = made.__dict__
                fields.update(shared)
                name = node.tag
                fields["name"] = name
                fields["_namespaces"] = {}
                fields["attrs"] = attributes = HTMLAttributeDict()
                given = node.attrs
                if given:
                    if len(given) > most_attributes:
                        raise PageError(Refusal.TOO_LARGE, f"an element with {len(given):,} attributes, the limit is {most_attributes:,}")
                    for key, value in given.items():
                        dict.__setitem__(attributes, key, AttributeValueList(value) if type(value) is list else value or "")
                position = node.position
                fields["sourceline"], fields["sourcepos"] = position or (None, None)
                fields["contents"] = []
                fields["can_be_empty_element"] = name in void
                fields["interesting_string_types"] = {containers[name]} if name in containers else main
            elif kind is textual:
                made = str.__new__(containers.get(parent.name, NavigableString), node.data)
                fields = made.__dict__
                fields.update(hidden=False, next_element=None, next_sibling=None)
            elif kind is turbohtml.Comment:
                made = str.__new__(Comment, node.data)
                fields = made.__dict__
                fields.update(hidden=False, next_element=None, next_sibling=None)
            elif kind is turbohtml.DocumentFragment:
                stack.append((parent, parent_number, iter(node.children)))
                break
            elif kind is turbohtml.Doctype:
                made = Doctype.for_name_and_ids(node.name or "", node.public_id, node.system_id)
                fields = made.__dict__
                fields.update(hidden=False, next_element=None, next_sibling=None)
            else:
                continue
            fields["parent"] = parent
            fields["previous_element"] = last
            if contents:
                before = contents[-1]
                fields["previous_sibling"] = before
                before.next_sibling = made
            else:
                fields["previous_sibling"] = None
            contents.append(made)
            last.next_element = made
            last = made
            number = len(nodes)
            if number >= most_nodes:
                raise PageError(Refusal.TOO_LARGE, f"more than {most_nodes:,} nodes, the limit is {most_nodes:,}")
            nodes.append(made)
            parents.append(parent_number)
            ends.append(number + 1)
            if kind is element:
                by_name.setdefault(name, []).append(number)
                if node.children:
                    stack.append((made, number, iter(node.children)))
                    break
        else:
            stack.pop()
            if parent_number >= 0:
                ends[parent_number] = len(nodes)
    soup._most_recent_element = last
    return flat
