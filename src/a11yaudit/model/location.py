"""A place in the source."""

import re
from typing import NamedTuple

_STEP = re.compile(r"(.+?)(?::nth-of-type\(([0-9]+)\))?", re.DOTALL)
_ESCAPED = re.compile(r"\\([0-9a-f]+) ")
_PLAIN = re.compile(r"[a-z][a-z0-9-]*")


class Location(NamedTuple):
    """The start tag of one element. Lines and columns count from 1, columns in code points, CRLF as one line end."""

    line: int
    column: int
    """The column of the tag's `<`."""
    end_line: int
    end_column: int
    """The column after the tag's `>`."""
    selector: str
    """A CSS selector of the element: steps down from the nearest unique id, else from the document."""
    node: int
    """The element's number in the page's index; for the stages, never in a report, and two places are the same without it."""

    @property
    def xpath(self) -> str:
        """The selector as XPath: `//*[@id="main"]/p[2]`."""
        return _xpath(self.selector)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Location) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:-1])


def _xpath(selector: str) -> str:
    """Elements of a drawing have a namespace and are asked for by `name()`, and so are those whose names XPath can't read."""
    steps = selector.split(" > ")
    path = "" if steps[0] == "html" or steps[0][0] == "#" else "/"
    drawn = False
    for step in steps:
        if step[0] == "#":
            path += f'//*[@id="{step[1:]}"]'
            continue
        match = _STEP.fullmatch(step)
        name, place = (match[1], match[2]) if match else (step, None)
        name = _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), name)
        drawn = drawn or name in ("svg", "math")
        quote = "'" if '"' in name else '"'
        path += f"/{name}" if not drawn and _PLAIN.fullmatch(name) else f"/*[name()={quote}{name}{quote}]"
        path += f"[{place}]" if place else ""
        drawn = drawn and name not in ("foreignObject", "annotation-xml")
    return path
