"""Where attributes stand in a page, found in one pass so that no rule has to look for its targets itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from bs4.element import Tag

from a11yaudit.page.builder import Flat

NOWHERE: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """Numbers of elements, in document order."""

    by_attribute: dict[str, list[int]]
    by_id: dict[str, int]
    """The first element of each id."""

    def having(self, attribute: str) -> Sequence[int]:
        """The elements that carry an attribute."""
        return self.by_attribute.get(attribute, NOWHERE)


def build(flat: Flat) -> Index:
    """One pass over the nodes."""
    by_attribute: dict[str, list[int]] = {}
    for number, node in enumerate(flat.nodes):
        if type(node) is Tag and node.attrs:
            for name in node.attrs:
                if name in by_attribute:
                    by_attribute[name].append(number)
                else:
                    by_attribute[name] = [number]
    by_id: dict[str, int] = {}
    for number in by_attribute.get("id", NOWHERE):
        node = flat.nodes[number]
        assert isinstance(node, Tag)
        by_id.setdefault(str(node.attrs["id"]), number)
    return Index(by_attribute, by_id)
