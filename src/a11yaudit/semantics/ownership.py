"""Who owns whom: parents and children in the accessibility tree, `aria-owns` included."""

from collections.abc import Iterator

from a11yaudit.page import Page
from a11yaudit.semantics import states
from a11yaudit.semantics.index import Index
from a11yaudit.semantics.roles import Roles

TRANSPARENT = frozenset({"generic", "none", None})


class Ownership:
    """Answers by the number of an element."""

    def __init__(self, page: Page, index: Index, found: bytearray, roles: Roles) -> None:
        self._page, self._states, self._roles = page, found, roles
        self._owner: dict[int, int] = {}
        self._owned: dict[int, list[int]] = {}
        for number in index.having("aria-owns"):
            for key in (page.attribute(number, "aria-owns") or "").split():
                child = index.by_id.get(key, -1)
                if child >= 0 and child not in self._owner:
                    self._owner[child] = number
                    self._owned.setdefault(number, []).append(child)
        self._parents: dict[int, int] = {}
        self._children: dict[int, tuple[int, ...]] = {}

    def parent(self, number: int) -> int:
        """The owner of an element, presentational and generic wrappers looked through; -1 for none."""
        passed: list[int] = []
        current = self._above(number)
        seen = {number}
        while current >= 0 and current not in seen and self._roles.role(current) in TRANSPARENT:
            if current in self._parents:
                current = self._parents[current]
                break
            passed.append(current)
            seen.add(current)
            current = self._above(current)
        if current in seen:
            current = -1
        for wrapper in passed:
            self._parents[wrapper] = current
        return current

    def _above(self, number: int) -> int:
        return self._owner.get(number, self._page.flat.parent[number])

    def children(self, number: int) -> tuple[int, ...]:
        """The exposed elements that an element owns; presentational ones, and wrappers without text of their own, are looked through."""
        if number not in self._children:
            self._children[number] = tuple(self._find_children(number))
        return self._children[number]

    def _find_children(self, number: int) -> Iterator[int]:
        waiting = [*reversed(self._owned.get(number, ())), *self._own(number)]
        seen: set[int] = set()
        while waiting:
            child = waiting.pop()
            if child in seen or self._states[child] & states.HIDDEN:
                continue
            seen.add(child)
            role = self._roles.role(child)
            if role not in TRANSPARENT or (role != "none" and self._has_text(child)):
                yield child
            else:
                waiting += self._own(child)

    def _own(self, number: int) -> list[int]:
        """The element children that nobody else owns, the last first."""
        flat = self._page.flat
        own = [child for child in flat.children(number) if flat.names[child] and self._owner.get(child, number) == number]
        return own[::-1]

    def _has_text(self, number: int) -> bool:
        flat = self._page.flat
        return any(type(node := flat.nodes[i]) is str and not node.isspace() for i in flat.children(number))
