"""A BeautifulSoup tree with exact places, fed by an HTML5 parser, and a flat index of it made in the same pass.

BeautifulSoup's own builders give no places (lxml), break HTML5 (html.parser) or are ten times slower (html5lib). The tree is that
of the WHATWG algorithm with scripting off, so `<noscript>` holds markup; a `<template>`'s content stays in the tree below it.
"""

import sys
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import turbohtml
from bs4.element import Comment, Doctype, Tag

from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.source import Limits
from a11yaudit.page import depth
from a11yaudit.page.tree import CONTAINERS, WHITE, Element, Flat

_PARTS = ("main", "article", "h1", "footer")
"""Parts of a page, of which a `<noscript>` holds none as a rule."""
MOST_LOOKED_AT = 20
"""The first `<noscript>`s of a page, of which one may be left open."""


def build(text: str, limits: Limits) -> Flat:
    """Parse a page. `sourceline` and `sourcepos` of each tag are 1-based and 0-based; None where the tag is implied.

    Raises PageError past the limits of nodes or attributes.
    """
    try:
        return _built(text, limits, depth.DEEPEST)
    except _TooDeepError:
        shallow, too_deep = depth.flattened(text)
        flat = _built(shallow, limits)
        flat.too_deep = too_deep
        return flat


def _built(text: str, limits: Limits, deepest: int = sys.maxsize) -> Flat:
    """The tree as a browser without scripts has it, or with scripts where a `noscript` would swallow the page."""
    flat = _fill(turbohtml.parse(text, allow_declarative_shadow_roots=False), limits, deepest)
    if any(_reaches_on(flat, text, number) for number in flat.by_name.get("noscript", [])[:MOST_LOOKED_AT]):
        return _fill(turbohtml.parse(text, scripting=True, allow_declarative_shadow_roots=False), limits, deepest)
    return flat


class _TooDeepError(Exception):
    """The tree is deeper than the parser keeps account of."""


def _reaches_on(flat: Flat, text: str, number: int) -> bool:
    """Whether a `<noscript>` holds what stands behind its end tag: an element left open in it takes in the rest of the page.

    Only browsers without scripts show such a page so, and nothing of it would count as rendered.
    """
    end = flat.end[number]
    if not any(bisect_left(flat.by_name.get(name, ()), end) > bisect_left(flat.by_name.get(name, ()), number) for name in _PARTS):
        return False
    last = next((tag.position for i in range(end - 1, number, -1) if isinstance(tag := flat.nodes[i], Element) and tag.position), None)
    own = flat.nodes[number].position  # type: ignore[union-attr]
    if last is None or own is None:
        return False
    closing = text.lower().find("</noscript", _offset(text, *own))
    return 0 <= closing < _offset(text, *last)


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column


def _fill(document: turbohtml.Document, limits: Limits, deepest: int = sys.maxsize) -> Flat:
    """Copy the parsed nodes into the index, without recursion.

    One long loop on purpose: it runs for every node of every page, and a call per node would double its cost.
    """
    flat = Flat()
    nodes, names, parents, ends, by_name = flat.nodes, flat.names, flat.parent, flat.end, flat.by_name
    texts, comments, by_attribute, by_class = flat.texts, flat.comments, flat.by_attribute, flat.by_class
    element, textual = turbohtml.Element, turbohtml.Text
    make_tag, make_text = Element.__new__, str.__new__
    most_nodes, most_attributes = limits.max_nodes, limits.max_attributes
    number = 0
    stack: list[tuple[int, Iterator[Any], type[str]]] = [(-1, iter(document.children), str)]
    while stack:
        parent, children, text_class = stack[-1]
        for node in children:
            kind = type(node)
            name = ""
            made: Tag | str
            if kind is textual:
                text = node.data
                made = text if text_class is str else make_text(text_class, text)
                if made is text and text.strip(WHITE):
                    texts.append(number)
            elif kind is element:
                made = make_tag(Element)
                made.flat = flat
                made.number = number
                made.name = name = node.tag
                made.position = node.position
                given = node.attrs
                if len(given) > most_attributes:
                    raise PageError(Refusal.TOO_LARGE, f"an element with {len(given):,} attributes, the limit is {most_attributes:,}")
                made.attrs = attributes = given.copy() if given else {}
                for key in attributes:
                    by_attribute[key].append(number)
                if "class" in attributes:
                    for each in attributes["class"]:
                        by_class[each].append(number)
                by_name[name].append(number)
            elif kind is turbohtml.Comment:
                made = make_text(Comment, node.data)
                comments.append(number)
            elif kind is turbohtml.DocumentFragment:
                stack.append((parent, iter(node.children), text_class))
                break
            elif kind is turbohtml.Doctype:
                made = Doctype.for_name_and_ids(node.name or "", node.public_id, node.system_id)
            else:
                continue
            nodes.append(made)
            names.append(name)
            parents.append(parent)
            number += 1
            ends.append(number)
            if number > most_nodes:
                raise PageError(Refusal.TOO_LARGE, f"more than {most_nodes:,} nodes, the limit is {most_nodes:,}")
            if name:
                inside = node.children
                if inside:
                    if len(stack) > deepest:
                        raise _TooDeepError
                    stack.append((number - 1, iter(inside), CONTAINERS.get(name, str)))
                    break
        else:
            stack.pop()
            if parent >= 0:
                ends[parent] = number
    return flat
