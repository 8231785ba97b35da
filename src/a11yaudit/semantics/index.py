"""Where attributes stand in a page, so that no rule has to look for its targets itself."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from bs4.element import Tag

from a11yaudit.page.tree import Flat

NOWHERE: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """Numbers of elements, in document order."""

    by_attribute: dict[str, list[int]]
    by_id: dict[str, int]
    """The first element of each id."""
    by_class: dict[str, list[int]]

    def having(self, attribute: str) -> Sequence[int]:
        """The elements that carry an attribute."""
        return self.by_attribute.get(attribute, NOWHERE)


class Cover:
    """Which nodes stand in any of some elements."""

    def __init__(self, flat: Flat, numbers: Iterable[int]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for number in sorted(numbers):
            if not self._ends or number >= self._ends[-1]:
                self._starts.append(number)
                self._ends.append(flat.end[number])

    def holds(self, number: int) -> bool:
        """Whether a node is one of the elements or stands in one."""
        place = bisect_right(self._starts, number) - 1
        return place >= 0 and number < self._ends[place]


def build(flat: Flat) -> Index:
    """What the tree lists, and the first element of each id."""
    nodes = cast("list[Tag]", flat.nodes)
    by_id: dict[str, int] = {}
    for number in flat.by_attribute.get("id", NOWHERE):
        by_id.setdefault(str(nodes[number].attrs["id"]), number)
    return Index(flat.by_attribute, by_id, flat.by_class)
