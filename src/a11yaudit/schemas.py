"""What is wrong with a settings file, in the words of this project rather than those of jsonschema."""

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from a11yaudit import resources

if TYPE_CHECKING:
    from jsonschema import ValidationError

LONGEST = 40
"""Characters of a wrong value that an error repeats."""
_KINDS = {
    "object": "a table",
    "array": "a list",
    "string": "a text in quotes",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
}


def problem(schema: str, table: Mapping[str, Any]) -> str | None:
    """The first fault of a table: its place, what is wrong and what would be right; None if the table fits its schema."""
    from jsonschema import Draft202012Validator

    errors = Draft202012Validator(resources.schema(schema)).iter_errors(table)
    first = min(errors, key=lambda error: error.json_path, default=None)
    if first is None:
        return None
    place = ".".join(map(str, first.absolute_path))
    return f"{place}: {_told(first)}" if place else _told(first)


def _told(error: "ValidationError") -> str:
    """One fault. Each case is a keyword that the schemas of settings and profiles use."""
    value: Any = error.instance
    wanted: Any = error.validator_value
    if error.validator == "additionalProperties":
        return _unknown_key(value, error.schema)
    if error.validator == "required":
        return f"{next(name for name in wanted if name not in value)!r} is missing"
    if error.validator == "enum":
        return f"{_short(value)} isn't allowed; use {_listed(wanted)}"
    if error.validator == "type":
        return f"must be {_listed([_KINDS[kind] for kind in _several(wanted)])}, not {_short(value)}"
    if error.validator in ("minimum", "maximum"):
        return f"must be at {'least' if error.validator == 'minimum' else 'most'} {wanted}, not {_short(value)}"
    if error.validator in ("minItems", "minLength"):
        return "must not be empty"
    if error.validator == "maxLength":
        return f"has more than {wanted} characters"
    if error.validator == "anyOf":
        return _no_alternative(value, wanted)
    return f"{_short(value)} isn't allowed"


def _unknown_key(value: Mapping[str, Any], schema: Any) -> str:
    known = list(schema["properties"])
    key = next(key for key in value if key not in known)
    near = difflib.get_close_matches(key[:LONGEST], known, n=1)
    return f"unknown key {_short(key)}; " + (f"did you mean {near[0]!r}?" if near else f"use {_listed(known)}")


def _no_alternative(value: Any, wanted: list[Mapping[str, Any]]) -> str:
    if all("required" in item for item in wanted):
        return f"{_listed([repr(item['required'][0]) for item in wanted])} is missing"
    below = [item["minimum"] for item in wanted if "minimum" in item and isinstance(value, (int, float))]
    if below:
        return f"must be at least {below[0]}, not {_short(value)}"
    return f"must be {_listed([_KINDS[kind] for item in wanted for kind in _several(item['type'])])}, not {_short(value)}"


def _several(kinds: str | list[str]) -> list[str]:
    return [kinds] if isinstance(kinds, str) else kinds


def _listed(items: list[str]) -> str:
    """`a, b or c`."""
    return ", ".join(items[:-1]) + (" or " if len(items) > 1 else "") + items[-1]


def _short(value: Any) -> str:
    if isinstance(value, (dict, list)):
        return "a table" if isinstance(value, dict) else "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    shown = repr(value) if isinstance(value, str) else f"{value:g}" if isinstance(value, float) else str(value)
    return shown if len(shown) <= LONGEST else shown[:LONGEST] + "…"
