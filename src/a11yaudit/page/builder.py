"""A BeautifulSoup tree with exact places, fed by an HTML5 parser, and a flat index of it made in the same pass.

BeautifulSoup's own builders give no places (lxml), break HTML5 (html.parser) or are ten times slower (html5lib). The tree is that
of the WHATWG algorithm with scripting off, so `<noscript>` holds markup; a `<template>`'s content stays in the tree below it.
"""

import sys
from collections.abc import Iterator
from typing import Any

import turbohtml
from bs4.element import Comment, Doctype, Tag

from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.source import Limits
from a11yaudit.page import depth
from a11yaudit.page.tree import CONTAINERS, WHITE, Element, Flat


def build(text: str, limits: Limits) -> Flat:
    """Parse a page. `sourceline` and `sourcepos` of each tag are 1-based and 0-based; None where the tag is implied.

    Raises PageError past the limits of nodes or attributes.
    """
    try:
        return _fill(turbohtml.parse(text, allow_declarative_shadow_roots=False), limits, depth.DEEPEST)
    except _TooDeepError:
        shallow, too_deep = depth.flattened(text)
        flat = _fill(turbohtml.parse(shallow, allow_declarative_shadow_roots=False), limits)
        flat.too_deep = too_deep
        return flat


class _TooDeepError(Exception):
    """The tree is deeper than the parser keeps account of."""


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
