"""Records as bytes, a tenth of their size as objects: what thousands of finished pages are kept as."""

import io
import pickle
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Generic, TypeVar, overload

Packed = TypeVar("Packed")
Made = TypeVar("Made")
QUICK = 1
"""zlib's level: three quarters go at a tenth of the time that the best level takes."""


class Lazily(Sequence[Made], Generic[Packed, Made]):
    """A sequence whose items are made each time they are asked for; kept is only what they are made from."""

    def __init__(self, kept: Sequence[Packed], make: Callable[[Packed], Made]) -> None:
        self._kept = kept
        self._make = make

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[Made]:
        return map(self._make, self._kept)

    @overload
    def __getitem__(self, place: int) -> Made: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Made]: ...

    def __getitem__(self, place: int | slice) -> Made | Sequence[Made]:
        return Lazily(self._kept[place], self._make) if isinstance(place, slice) else self._make(self._kept[place])


def pack(record: Any) -> bytes:
    """A record of the model as bytes."""
    out = io.BytesIO()
    _Pickler(out, protocol=5).dump(record)
    return zlib.compress(out.getbuffer(), QUICK)


def unpack(packed: bytes, most: int = 0) -> Any:
    """The record. Raises UnpicklingError where there is anything in it but the model's classes and plain values.

    `most` are the bytes that it may become, 0 for any number; ValueError is raised for more.
    """
    stream = zlib.decompressobj()
    data = stream.decompress(packed, most)
    if not stream.eof:
        raise ValueError("cut off, or larger than it may be")
    return _Unpickler(io.BytesIO(data)).load()


class _Pickler(pickle.Pickler):
    """Writes a record as its class and its fields, in a third of the time that they take by themselves."""

    def reducer_override(self, value: object) -> Any:
        kind: Any = type(value)
        values = _values(kind)
        return (kind, values(value)) if values else NotImplemented


@cache
def _values(kind: type) -> Callable[[object], tuple[Any, ...]] | None:
    """What reads all fields of a record; None for a class that is none."""
    names: list[str] = [each.name for each in fields(kind)] if is_dataclass(kind) else [*getattr(kind, "_fields", ())]
    if len(names) == 1:
        return lambda record: (getattr(record, names[0]),)
    return attrgetter(*names) if names else None


class _Unpickler(pickle.Unpickler):
    """Knows the model's classes and nothing else: what is unpacked may come from a cache that somebody else filled."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith("a11yaudit.model.") else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no class of the model")
        return found
