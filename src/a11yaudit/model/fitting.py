"""Whether a record that came from elsewhere is what its class says: every field of its type, every number finite."""

import math
from collections.abc import Callable, Mapping, Sized
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Check = Callable[[Any], bool]
LARGEST = 1 << 53
"""No count of a page is larger, and JSON can't hold more whole."""
MOST = 5_000_000
"""Items of all lists: in a pickle, one list can stand in thousands of places."""
DEEPEST = 20
"""Levels of a plain value; evidence has three."""


class _Count:
    """Items that were looked at."""

    items = 0

    def more(self, listed: Sized) -> bool:
        """Whether there may be so many more."""
        self.items += len(listed)
        return self.items <= MOST


_count = _Count()


def fits(value: Any, kind: Any) -> bool:
    """Whether a value is of a type as an annotation tells it: a class of the model, a plain value, a tuple, a mapping, or one of some."""
    _count.items = 0
    return _check(kind)(value)


@cache
def _check(kind: Any) -> Check:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Any:
        return _is_plain
    if origin in (Union, UnionType):
        checks = [_check(one) for one in arguments]
        return lambda value: any(check(value) for check in checks)
    if origin is tuple:
        return _tuple(arguments)
    if origin is Mapping:
        key, item = map(_check, arguments)
        return lambda value: type(value) is dict and _count.more(value) and all(key(name) and item(held) for name, held in value.items())
    if kind is float:
        return lambda value: type(value) in (float, int) and math.isfinite(value) and abs(value) <= LARGEST
    if kind is int:
        return lambda value: type(value) is int and abs(value) <= LARGEST
    if kind in (str, bool, bytes, NoneType) or issubclass(kind, Enum):
        return lambda value: type(value) is kind
    return _record(kind)


def _tuple(arguments: tuple[Any, ...]) -> Check:
    if arguments[-1] is Ellipsis:
        check = _check(arguments[0])
        return lambda value: type(value) is tuple and _count.more(value) and all(map(check, value))
    checks = [_check(one) for one in arguments]
    return lambda value: (
        type(value) is tuple and len(value) == len(checks) and all(check(item) for check, item in zip(checks, value, strict=True))
    )


def _record(kind: type) -> Check:
    hints = get_type_hints(kind)
    names: list[str] = [each.name for each in fields(kind)] if is_dataclass(kind) else [*getattr(kind, "_fields", ())]
    if not names:
        raise TypeError(f"{kind.__name__} is no record")
    checks = [(name, _check(hints[name])) for name in names]

    def check(value: Any) -> bool:
        if type(value) is not kind or (isinstance(value, tuple) and len(value) != len(names)):
            return False
        return all(right(getattr(value, name, None)) for name, right in checks)

    return check


def _is_plain(value: Any) -> bool:
    """Whether it is what JSON can hold, and not too deep."""
    level = [value]
    for _ in range(DEEPEST):
        if not _count.more(level):
            return False
        below: list[Any] = []
        for item in level:
            kind = type(item)
            if kind in (dict, list, tuple) and len(below) + len(item) > MOST:
                return False
            if kind is dict:
                if not all(type(key) is str for key in item):
                    return False
                below += item.values()
            elif kind in (list, tuple):
                below += item
            elif kind in (int, float):
                if not (math.isfinite(item) and abs(item) <= LARGEST):
                    return False
            elif kind not in (str, bool, NoneType) and not isinstance(item, (str, Enum)):
                return False
        if not below:
            return True
        level = below
    return False
