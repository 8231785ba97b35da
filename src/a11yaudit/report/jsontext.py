"""JSON as text that is safe to print and to keep, laid out for people and comparisons."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from a11yaudit.report.escape import json_text, sound

DEEP = 4
"""Levels that are laid out in lines; a finding, an outcome and a group of metrics stand on one line each."""
_ENCODE = json.JSONEncoder(allow_nan=False).encode


def dumped(report: dict[str, Any], longest: int = sys.maxsize) -> str:
    """A JSON document that is safe to print and to keep."""
    return json_text(_laid_out(report, 0, longest)) + "\n"


def _clean(value: Any, longest: int) -> Any:
    """Plain JSON values: no lone surrogates, texts cut at a length, numbers rounded to four digits."""
    kind = type(value)
    if kind is str:
        whole = value if len(value) <= longest else f"{value[: longest - 1]}…"
        return whole if whole.isascii() else sound(whole)
    if kind is dict:
        return {_clean(key, longest): _clean(item, longest) for key, item in value.items()}
    if kind is list or kind is tuple:
        return [_clean(item, longest) for item in value]
    if kind is float:
        return round(value, 4)
    return _clean(str(value), longest) if isinstance(value, str) else value


def _laid_out(value: Any, depth: int, longest: int) -> str:
    """The outer levels in lines, so that a person and a comparison of two reports find their way; the rest as it comes, which is quick.

    A list may be an iterator: the documents of a long run are never all there as JSON values.
    """
    if depth == DEEP or not isinstance(value, (dict, list, Iterator)):
        return _ENCODE(_clean(value, longest))
    pad = "\n" + " " * depth
    if isinstance(value, dict):
        inner = f",{pad} ".join(f"{_ENCODE(key)}: {_laid_out(item, depth + 1, longest)}" for key, item in value.items())
        return f"{{{pad} {inner}{pad}}}" if inner else "{}"
    inner = f",{pad} ".join(_laid_out(item, depth + 1, longest) for item in value)
    return f"[{pad} {inner}{pad}]" if inner else "[]"
