"""JSON as text that is safe to print and to keep, laid out for people and comparisons."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from a11yaudit.report.escape import json_text, sound

DEEP = 4
"""Levels that are laid out in lines; a finding, an outcome and a group of metrics stand on one line each."""
_ENCODE = json.JSONEncoder(allow_nan=False).encode
_LONG = re.compile(r"\.[0-9]{5}")
_TINY = re.compile("e-[0-9]")


class Laid(str):
    """A part of a report that is laid out already."""

    __slots__ = ()


def dumped(report: Mapping[str, Any], longest: int = sys.maxsize) -> str:
    """A JSON document that is safe to print and to keep."""
    return "".join(pieces(report, longest))


def pieces(report: Mapping[str, Any], longest: int = sys.maxsize) -> Iterator[str]:
    """The same in pieces. A list may be an iterator and its items laid out already, so that a long report is never whole in memory."""
    yield from _laid_out(report, 0, longest)
    yield "\n"


def laid_out(value: Any, depth: int, longest: int = sys.maxsize) -> str:
    """The part of a report that lies that many levels deep."""
    return "".join(_laid_out(value, depth, longest))


def _laid_out(value: Any, depth: int, longest: int) -> Iterator[str]:
    """The outer levels in lines, so that a person and a comparison of two reports find their way; the rest as it comes, which is quick."""
    if isinstance(value, Laid):
        yield value
    elif depth == DEEP or not isinstance(value, (dict, list, Iterator)):
        yield _encoded(value, longest)
    else:
        pad, between = "\n" + " " * depth, ""
        named = isinstance(value, dict)
        opening, closing = "{}" if named else "[]"
        yield opening
        for item in value.items() if isinstance(value, dict) else value:
            yield f"{between}{pad} {json_text(_ENCODE(item[0]))}: " if named else f"{between}{pad} "
            yield from _laid_out(item[1] if named else item, depth + 1, longest)
            between = ","
        yield f"{pad}{closing}" if between else closing


def _encoded(value: Any, longest: int) -> str:
    """One line; what must be cleaned is told from the text, since there is seldom anything."""
    text = _ENCODE(value)
    return text if len(text) <= longest and _is_clean(text) else json_text(_ENCODE(_clean(value, longest)))


def _is_clean(text: str) -> bool:
    """Whether there is certainly no command, no surrogate and no number of more than four digits in a line."""
    return not ("##" in text or "\\ud" in text or _LONG.search(text) or ("e-" in text and _TINY.search(text)))


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
