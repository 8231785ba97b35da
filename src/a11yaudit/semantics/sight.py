"""What can be seen: rendered, not moved off the screen, not clipped away, not shrunk to a point."""

import re
from collections.abc import Mapping

from bs4.element import Tag

from a11yaudit.page import Page
from a11yaudit.semantics import states
from a11yaudit.semantics.index import Index
from a11yaudit.semantics.names import BLOCK_LEVEL
from a11yaudit.semantics.styles import Declared, Styles

FAR = 999
"""A distance in px or em from which on something is off the screen."""
_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+")
_BLOCK = frozenset("block flex grid list-item table flow-root table-cell table-row table-caption table-row-group".split())
_CELLS = frozenset({"td", "th"})
_REMOVING = frozenset("left top margin-left margin-top text-indent clip clip-path opacity font-size".split())
"""Properties that can take an element out of sight, its size apart."""
BOXES = frozenset("img iframe input button select textarea video audio svg canvas object embed meter progress".split())
"""Elements that show something of their own."""


class Sight:
    """Answers by the number of a node."""

    def __init__(self, page: Page, index: Index, found: bytearray, styles: Styles) -> None:
        self._page, self._styles, self._states = page, styles, found
        self._suspects = {*styles.matched, *styles.styled, *index.having("width")}
        self._gone: dict[int, bool] = {-1: False}

    def seen(self, number: int) -> bool:
        """Whether a node can be seen if it has anything to show."""
        return not self._states[number] & (states.UNRENDERED | states.INVISIBLE) and not self._out_of_sight(number)

    def visible(self, number: int) -> bool:
        """Whether an element shows text or a box of its own."""
        flat = self._page.flat
        if flat.names[number] in BOXES and self.seen(number):
            return True
        return any(self._shows(i) and self.seen(i) for i in range(number + 1, flat.end[number]))

    def own_text(self, number: int) -> str:
        """The visible text that stands directly in an element, not in an element inside it."""
        if not self.seen(number):
            return ""
        flat = self._page.flat
        return " ".join("".join(node for i in flat.children(number) if type(node := flat.nodes[i]) is str).split())

    def text(self, number: int) -> str:
        """The visible inner text: blocks part words, cells do with spaces, inline elements do not."""
        flat = self._page.flat
        parts: list[str] = []
        closing: list[int] = []
        i, end = number + 1, flat.end[number]
        while i < end:
            while closing and i >= closing[-1]:
                parts.append(" ")
                closing.pop()
            node = flat.nodes[i]
            if isinstance(node, Tag):
                if not self.seen(i) and not self._may_show(i):
                    i = flat.end[i]
                    continue
                if self._parts_words(i, node):
                    parts.append(" ")
                    closing.append(flat.end[i])
            elif type(node) is str and self.seen(i):
                parts.append(node)
            i += 1
        return " ".join("".join(parts).split())

    def _may_show(self, number: int) -> bool:
        """An invisible element may hold a visible one; what is not rendered or off the screen does not."""
        return not self._states[number] & states.UNRENDERED and not self._out_of_sight(number)

    def _parts_words(self, number: int, tag: Tag) -> bool:
        display = self._styles.value(number, "display") if self._styles.own(number) else None
        return tag.name in BLOCK_LEVEL or tag.name in _CELLS if display is None else display.split()[0] in _BLOCK

    def _shows(self, number: int) -> bool:
        name, node = self._page.flat.names[number], self._page.flat.nodes[number]
        return name in BOXES if name else type(node) is str and not node.isspace()

    def _out_of_sight(self, number: int) -> bool:
        """Whether an element, or one around it, is taken out of sight."""
        chain = []
        while number not in self._gone:
            chain.append(number)
            number = self._page.flat.parent[number]
        gone = self._gone[number]
        for inner in reversed(chain):
            gone = self._gone[inner] = gone or (inner in self._suspects and self._away(inner))
        return gone

    def _away(self, number: int) -> bool:
        """Whether an element's own styles or size take it out of sight."""
        declared = self._styles.own(number)
        if self._shrunk(number, declared):
            return True
        if _REMOVING.isdisjoint(declared):
            return False
        own = {name: declaration.value for name, declaration in declared.items()}
        moved = own.get("position") in ("absolute", "fixed")
        return (
            (moved and any(_far(own.get(side, "")) for side in ("left", "top")))
            or any(_far(own.get(name, "")) for name in ("margin-left", "margin-top", "text-indent"))
            or (moved and own.get("clip", "").startswith("rect") and all(float(n) <= 1 for n in _NUMBER.findall(own["clip"])[:4]))
            or own.get("clip-path", "").replace(" ", "") in ("inset(50%)", "inset(100%)")
            or own.get("opacity") in ("0", "0.0", "0%")
            or own.get("font-size") in ("0", "0px")
        )

    def _shrunk(self, number: int, own: Mapping[str, Declared]) -> bool:
        """Whether an element is a point or nothing."""
        attributes = self._page.tag(number).attrs
        sizes = (_size(own[name].value if name in own else attributes.get(name)) for name in ("width", "height"))
        return all(size is not None and size <= 1 for size in sizes) and self._page.flat.names[number] != "svg"


def _far(value: str) -> bool:
    match = _NUMBER.match(value)
    return match is not None and float(match[0]) <= -FAR


def _size(value: object) -> float | None:
    """A width or height in px as far as it is a plain number."""
    text = str(value).removesuffix("px").strip() if value is not None else ""
    return float(text) if text.isdecimal() else None
