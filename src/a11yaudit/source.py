"""Bytes from a file or the standard input."""

import codecs
import hashlib
import os
import stat
import sys
from pathlib import Path

from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.source import Limits, Source

STDIN = "-"
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Byte order marks; an editor writes one into a file with nothing in it."""


def read(path: str, limits: Limits) -> Source:
    """Read one page whole. Only regular files are opened, and their size is checked before reading.

    Raises PageError for what is no readable page, with the reason in one line.
    """
    data = sys.stdin.buffer.read(limits.max_bytes + 1) if path == STDIN else _file_bytes(path, limits)
    return given(path.replace(os.sep, "/"), data, limits)


def given(name: str, data: bytes, limits: Limits) -> Source:
    """A page whose bytes are there already. Raises PageError where there are none or too many."""
    if len(data) > limits.max_bytes:
        raise _too_large(f"more than {limits.max_bytes:,}", limits)
    if not data.strip() or data in _MARKS:
        raise PageError(Refusal.EMPTY, "the file is empty")
    return Source(name, data, hashlib.sha256(data).hexdigest())


def _file_bytes(path: str, limits: Limits) -> bytes:
    """The bytes of a regular file; opened without blocking, so that a pipe or a device never hangs the run."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise PageError(Refusal.UNREADABLE, "not a regular file")
            if status.st_size > limits.max_bytes:
                raise _too_large(f"{status.st_size:,}", limits)
            return file.read(limits.max_bytes + 1)
    except IsADirectoryError:
        raise PageError(Refusal.UNREADABLE, "a folder, not a file") from None
    except OSError as error:
        raise PageError(Refusal.UNREADABLE, (error.strerror or str(error)).lower()) from error
    except ValueError as error:
        raise PageError(Refusal.UNREADABLE, str(error)) from error


def _too_large(size: str, limits: Limits) -> PageError:
    return PageError(Refusal.TOO_LARGE, f"{size} bytes, the limit is {limits.max_bytes:,} (--max-bytes)")


def is_regular(path: Path) -> bool:
    """Whether a path found in a folder is a file that can be read."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False
