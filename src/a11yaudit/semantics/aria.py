"""The facts of WAI-ARIA that roles, names and rules need: `rules/aria.json`, read once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from a11yaudit.resources import data_dir

PRESENTATIONAL = frozenset({"none", "presentation"})
NO_CONFLICT = frozenset({"aria-hidden", "aria-braillelabel", "aria-brailleroledescription"})
"""Global attributes that do not take an element's presentational role away."""
TABLE_PARTS = frozenset({"td", "th", "tr", "thead", "tbody", "tfoot"})
"""Elements whose role is that of a part of a table if the table's is that of a table."""
TABLES = frozenset({"table", "grid", "treegrid"})


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """One concrete role."""

    superclass: tuple[str, ...]
    """The roles it is derived from directly."""
    widget: bool
    names_from_content: bool
    attributes: frozenset[str]
    """Supported attributes that are not plainly global."""
    required: tuple[str, ...]
    required_when_focusable: tuple[str, ...]
    implicit_values: Mapping[str, str]
    """Attributes that have a value by default."""
    prohibited: frozenset[str]
    children_presentational: bool
    required_parent: frozenset[str]
    required_children: tuple[str, ...]
    """`option`, or `group > option` with a role in between."""
    draft: bool
    """Whether it is not in ARIA 1.2."""


@dataclass(frozen=True, slots=True)
class AttributeFacts:
    """One state or property."""

    kind: str
    """`token`, `true/false`, `integer`, `id reference list` …"""
    values: frozenset[str]
    everywhere: bool
    """Whether it is global."""


@dataclass(frozen=True, slots=True)
class Aria:
    """All roles and attributes."""

    roles: Mapping[str, RoleFacts]
    """The concrete ones."""
    attributes: Mapping[str, AttributeFacts]
    implicit: Mapping[str, str | None]
    """Roles that HTML gives an element by its name alone."""
    settled: Mapping[str, str | None]
    """Those of them that nothing around the element changes, and what a link is without an address."""
    without_role: Mapping[str, frozenset[str]]
    """Attributes allowed on an element that has no role, by element or `input type=…`."""
    conflicting: frozenset[str]
    """Global attributes that take an element's presentational role away."""
    leaves: frozenset[str]
    """Roles whose children are presentational."""
    elements: Mapping[str, tuple[str, ...]]
    """By role the elements that may have it by themselves."""
    demanding: tuple[str, ...]
    """Roles that require certain children."""
    needy: tuple[str, ...]
    """Roles that require a certain parent."""
    nameless: frozenset[str]
    """Roles that must not be named."""
    from_content: frozenset[str]
    """Roles that are named by their content."""


@cache
def facts() -> Aria:
    """The table, ready to look up."""
    loaded = json.loads((data_dir("rules") / "aria.json").read_text("utf-8"))
    roles = {name: _role(item) for name, item in loaded["roles"].items() if not item.get("abstract")}
    attributes = {
        name: AttributeFacts(item["type"], frozenset(item.get("values", ())), item["global"]) for name, item in loaded["attributes"].items()
    }
    implicit = {item["element"]: item["role"] for item in loaded["html"] if "when" not in item}
    nameless = frozenset(name for name, role in roles.items() if "aria-label" in role.prohibited)
    return Aria(
        roles=roles,
        attributes=attributes,
        implicit=implicit,
        settled={**{name: role for name, role in implicit.items() if name not in TABLE_PARTS}, "a": "generic", "area": "generic"},
        elements=_elements(loaded["html"]),
        without_role={name: frozenset(listed) for name, listed in loaded["html_without_role"].items()},
        conflicting=frozenset(name for name, item in attributes.items() if item.everywhere) - NO_CONFLICT,
        leaves=frozenset(name for name, role in roles.items() if role.children_presentational),
        demanding=tuple(name for name, role in roles.items() if role.required_children),
        needy=tuple(name for name, role in roles.items() if role.required_parent),
        nameless=nameless,
        from_content=frozenset(name for name, role in roles.items() if role.names_from_content) - nameless,
    )


def _elements(listed: list[Mapping[str, Any]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for item in listed:
        if item["role"] and item["element"] not in found.get(item["role"], ()):
            found[item["role"]] = (*found.get(item["role"], ()), item["element"])
    return found


def _role(item: Mapping[str, Any]) -> RoleFacts:
    return RoleFacts(
        superclass=tuple(item["superclass"]),
        widget=item.get("widget") is True,
        names_from_content=item.get("name_from") == "contents",
        attributes=frozenset(item.get("attributes", ())),
        required=tuple(item.get("required", ())),
        required_when_focusable=tuple(item.get("required_when_focusable", ())),
        implicit_values=item.get("implicit_values", {}),
        prohibited=frozenset(item.get("prohibited", ())),
        children_presentational=bool(item.get("children_presentational")),
        required_parent=frozenset(item.get("required_parent", ())),
        required_children=tuple(item.get("required_children", ())),
        draft="since" in item or item.get("module") != "aria",
    )


@cache
def sought(names: tuple[str, ...], derived: bool) -> tuple[frozenset[str], tuple[str, ...]]:
    """The roles of these names, with those derived from them where asked, and the elements that may have them by themselves."""
    listed = facts()
    roles = frozenset(role for role in listed.roles if any(_derived(role, name) for name in names)) if derived else frozenset(names)
    return roles, tuple(sorted({element for role in roles for element in listed.elements.get(role, ())}))


def _derived(role: str, base: str) -> bool:
    """Whether a role is another one or is derived from it."""
    seen, waiting = set(), [role]
    roles = facts().roles
    while waiting:
        name = waiting.pop()
        if name == base:
            return True
        if name not in seen and name in roles:
            seen.add(name)
            waiting += roles[name].superclass
    return False
