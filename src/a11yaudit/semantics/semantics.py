"""The accessibility tree's answers for single elements, computed when asked for and remembered."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from bs4.element import Tag

from a11yaudit.page import Page
from a11yaudit.page.page import collapse
from a11yaudit.page.tree import WHITE, Flat
from a11yaudit.semantics import index, states, styles
from a11yaudit.semantics.aria import sought
from a11yaudit.semantics.focus import Focus, is_summary
from a11yaudit.semantics.names import BLOCK_LEVEL, Names
from a11yaudit.semantics.ownership import Ownership
from a11yaudit.semantics.roles import UNKNOWN, Roles
from a11yaudit.semantics.sight import Sight

_FOCUSABLE = ("a", "area", "audio", "button", "iframe", "input", "select", "summary", "textarea", "video")
_OUTSIDE = states.HIDDEN | states.BELOW_LEAF | states.DRAWING
"""What keeps an element from being an exposed HTML element."""
_UNRENDERED = bytes(bool(value & (states.UNRENDERED | states.INVISIBLE)) for value in range(256))
__all__ = ["BLOCK_LEVEL", "WHITE", "Semantics", "build"]


class Semantics:
    """Answers by the number of a node in the page's index.

    All go by attributes, inline styles and the page's own sheets. `rendered` and `exposed`, by which the article is found, leave in what
    a reader opens (closed details) and prose that a sheet hides until a script has run. The others take that for hidden, as W3C's ACT
    rules do.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.index = index.build(page.flat)
        self.styles = styles.build(page, self.index)
        always = states.always(page, self.index)
        self._plain = states.plain(page, self.index, self.styles, always[:])
        self._states = states.full(page, self.index, self.styles, states.leaves(page, self.index), always)
        self.focus = Focus(page, self.index, self._states)
        self.roles = Roles(page, self.index, self._states, self.focus)
        self._names = Names(page, self.index, self._states, self.roles)
        self._by_role: dict[frozenset[str], list[int]] = {}
        self._stops: list[int] | None = None
        self._passed: dict[int, int] = {}
        """By stop that the Tab key passes over the next one that it may not: nested elements stay linear."""
        self._texts: list[int] | None = None
        self._sight: Sight | None = None
        self._ownership: Ownership | None = None

    def rendered(self, number: int) -> bool:
        """Whether a browser shows the node, or will after a click or when a script has run."""
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
        """Whether the node is not programmatically hidden, or won't be after a click or when a script has run."""
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

    def unnamed(self, numbers: Iterable[int]) -> list[int]:
        """Those of some elements that have no accessible name."""
        return self._names.unnamed(numbers, self.texts)

    def focusable(self, number: int) -> bool:
        """Whether a keyboard or a script can put the focus on it."""
        return self.focus.focusable(number)

    def having(self, attribute: str) -> Sequence[int]:
        """The elements that carry an attribute, in document order."""
        return self.index.having(attribute)

    def with_role(self, *names: str, derived: bool = False) -> list[int]:
        """The exposed HTML elements of these roles, of roles derived from them where asked, in document order."""
        wanted, elements = sought(names, derived)
        if wanted not in self._by_role:
            self._by_role[wanted] = self._having_role(wanted, elements)
        return self._by_role[wanted]

    def _having_role(self, wanted: frozenset[str], elements: tuple[str, ...]) -> list[int]:
        found, roles, role = self._states, self.roles.found, self.roles.role
        candidates: Sequence[int] = self.page.numbers(*elements)
        if written := [*self.roles.written(wanted)]:
            candidates = sorted({*candidates, *written})
        return [n for n in candidates if not found[n] & _OUTSIDE and (role(n) if roles[n] is UNKNOWN else roles[n]) in wanted]

    @property
    def tab_order(self) -> Iterator[int]:
        """The elements in sequential focus navigation, in document order."""
        return filter(self.focus.tabbable, self._possible_stops())

    def tabbable_inside(self, number: int) -> int | None:
        """The first element inside another one that is in the Tab order."""
        stops, end = self._possible_stops(), self.page.flat.end[number]
        place, passed = bisect_right(stops, number), list[int]()
        while place < len(stops) and stops[place] < end and not self.focus.tabbable(stops[place]):
            passed.append(place)
            place = self._passed.get(place, place + 1)
        self._passed.update(dict.fromkeys(passed, place))
        return stops[place] if place < len(stops) and stops[place] < end else None

    def _possible_stops(self) -> list[int]:
        if self._stops is None:
            self._stops = sorted({*self.page.numbers(*_FOCUSABLE), *self.having("tabindex"), *self.having("contenteditable")})
        return self._stops

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
