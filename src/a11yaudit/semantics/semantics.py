"""The accessibility tree's answers for single elements, computed when asked for and remembered."""

from bisect import bisect_right
from collections.abc import Sequence

from bs4.element import Tag

from a11yaudit.page import Page
from a11yaudit.page.page import collapse
from a11yaudit.page.tree import WHITE, Flat
from a11yaudit.semantics import aria, index, states, styles
from a11yaudit.semantics.aria import facts
from a11yaudit.semantics.focus import Focus, is_summary
from a11yaudit.semantics.names import BLOCK_LEVEL, Names
from a11yaudit.semantics.ownership import Ownership
from a11yaudit.semantics.roles import Roles
from a11yaudit.semantics.sight import Sight

_FOCUSABLE = ("a", "area", "audio", "button", "iframe", "input", "select", "summary", "textarea", "video")
_UNRENDERED = bytes(bool(value & (states.UNRENDERED | states.INVISIBLE)) for value in range(256))
__all__ = ["BLOCK_LEVEL", "WHITE", "Semantics", "build"]


class Semantics:
    """Answers by the number of a node in the page's index.

    `rendered` and `exposed` go by attributes and inline styles: what a sheet hides a script may show, and the article must not lose its
    text for it. All the others go by the page's own sheets too, and take closed details for hidden, as W3C's ACT rules do.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.index = index.build(page.flat)
        self.styles = styles.build(page, self.index)
        self._plain = states.plain(page, self.index)
        self._states = states.full(page, self.index, self.styles, states.leaves(page, self.index))
        self.focus = Focus(page, self.index, self._states)
        self.roles = Roles(page, self.index, self._states, self.focus)
        self._names = Names(page, self.index, self._states, self.roles)
        self._by_role: dict[tuple[tuple[str, ...], bool], list[int]] = {}
        self._texts: list[int] | None = None
        self._tab_order: list[int] | None = None
        self._sight: Sight | None = None
        self._ownership: Ownership | None = None

    def rendered(self, number: int) -> bool:
        """Whether a browser shows the node, as far as attributes and inline styles tell."""
        return not self._plain[number] & (states.UNRENDERED | states.INVISIBLE)

    def unrendered(self) -> bytearray:
        """Per node whether it is not `rendered`, for those who read a whole page and add to it what they leave out."""
        return self._plain.translate(_UNRENDERED)

    @property
    def texts(self) -> list[int]:
        """The rendered text nodes that are not blank, in document order."""
        if self._texts is None:
            self._texts = solid_texts(self.page.flat, self.unrendered())
        return self._texts

    def exposed(self, number: int) -> bool:
        """Whether the node is not programmatically hidden, as far as attributes and inline styles tell."""
        return not self._plain[number]

    def hidden(self, number: int) -> bool:
        """Whether the node is programmatically hidden."""
        return bool(self._states[number] & states.HIDDEN)

    def included(self, number: int) -> bool:
        """Whether an element is in the accessibility tree."""
        return not self._states[number] & (states.HIDDEN | states.BELOW_LEAF) and self.role(number) != "none"

    def inert(self, number: int) -> bool:
        """Whether an element is inert, by itself or by one around it."""
        return bool(self._states[number] & states.INERT)

    def summary(self, number: int) -> bool:
        """Whether an element is the summary of a `details`."""
        return is_summary(self.page, number)

    def drawn(self, number: int) -> bool:
        """Whether an element is of SVG, the `svg` element itself included."""
        return bool(self._states[number] & states.DRAWING)

    def formula(self, number: int) -> bool:
        """Whether an element is of MathML."""
        return bool(self._states[number] & states.FORMULA)

    def role(self, number: int) -> str | None:
        """The semantic role: `none` where it is presentational, None where there is no role at all."""
        return self.roles.role(number)

    def name(self, number: int) -> str:
        """The accessible name, of at most `names.LONGEST` characters; empty where there is none."""
        return self._names.name(number)

    def focusable(self, number: int) -> bool:
        """Whether a keyboard or a script can put the focus on it."""
        return self.focus.focusable(number)

    def having(self, attribute: str) -> Sequence[int]:
        """The elements that carry an attribute, in document order."""
        return self.index.having(attribute)

    def with_role(self, *names: str, derived: bool = False) -> list[int]:
        """The exposed HTML elements of these roles, of roles derived from them where asked, in document order."""
        key = (names, derived)
        if key not in self._by_role:
            self._by_role[key] = self._having_role(*key)
        return self._by_role[key]

    def _having_role(self, names: tuple[str, ...], derived: bool) -> list[int]:
        wanted = frozenset(names)
        if derived:
            wanted = frozenset(role for role in facts().roles if any(aria.derived(role, name) for name in names))
        by_name = {element for role in wanted for element in facts().elements.get(role, ())}
        candidates = {*self.page.numbers(*sorted(by_name)), *self.having("role")}
        return [n for n in sorted(candidates) if self.role(n) in wanted and self.included(n) and not self.drawn(n)]

    @property
    def tab_order(self) -> list[int]:
        """The elements in sequential focus navigation, in document order."""
        if self._tab_order is None:
            candidates = {*self.page.numbers(*_FOCUSABLE), *self.having("tabindex"), *self.having("contenteditable")}
            self._tab_order = [number for number in sorted(candidates) if self.focus.tabbable(number)]
        return self._tab_order

    def tabbable_inside(self, number: int) -> int | None:
        """The first element inside another one that is in the Tab order."""
        place = bisect_right(self.tab_order, number)
        found = self.tab_order[place] if place < len(self.tab_order) else -1
        return found if number < found < self.page.flat.end[number] else None

    @property
    def sight(self) -> Sight:
        """What can be seen."""
        if self._sight is None:
            self._sight = Sight(self.page, self.index, self._states, self.styles)
        return self._sight

    @property
    def ownership(self) -> Ownership:
        """Who owns whom in the accessibility tree."""
        if self._ownership is None:
            self._ownership = Ownership(self.page, self.index, self._states, self.roles)
        return self._ownership

    def text(self, number: int) -> str:
        """The text that a browser shows below an element: blocks and line breaks part words, inline elements do not."""
        flat, plain = self.page.flat, self._plain
        banned = states.UNRENDERED | states.INVISIBLE
        parts: list[str] = []
        closing: list[int] = []
        i, end = number + 1, flat.end[number]
        while i < end:
            while closing and i >= closing[-1]:
                parts.append(" ")
                closing.pop()
            node = flat.nodes[i]
            if plain[i] & banned:
                i = flat.end[i]
                continue
            if isinstance(node, Tag):
                if node.name in BLOCK_LEVEL:
                    parts.append(" ")
                    closing.append(flat.end[i])
            elif type(node) is str:
                parts.append(str(node))
            i += 1
        return collapse("".join(parts).replace("\xa0", " "))


def solid_texts(flat: Flat, hidden: Sequence[int]) -> list[int]:
    """The text nodes that are neither blank nor hidden, in document order."""
    return [number for number in flat.texts if not hidden[number]]


def build(page: Page) -> Semantics:
    """The semantics of a page: one pass for attributes, the hidden states painted, all else when asked for."""
    return Semantics(page)
