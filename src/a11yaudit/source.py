"""Bytes from a file or the standard input."""

import codecs
import hashlib
import os
import sys

from a11yaudit import files
from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.source import Limits, Source

STDIN = "-"
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""Byte order marks; an editor writes one into a file with nothing in it."""


def read(path: str, limits: Limits) -> Source:
    """Read one page whole. Only regular files are opened, and their size is checked before reading.

    Raises PageError for what is no readable page, with the reason in one line.
    """
    if path == STDIN and sys.stdin is None:
        raise PageError(Refusal.UNREADABLE, "the standard input is closed")
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
    """The bytes of a page's file."""
    try:
        return files.content(path, limits.max_bytes)
    except files.TooLargeError as error:
        raise _too_large(f"{error.size:,}", limits) from error
    except files.FileError as error:
        raise PageError(Refusal.UNREADABLE, str(error)) from error


def _too_large(size: str, limits: Limits) -> PageError:
    return PageError(Refusal.TOO_LARGE, f"{size} bytes, the limit is {limits.max_bytes:,} (--max-bytes)")
