"""What findings of one rule have in common when a template makes them: the look of their elements, on one page and on others."""

import hashlib
import re

from a11yaudit.model.location import Location
from a11yaudit.page import Page
from a11yaudit.page.tree import Flat

DEEPEST = 64
"""Elements up from a finding in which its region is looked for."""
_REGIONS = frozenset({"header", "footer", "nav", "aside", "main", "article", "head"})
_NUMBER = re.compile(r"\d+")


def group(page: Page, rule: str, part: str, outcome: str, location: Location | None) -> str:
    """16 hex digits: the same for findings of a rule, in one part, on elements of one shape in one region of the page."""
    shape = _shape(page, location.node) if location else ""
    return hashlib.sha256("\0".join((rule, part, outcome, shape)).encode("utf-8", "replace")).hexdigest()[:16]


def _shape(page: Page, number: int) -> str:
    """The element's name with its classes, else with the element around it and its classes; and its region."""
    flat = page.flat
    own, parent = _classes(page, number), flat.parent[number]
    around = "" if own or parent < 0 else f"{flat.names[parent]} {_classes(page, parent)}"
    return " ".join((flat.names[number], own, around, _region(flat, parent)))


def _region(flat: Flat, number: int) -> str:
    """The name of the landmark-like element around a node."""
    names, parent = flat.names, flat.parent
    for _ in range(DEEPEST):
        if number < 0:
            break
        if names[number] in _REGIONS:
            return names[number]
        number = parent[number]
    return ""


def _classes(page: Page, number: int) -> str:
    """The classes without their order and numbers, which count items (`post-17`)."""
    written = page.attribute(number, "class")
    return _NUMBER.sub("0", " ".join(sorted(written.split()))) if written else ""
