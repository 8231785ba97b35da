"""A place in the source."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """The start tag of one element. Lines and columns count from 1, columns in code points, CRLF as one line end."""

    line: int
    column: int
    """The column of the tag's `<`."""
    end_line: int
    end_column: int
    """The column after the tag's `>`."""
    selector: str
    """A CSS selector to recognise the element by; not always unique."""
    node: int = field(compare=False)
    """The element's number in the page's index; for the stages, never in a report."""
