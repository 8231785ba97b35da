"""The tree of a page: BeautifulSoup's elements in document order, and how they stand to each other.

The index is what the auditor's own code goes by. BeautifulSoup's methods (`find_all`, `select`, `get_text`) work on each element, too:
what they ask about neighbours is read off the index, so that a page that asks for nothing does not pay for the links. The tree is for
reading: it can't be changed.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import AttributeValueList, CData, Comment, Doctype, NavigableString, Tag

_HTML = HTMLTreeBuilder()
WHITE = " \t\n\f\r"
"""The white space of HTML."""
CONTAINERS: dict[str, type[NavigableString]] = dict(_HTML.string_containers)
"""The class of the texts in scripts, sheets, templates and ruby annotations; all others are plain strings."""


class Flat:
    """The tree in document order. Node `i`'s descendants are the nodes `i + 1` to `end[i] - 1`."""

    def __init__(self) -> None:
        self.nodes: list[Tag | str] = []
        """Elements; text as `str`; comments, doctypes and the texts of `CONTAINERS` in BeautifulSoup's classes, which are `str` too."""
        self.names: list[str] = []
        """The name of an element, empty for all other nodes."""
        self.parent: list[int] = []
        """Number of the parent; -1 for the document."""
        self.end: list[int] = []
        """One past the number of the last descendant."""
        self.by_name: defaultdict[str, list[int]] = defaultdict(list)
        """Numbers of the elements of a name, in document order; ask with `get`, which adds nothing."""
        self.by_attribute: defaultdict[str, list[int]] = defaultdict(list)
        """Numbers of the elements that carry an attribute, in document order."""
        self.by_class: defaultdict[str, list[int]] = defaultdict(list)
        """Numbers of the elements of a class, in document order."""
        self.texts: list[int] = []
        """Numbers of the plain texts that are not blank, in document order."""
        self.comments: list[int] = []
        """Numbers of the comments."""
        self.too_deep = 0
        """Elements that the page nests too deep for the parser; their texts are here, they are not."""
        self._leaves: dict[int, Any] = {}

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The document, around all nodes."""
        soup = BeautifulSoup("", "html.parser")
        soup.contents = [self.at(child) for child in self.children(-1)]
        soup.next_element = self.at(0)
        soup.interesting_string_types = TEXT
        return soup

    def at(self, number: int) -> Any:
        """A node as one of BeautifulSoup's `PageElement`s, that knows its neighbours; None past the end."""
        if number >= len(self.nodes):
            return None
        node = self.nodes[number]
        if isinstance(node, Tag):
            return node
        leaf = self._leaves.get(number)
        if leaf is None:
            leaf = self._leaves[number] = str.__new__(_LEAVES[type(node)], node)
            leaf.flat, leaf.number = self, number
        return leaf

    def tags(self) -> Iterator[Tag]:
        """All elements, those of a name together."""
        nodes = self.nodes
        return (nodes[number] for numbers in self.by_name.values() for number in numbers)  # type: ignore[misc]

    def children(self, number: int) -> Iterator[int]:
        """The nodes right below an element, below the document for -1."""
        child, end = number + 1, self.end[number] if number >= 0 else len(self.nodes)
        while child < end:
            yield child
            child = self.end[child]

    def before(self, number: int) -> int | None:
        """The node's previous sibling."""
        around, found = self.parent[number], number - 1
        if found == around:
            return None
        while self.parent[found] != around:
            found = self.parent[found]
        return found

    def untie(self) -> None:
        """Take the tree apart: elements and index refer to each other, which only a garbage collector would free."""
        self.nodes.clear()
        self._leaves.clear()
        self.__dict__.pop("soup", None)


class _Placed:
    """What BeautifulSoup asks a node about its neighbours, read off the index."""

    flat: Flat
    number: int

    @property
    def parent(self) -> Any:
        around = self.flat.parent[self.number]
        return self.flat.nodes[around] if around >= 0 else self.flat.soup

    @property
    def next_element(self) -> Any:
        return self.flat.at(self.number + 1)

    @property
    def previous_element(self) -> Any:
        return self.flat.at(self.number - 1) if self.number else self.flat.soup

    @property
    def next_sibling(self) -> Any:
        flat, following = self.flat, self.flat.end[self.number]
        around = flat.parent[self.number]
        return flat.at(following) if following < (flat.end[around] if around >= 0 else len(flat.nodes)) else None

    @property
    def previous_sibling(self) -> Any:
        before = self.flat.before(self.number)
        return self.flat.at(before) if before is not None else None


class Element(_Placed, Tag):  # type: ignore[override]
    """A tag whose fields that are the same for all tags stand in the class, so that making one costs little."""

    parser_class = BeautifulSoup
    namespace = prefix = None
    known_xml = hidden = False
    attribute_value_list_class = AttributeValueList
    cdata_list_attributes = _HTML.cdata_list_attributes
    preserve_whitespace_tags = _HTML.preserve_whitespace_tags
    _namespaces: dict[str, str] = {}  # noqa: RUF012 - never written
    position: tuple[int, int] | None
    """Line from 1 and column from 0 of the `<`; None for a tag that nobody wrote."""

    @property
    def sourceline(self) -> int | None:  # type: ignore[override]
        return self.position[0] if self.position else None

    @property
    def sourcepos(self) -> int | None:  # type: ignore[override]
        return self.position[1] if self.position else None

    @property
    def contents(self) -> list[Any]:  # type: ignore[override]
        return [self.flat.at(child) for child in self.flat.children(self.number)]

    @property
    def can_be_empty_element(self) -> bool:  # type: ignore[override]
        return self.name in _VOID

    @property
    def interesting_string_types(self) -> set[type[NavigableString]]:  # type: ignore[override]
        return {_LEAVES[CONTAINERS[self.name]]} if self.name in CONTAINERS else TEXT


_VOID = frozenset(_HTML.empty_element_tags or ())
_KINDS: tuple[type[str], ...] = (NavigableString, Comment, Doctype, *CONTAINERS.values())
_LEAVES: dict[type[str], Any] = {kind: type(kind.__name__, (_Placed, kind), {}) for kind in _KINDS}
_LEAVES[str] = _LEAVES[NavigableString]
TEXT: set[type[NavigableString]] = {_LEAVES[str], CData}
"""What `get_text` takes for text."""
