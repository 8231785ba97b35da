"""CSS selectors that name an element for people."""

import re
from collections import Counter
from collections.abc import Iterator

from a11yaudit.page.tree import Flat

STEPS = 6
"""Steps of the longest selector: enough to recognise an element, and no page can make it costly."""
_PLAIN = re.compile(r"[A-Za-z][\w-]{0,60}\Z", re.ASCII)


class Selectors:
    """Selectors of a page's elements, starting at the nearest unique id; what siblings share is worked out once."""

    def __init__(self, flat: Flat) -> None:
        self._flat = flat
        self._steps: dict[int, str] = {}
        self._shared: dict[int, str] = {}
        self._counts: Counter[str] | None = None

    def of(self, number: int) -> str:
        """`#main > p:nth-of-type(2)`; at most `STEPS` steps."""
        identity = self._unique_id(number)
        return f"#{identity}" if identity else self._around(self._flat.parent[number]) + self._step(number)

    def _around(self, number: int) -> str:
        """The steps down to an element and into it, which all its children share."""
        found = self._shared.get(number)
        if found is None:
            found = self._shared[number] = "".join(f"{step} > " for step in reversed(list(self._upwards(number))))
        return found

    def _upwards(self, number: int) -> Iterator[str]:
        """The steps from an element up to the nearest unique id."""
        for _ in range(STEPS - 1):
            if number < 0:
                return
            identity = self._unique_id(number)
            if identity:
                yield f"#{identity}"
                return
            yield self._step(number)
            number = self._flat.parent[number]

    def _unique_id(self, number: int) -> str | None:
        identity = self._flat.nodes[number].attrs.get("id")  # type: ignore[union-attr]
        if not isinstance(identity, str) or not _PLAIN.match(identity):
            return None
        if self._counts is None:
            self._counts = Counter(str(self._flat.nodes[i].attrs["id"]) for i in self._flat.by_attribute.get("id", ()))  # type: ignore[union-attr]
        return identity if self._counts[identity] == 1 else None

    def _step(self, number: int) -> str:
        found = self._steps.get(number)
        if found is None:
            self._number_children(self._flat.parent[number])
            found = self._steps[number]
        return found

    def _number_children(self, parent: int) -> None:
        """The step of each child element; a name that occurs once among its siblings needs no number."""
        flat = self._flat
        seen: dict[str, list[int]] = {}
        for child in flat.children(parent):
            if flat.names[child]:
                seen.setdefault(flat.names[child], []).append(child)
        for name, children in seen.items():
            if len(children) == 1:
                self._steps[children[0]] = name
            else:
                self._steps.update((child, f"{name}:nth-of-type({place})") for place, child in enumerate(children, 1))
