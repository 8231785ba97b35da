"""CSS selectors that name an element for people."""

import re

from bs4.element import Tag

from a11yaudit.page.builder import Flat

STEPS = 6
"""Steps of the longest selector: enough to recognise an element, and no page can make it costly."""
_PLAIN = re.compile(r"[A-Za-z][\w-]{0,60}\Z", re.ASCII)


class Selectors:
    """Selectors of a page's elements, starting at the nearest unique id."""

    def __init__(self, flat: Flat) -> None:
        self._flat = flat
        self._places: dict[int, dict[int, str]] = {}
        self._counts: dict[str, int] | None = None

    def of(self, number: int) -> str:
        """`#main > p:nth-of-type(2)`; at most `STEPS` steps."""
        steps: list[str] = []
        while number >= 0 and len(steps) < STEPS:
            identity = self._unique_id(number)
            if identity:
                steps.append(f"#{identity}")
                break
            steps.append(self._step(number))
            number = self._flat.parent[number]
        return " > ".join(reversed(steps))

    def _unique_id(self, number: int) -> str | None:
        if self._counts is None:
            self._counts = {}
            for node in self._flat.nodes:
                if isinstance(node, Tag) and "id" in node.attrs:
                    key = str(node.attrs["id"])
                    self._counts[key] = self._counts.get(key, 0) + 1
        node = self._flat.nodes[number]
        identity = node.attrs.get("id") if isinstance(node, Tag) else None
        return identity if isinstance(identity, str) and self._counts.get(identity) == 1 and _PLAIN.match(identity) else None

    def _step(self, number: int) -> str:
        parent = self._flat.parent[number]
        places = self._places.get(parent)
        if places is None:
            places = self._places[parent] = self._number_children(parent)
        return places[number]

    def _number_children(self, parent: int) -> dict[int, str]:
        """The step of each child element; a name that occurs once among its siblings needs no number."""
        flat = self._flat
        number, end = (parent + 1, flat.end[parent]) if parent >= 0 else (0, len(flat.nodes))
        seen: dict[str, list[int]] = {}
        while number < end:
            node = flat.nodes[number]
            if isinstance(node, Tag):
                seen.setdefault(node.name, []).append(number)
            number = flat.end[number]
        return {
            child: name if len(children) == 1 else f"{name}:nth-of-type({place})"
            for name, children in seen.items()
            for place, child in enumerate(children, 1)
        }
