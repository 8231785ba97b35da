"""CSS selectors that select one element."""

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property

from a11yaudit.page.tree import Flat

STEPS = 60
"""Steps of the longest selector: deeper than pages nest that people read, and no page can make it costly."""
_PLAIN = re.compile(r"[A-Za-z][\w-]{0,60}\Z", re.ASCII)
_SIGN = re.compile(r"[^\w-]", re.ASCII)


class Selectors:
    """Selectors of a page's elements, starting at the nearest unique id; what siblings share is worked out once."""

    def __init__(self, flat: Flat) -> None:
        self._flat = flat
        self._children: dict[int, dict[str, list[int]]] = {}
        """By element the numbers of its children, by their names."""
        self._steps: dict[int, str] = {}
        self._shared: dict[int, str] = {}

    def of(self, number: int) -> str:
        """`#main > p:nth-of-type(2)`: from the nearest unique id, else from the document, step by step, so that it fits nothing else."""
        identity = self._unique.get(number)
        return f"#{identity}" if identity else self._around(self._flat.parent[number]) + self._step(number)

    def _around(self, number: int) -> str:
        """The steps down to an element and into it, which all its children share."""
        found = self._shared.get(number)
        if found is None:
            found = self._shared[number] = "".join(reversed(self._upwards(number)))
        return found

    def _upwards(self, number: int) -> list[str]:
        """The steps from an element up to the nearest unique id."""
        found, unique, parent = list[str](), self._unique, self._flat.parent
        while number >= 0 and len(found) < STEPS - 1:
            identity = unique.get(number)
            if identity:
                return [*found, f"#{identity} > "]
            found.append(f"{self._step(number)} > ")
            number = parent[number]
        return found

    @cached_property
    def _unique(self) -> dict[int, str]:
        """By element its id, where no other element has it and no character in it needs an escape."""
        nodes = self._flat.nodes
        found = {number: str(nodes[number].attrs["id"]) for number in self._flat.by_attribute.get("id", ())}  # type: ignore[union-attr]
        counts = Counter(identity.lower() for identity in found.values())
        return {n: identity for n, identity in found.items() if counts[identity.lower()] == 1 and _PLAIN.match(identity)}

    def _step(self, number: int) -> str:
        """The name of an element, with its number among the siblings of that name where there are others."""
        found = self._steps.get(number)
        if found is None:
            parent, name = self._flat.parent[number], self._flat.names[number]
            if parent not in self._children:
                self._children[parent] = self._by_name(parent)
            same = self._children[parent][name]
            place = "" if len(same) == 1 else f":nth-of-type({bisect_left(same, number) + 1})"
            found = self._steps[number] = _escaped(name) + place
        return found

    def _by_name(self, parent: int) -> dict[str, list[int]]:
        names, found = self._flat.names, dict[str, list[int]]()
        for child in self._flat.children(parent):
            if names[child]:
                found.setdefault(names[child], []).append(child)
        return found


def _escaped(name: str) -> str:
    """The name of an element as a selector needs it: `o:p` is no element `o` in a state `p`."""
    return _SIGN.sub(lambda sign: f"\\{ord(sign[0]):x} ", name)
