"""Explicit, implicit and semantic roles (WAI-ARIA 1.2, HTML-AAM)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from bs4.element import Tag

from a11yaudit.page import Page
from a11yaudit.semantics import states, tables
from a11yaudit.semantics.aria import PRESENTATIONAL, TABLE_PARTS, TABLES, facts
from a11yaudit.semantics.focus import Focus
from a11yaudit.semantics.index import Cover, Index

_INPUTS: Mapping[str, str | None] = {
    "button": "button", "submit": "button", "reset": "button", "image": "button", "checkbox": "checkbox", "radio": "radio",
    "range": "slider", "number": "spinbutton", "color": None, "date": None, "datetime-local": None, "file": None, "hidden": None,
    "month": None, "password": None, "time": None, "week": None,
}  # fmt: skip
UNKNOWN = "unknown"
"""Stands for a role that nobody has asked for yet."""
SECTIONING = ("article", "aside", "nav", "section")


class Roles:
    """Roles by the number of an element, computed when asked for."""

    def __init__(self, page: Page, index: Index, found: bytearray, focus: Focus) -> None:
        self._page, self._index, self._states, self._focus = page, index, found, focus
        self._facts = facts()
        self._tags, self._names = cast("list[Tag]", page.flat.nodes), page.flat.names
        self.explicit = {number: role for number in index.having("role") if (role := self._first_role(number))}
        """By element with a `role` attribute the first token that is a role."""
        self.found = self._settled()
        """By node the role, `UNKNOWN` where nobody has asked for it yet."""
        self._written: dict[str | None, list[int]] | None = None
        self._tables: dict[int, int] = {}
        self._grids: dict[int, tables.Grid | None] = {}
        self._covers: dict[tuple[str, ...], Cover] = {}

    def role(self, number: int) -> str | None:
        """The semantic role: `none` where it is presentational, None where there is no role at all."""
        found = self.found[number]
        if found is UNKNOWN:
            found = self.found[number] = self._role(number)
        return found

    def _settled(self) -> list[str | None]:
        """By node the roles that an element's name and `href` alone decide, which are most; unknown for all others."""
        flat = self._page.flat
        found: list[str | None] = [UNKNOWN] * len(flat.nodes)
        for name, numbers in flat.by_name.items():
            role = self._facts.settled.get(name, UNKNOWN)
            if role is not UNKNOWN:
                for number in numbers:
                    found[number] = role
        for number in self._index.having("href"):
            if self._names[number] in ("a", "area"):
                found[number] = "link"
        for number in self._index.having("role"):
            found[number] = UNKNOWN
        done = -1
        for number in self._page.numbers("svg", "math"):
            if number >= done:
                done = flat.end[number]
                found[number:done] = [UNKNOWN] * (done - number)
        return found

    def written(self, roles: Iterable[str]) -> Iterator[int]:
        """The elements with a `role` attribute that come to have one of these roles."""
        if self._written is None:
            self._written = {}
            for number in self._index.having("role"):
                self._written.setdefault(self.role(number), []).append(number)
        return (number for role in roles for number in self._written.get(role, ()))

    def _first_role(self, number: int) -> str | None:
        tokens = str(self._tags[number].attrs["role"]).lower().split()
        return next((token for token in tokens if token in self._facts.roles), None)

    def implicit(self, number: int) -> str | None:
        """The role that HTML gives an element by itself."""
        name = self._names[number]
        if self._states[number] & (states.DRAWING | states.FORMULA):
            return {"svg": "graphics-document", "math": "math", "a": "link"}.get(name)
        if name in self._facts.implicit:
            return self._in_table(number, name) if name in TABLE_PARTS else self._facts.implicit[name]
        return self._conditional(number, name)

    def conflict(self, number: int) -> bool:
        """Whether focus or a global attribute takes an element's presentational role away."""
        return not self._facts.conflicting.isdisjoint(self._tags[number].attrs) or self._focus.focusable(number)

    def decorative(self, number: int) -> bool:
        """Whether an element is marked as decoration: by its role, or by an empty `alt`."""
        asked = self.explicit.get(number)
        tag = self._tags[number]
        return asked in PRESENTATIONAL if asked else tag.name == "img" and tag.attrs.get("alt") == ""

    def table(self, number: int) -> int | None:
        """The `table` element that a cell, row or row group belongs to."""
        for outer in self._page.ancestors(number):
            name = self._names[outer]
            if name == "table":
                return outer
            if name not in TABLE_PARTS:
                return None
        return None

    def grid(self, table: int) -> tables.Grid | None:
        """The grid of a table; None if it is too large."""
        if table not in self._grids:
            self._grids[table] = tables.grid(self._page, table)
        return self._grids[table]

    def within(self, number: int, names: tuple[str, ...]) -> bool:
        """Whether an element of one of these names is around a node."""
        if names not in self._covers:
            self._covers[names] = Cover(self._page.flat, self._page.numbers(*names))
        return self._covers[names].holds(self._page.flat.parent[number])

    def _role(self, number: int) -> str | None:
        asked = self.explicit.get(number)
        if not asked and self._names[number] != "img":
            return self.implicit(number)
        if not self.decorative(number):
            return asked or self.implicit(number)
        if not self.conflict(number):
            return "none"
        return "img" if self._names[number] == "img" else self.implicit(number)

    def _in_table(self, number: int, name: str) -> str | None:
        table = self.table(number)
        role = self.role(table) if table is not None else None
        if role not in TABLES:
            return "none" if role == "none" else None
        return self._facts.implicit[name]

    def _conditional(self, number: int, name: str) -> str | None:
        """The role of an element whose role hangs on its attributes or its place."""
        attributes = self._tags[number].attrs
        if name in ("a", "area"):
            return "link" if "href" in attributes else "generic"
        if name == "img":
            return "img"
        if name == "input":
            return self._input(attributes)
        if name == "select":
            return "listbox" if "multiple" in attributes or str(attributes.get("size", "1")).strip() not in ("", "0", "1") else "combobox"
        if name == "li":
            return self._item(number)
        if name in ("td", "th"):
            return self._cell(number, name)
        if name == "section":
            return "region" if self._named(number) else "generic"
        if name == "aside":
            return "complementary" if self._named(number) or not self.within(number, SECTIONING) else "generic"
        if name in ("header", "footer"):
            inner = self.within(number, (*SECTIONING, "main"))
            return "generic" if inner else "banner" if name == "header" else "contentinfo"
        return "graphics-document" if name == "svg" else None

    def _input(self, attributes: Mapping[str, object]) -> str | None:
        kind = str(attributes.get("type", "text")).strip().lower()
        if kind in _INPUTS:
            return _INPUTS[kind]
        listed = self._index.by_id.get(str(attributes.get("list", "")))
        if listed is not None and self._names[listed] == "datalist":
            return "combobox"
        return "searchbox" if kind == "search" else "textbox"

    def _item(self, number: int) -> str | None:
        parent = self._page.flat.parent[number]
        if parent < 0 or self._names[parent] not in ("ul", "ol", "menu"):
            return "generic"
        return "none" if self.role(parent) == "none" else "listitem"

    def _cell(self, number: int, name: str) -> str | None:
        table = self.table(number)
        role = self.role(table) if table is not None else None
        if table is None or role not in TABLES:
            return "none" if role == "none" else None
        plain = "cell" if role == "table" else "gridcell"
        if name == "td":
            return plain
        made = self.grid(table)
        cell = made.by_number.get(number) if made else None
        scope = tables.scope(self._page, made, cell) if made and cell else "col"
        return {"col": "columnheader", "colgroup": "columnheader", "row": "rowheader", "rowgroup": "rowheader"}.get(scope, plain)

    def _named(self, number: int) -> bool:
        attributes = self._tags[number].attrs
        return any(str(attributes.get(name, "")).strip() for name in ("aria-label", "aria-labelledby", "title"))
