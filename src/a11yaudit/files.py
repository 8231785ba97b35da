"""Files that a run reads besides pages: each regular, within a limit, and JSON with finite numbers."""

import json
import math
import os
import stat
from collections.abc import Mapping
from typing import Any

LONGEST_PATH = 4_096
"""Characters that a path inside a file may have: no system opens a longer one."""
MOST_REPORT = 1 << 30
"""Bytes of an earlier report; one of 10,000 pages has a third of that."""


class FileError(Exception):
    """A file that isn't read; its text is the reason in a few words, without the file's name."""


def content(path: str | os.PathLike[str], most: int) -> bytes:
    """The bytes of a regular file. Raises FileError for anything else, and for more than `most` bytes.

    The file is opened without blocking, so that a pipe or a device never holds up the run.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
            status = os.fstat(descriptor)
            if stat.S_ISDIR(status.st_mode):
                raise FileError("a folder, not a file")
            if not stat.S_ISREG(status.st_mode):
                raise FileError("not a regular file")
            data = b"" if status.st_size > most else file.read(most + 1)
            size = max(status.st_size, len(data))
    except OSError as error:
        raise FileError("a folder, not a file" if isinstance(error, IsADirectoryError) else reason(error)) from error
    except ValueError as error:
        raise FileError(str(error)) from error
    if size > most:
        raise TooLargeError(size)
    return data


class TooLargeError(FileError):
    """A file over its limit."""

    def __init__(self, size: int) -> None:
        super().__init__(f"too large: {size:,} bytes")
        self.size = size


def reason(error: OSError) -> str:
    """What the system says, as it reads inside a sentence."""
    return (error.strerror or str(error)).lower()


def json_content(path: str | os.PathLike[str], most: int) -> Any:
    """The value in a JSON file. Raises FileError as `content` does, and for what is no JSON or has a number that is not finite."""
    try:
        return json_value(content(path, most).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise FileError(f"not valid JSON: {error}") from error


def json_value(text: str) -> Any:
    """The value of a JSON text. Raises ValueError, also for `NaN`, `Infinity` and numbers too large to be finite."""
    return json.loads(text, parse_constant=_infinite, parse_float=_finite)


def _infinite(text: str) -> float:
    raise ValueError(f"{text} is not a finite number")


def _finite(text: str) -> float:
    value = float(text)
    return value if math.isfinite(value) else _infinite(text[:20])


class Value:
    """A value of a JSON file that knows its place, so that an error can name the key."""

    def __init__(self, value: Any, place: str = "") -> None:
        self._value = value
        self._place = place

    def __getitem__(self, key: str) -> "Value":
        """A field. Raises FileError where there is none."""
        table = self.table()
        if key not in table:
            raise FileError(f"{self._at()}{key!r} is missing")
        return table[key]

    def table(self) -> Mapping[str, "Value"]:
        """The fields of an object."""
        value = self._of(dict, "an object")
        return {key: Value(item, f"{self._place}.{_short(key)}".removeprefix(".")) for key, item in value.items()}

    def items(self) -> list["Value"]:
        """The items of a list."""
        return [Value(item, f"{self._place}[{number}]") for number, item in enumerate(self._of(list, "a list"))]

    def text(self) -> str:
        """A text."""
        value: str = self._of(str, "a text")
        return value

    def path(self) -> str:
        """A text that can be a path."""
        value = self.text()
        if len(value) > LONGEST_PATH or "\0" in value:
            raise FileError(f"{self._at()}not a path: {len(value):,} characters; the limit is {LONGEST_PATH:,}, without NUL")
        return value

    def count(self) -> int:
        """A whole number from 1 to a thousand million."""
        value: int = self._of(int, "a whole number")
        if not 1 <= value <= 1_000_000_000:
            raise FileError(f"{self._at()}not between 1 and 1,000,000,000")
        return value

    def _of(self, kind: type, named: str) -> Any:
        if type(self._value) is not kind:
            raise FileError(f"{self._at()}not {named}")
        return self._value

    def _at(self) -> str:
        return f"{self._place}: " if self._place else ""


def _short(key: str) -> str:
    return key if len(key) <= 80 else f"{key[:80]}…"
