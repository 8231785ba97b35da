"""Which elements a browser does not render, and which assistive technology does not get."""

import re

from bs4.element import Tag

from a11yaudit.page.builder import Flat

NEVER_RENDERED = frozenset(
    "head title meta link style script template noscript datalist base param source track rp area noembed noframes".split()
)
_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
UNRENDERED, UNEXPOSED = 1, 2


def states(flat: Flat) -> bytearray:
    """Per node a bit for not rendered and one for not exposed, inherited by the descendants; one pass."""
    found = bytearray(len(flat.nodes))
    for number, node in enumerate(flat.nodes):
        parent = flat.parent[number]
        state = found[parent] if parent >= 0 else 0
        if isinstance(node, Tag):
            state |= _own(node)
        found[number] = state
    return found


def _own(tag: Tag) -> int:
    attributes = tag.attrs
    if tag.name in NEVER_RENDERED:
        return UNRENDERED | UNEXPOSED
    if not attributes:
        return UNRENDERED | UNEXPOSED if tag.name == "dialog" else 0
    style = attributes.get("style")
    if (
        ("hidden" in attributes and attributes["hidden"] != "until-found")
        or (style and _STYLE.search(str(style)))
        or (tag.name == "input" and str(attributes.get("type", "")).lower() == "hidden")
        or (tag.name == "dialog" and "open" not in attributes)
    ):
        return UNRENDERED | UNEXPOSED
    return UNEXPOSED if str(attributes.get("aria-hidden", "")).strip().lower() == "true" else 0
