"""The accessibility tree's answers for single elements, computed when asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4.element import Comment, Doctype, NavigableString, Tag

from a11yaudit.model.element import Element
from a11yaudit.page import Page
from a11yaudit.page.page import attribute, collapse
from a11yaudit.semantics import hidden, roles

BLOCK_LEVEL = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2"
    " h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that a browser sets apart, so that they part words."""


@dataclass(frozen=True, slots=True)
class Semantics:
    """Answers by the number of a node in the page's index."""

    page: Page
    _states: bytearray
    _by_id: dict[str, int]
    _names: dict[int, str] = field(default_factory=dict)

    def rendered(self, number: int) -> bool:
        """Whether a browser shows the node (as far as attributes and inline styles tell)."""
        return not self._states[number] & hidden.UNRENDERED

    def exposed(self, number: int) -> bool:
        """Whether the node is not programmatically hidden."""
        return not self._states[number]

    def role(self, number: int) -> str | None:
        """The semantic role; a presentational one that conflicts with focus or a global attribute gives way."""
        tag = self.page.tag(number)
        own = roles.implicit(tag.name, tag.attrs)
        asked = roles.explicit(tag.attrs)
        wanted = asked or own
        if wanted in ("none", "presentation"):
            if self.focusable(number) or any(name in tag.attrs for name in roles.GLOBAL):
                return "img" if tag.name == "img" else own
            return "none"
        return wanted

    def focusable(self, number: int) -> bool:
        """Whether a keyboard or a script can put the focus on it."""
        tag = self.page.tag(number)
        attributes = tag.attrs
        if str(attributes.get("tabindex", "")).strip().lstrip("+-").isdecimal():
            return True
        if tag.name in ("a", "area"):
            return "href" in attributes
        if tag.name in ("button", "select", "textarea", "input"):
            return "disabled" not in attributes
        return tag.name in ("iframe", "summary") or str(attributes.get("contenteditable", "false")).lower() in ("", "true")

    def text(self, number: int) -> str:
        """The text that a browser shows below an element: blocks and line breaks part words, inline elements do not."""
        return self._read(number, shown=True, names=False)

    def name(self, number: int) -> str:
        """The accessible name (accname 1.2); empty where there is none."""
        found = self._names.get(number)
        if found is None:
            found = self._names[number] = self._name(number)
        return found

    def element(self, number: int) -> Element:
        """The element for a check."""
        tag = self.page.tag(number)
        attributes = {key: attribute(tag, key) or "" for key in tag.attrs}
        return Element(
            tag.name,
            attributes,
            self.role(number),
            self.name(number),
            self.text(number),
            not self.exposed(number),
            self.page.location(number),
        )

    def elements(self, *names: str) -> Iterator[Element]:
        """All elements of these names, in document order."""
        return (self.element(number) for number in self.page.numbers(*names))

    def _name(self, number: int) -> str:
        tag = self.page.tag(number)
        labels = [self._by_id[key] for key in (attribute(tag, "aria-labelledby") or "").split() if key in self._by_id]
        named = _joined(self._referenced(label) for label in labels)
        return named or self._own_name(number) or (collapse(attribute(tag, "title") or "") if tag.attrs.get("alt") != "" else "")

    def _referenced(self, number: int) -> str:
        return self._own_label(number) or self._read(number, shown=self.rendered(number), names=True)

    def _own_label(self, number: int) -> str:
        """`aria-label`, or the attribute that names the element by its kind."""
        tag = self.page.tag(number)
        label = collapse(attribute(tag, "aria-label") or "")
        if label:
            return label
        if (tag.name in ("img", "area") and self.role(number) != "none") or (tag.name == "input" and tag.attrs.get("type") == "image"):
            return collapse(attribute(tag, "alt") or "")
        if tag.name == "input" and tag.attrs.get("type") in ("button", "submit", "reset"):
            return collapse(attribute(tag, "value") or "")
        return ""

    def _own_name(self, number: int) -> str:
        named = self._own_label(number)
        if named:
            return named
        tag = self.page.tag(number)
        child = {"figure": "figcaption", "table": "caption", "fieldset": "legend", "svg": "title"}.get(tag.name)
        if child:
            inside = next((i for i in self.page.inside(number) if getattr(self.page.flat.nodes[i], "name", None) == child), None)
            return (
                self.page.raw_text(inside) if inside is not None and tag.name == "svg" else self.text(inside) if inside is not None else ""
            )
        if self.role(number) in roles.NAMED_BY_CONTENT or tag.name == "summary":
            return self._read(number, shown=True, names=True)
        return ""

    def _read(self, number: int, shown: bool, names: bool) -> str:
        """The content as text; with `names`, pictures and labelled elements add their names. One pass, no recursion."""
        flat, states = self.page.flat, self._states
        banned = hidden.UNRENDERED | hidden.UNEXPOSED if names else hidden.UNRENDERED
        parts: list[str] = []
        closing: list[int] = []
        i, end = number + 1, flat.end[number]
        while i < end:
            while closing and i >= closing[-1]:
                parts.append(" ")
                closing.pop()
            node = flat.nodes[i]
            if shown and states[i] & banned:
                i = flat.end[i]
                continue
            if isinstance(node, Tag):
                block = node.name in BLOCK_LEVEL
                if block:
                    parts.append(" ")
                label = (self.name(i) if node.name in ("svg", "img") else self._own_label(i)) if names else ""
                if label:
                    parts.append(label)
                    i = flat.end[i]
                    continue
                if block:
                    closing.append(flat.end[i])
            elif not isinstance(node, (Comment, Doctype)) and type(node) is NavigableString:
                parts.append(str(node))
            i += 1
        return collapse("".join(parts).replace("\xa0", " "))


def build(page: Page) -> Semantics:
    """The semantics of a page: one pass for the hidden states, names when asked for."""
    by_id: dict[str, int] = {}
    for number, node in enumerate(page.flat.nodes):
        if isinstance(node, Tag) and "id" in node.attrs:
            by_id.setdefault(str(node.attrs["id"]), number)
    return Semantics(page, hidden.states(page.flat), by_id)


def _joined(parts: Iterator[str]) -> str:
    return " ".join(part for part in parts if part)
