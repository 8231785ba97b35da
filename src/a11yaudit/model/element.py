"""One element as assistive technology gets it."""

from collections.abc import Mapping
from dataclasses import dataclass

from a11yaudit.model.location import Location


@dataclass(frozen=True, slots=True)
class Element:
    """An element for the structure checks."""

    tag: str
    """Lower-case local name."""
    attributes: Mapping[str, str]
    """As written, the first where one is given twice; class lists joined by a space."""
    role: str | None
    """The semantic role (explicit, else implicit, after conflict resolution); None where there is none."""
    name: str
    """The accessible name (accname 1.2); empty where there is none."""
    text: str
    """The text content, white space collapsed, hidden parts left out."""
    hidden: bool
    """Whether assistive technology does not get it."""
    location: Location
