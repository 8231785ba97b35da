"""A place in the source."""

from typing import NamedTuple


class Location(NamedTuple):
    """The start tag of one element. Lines and columns count from 1, columns in code points, CRLF as one line end."""

    line: int
    column: int
    """The column of the tag's `<`."""
    end_line: int
    end_column: int
    """The column after the tag's `>`."""
    selector: str
    """A CSS selector to recognise the element by; not always unique."""
    node: int
    """The element's number in the page's index; for the stages, never in a report, and two places are the same without it."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Location) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])
