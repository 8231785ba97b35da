"""What the keyboard reaches."""

import re
from typing import cast

from bs4.element import Tag

from a11yaudit.page import Page
from a11yaudit.semantics import states
from a11yaudit.semantics.index import Index

CONTROLS = frozenset({"button", "input", "select", "textarea"})
_UNREACHED = states.UNRENDERED | states.INVISIBLE | states.INERT
_INTEGER = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]{1,9})")


class Focus:
    """Answers by the number of an element."""

    def __init__(self, page: Page, index: Index, found: bytearray) -> None:
        self._page = page
        self._tags = cast("list[Tag]", page.flat.nodes)
        self._states = found
        self._disabled = _in_disabled_fieldset(page, index)

    def tabindex(self, number: int) -> int | None:
        """The parsed `tabindex`, None where there is none that counts."""
        given = self._tags[number].attrs.get("tabindex")
        match = _INTEGER.match(str(given)) if given else None
        return int(match[1]) if match else None

    def focusable(self, number: int) -> bool:
        """Whether a keyboard or a script can put the focus on it, were it rendered."""
        return not self.disabled(number) and (self.tabindex(number) is not None or self._by_itself(number))

    def tabbable(self, number: int) -> bool:
        """Whether it is in sequential focus navigation, the Tab order."""
        if self._states[number] & _UNREACHED or self.disabled(number):
            return False
        index = self.tabindex(number)
        return index >= 0 if index is not None else self._by_itself(number)

    def disabled(self, number: int) -> bool:
        """Whether it is a control that is switched off, by itself or by a fieldset."""
        tag = self._tags[number]
        return tag.name in CONTROLS and ("disabled" in tag.attrs or bool(self._disabled and self._disabled[number]))

    def _by_itself(self, number: int) -> bool:
        tag = self._tags[number]
        name, attributes = tag.name, tag.attrs
        if name in ("a", "area"):
            return "href" in attributes or "xlink:href" in attributes
        if name in CONTROLS:
            return name != "input" or str(attributes.get("type", "")).strip().lower() != "hidden"
        if name == "summary":
            return is_summary(self._page, number)
        if name in ("audio", "video"):
            return "controls" in attributes
        return name == "iframe" or str(attributes.get("contenteditable", "false")).lower() in ("", "true", "plaintext-only")


def is_summary(page: Page, number: int) -> bool:
    """Whether an element is the first `summary` child of a `details`."""
    flat = page.flat
    parent = flat.parent[number]
    if parent < 0 or page.tag(parent).name != "details":
        return False
    child = parent + 1
    while child < number and getattr(flat.nodes[child], "name", None) != "summary":
        child = flat.end[child]
    return child == number


def _in_disabled_fieldset(page: Page, index: Index) -> bytearray | None:
    """Per node whether a disabled fieldset switches it off; the first legend of a fieldset is spared."""
    fields = [n for n in index.having("disabled") if page.tag(n).name == "fieldset"]
    if not fields:
        return None
    flat = page.flat
    found = bytearray(len(flat.nodes))
    for number in fields:
        if not found[number]:
            legends = (i for i in page.numbers("legend") if flat.parent[i] == number)
            legend = next(legends, -1)
            spared = range(legend, flat.end[legend]) if legend >= 0 else range(0)
            for i in page.inside(number):
                found[i] = i not in spared
    return found
