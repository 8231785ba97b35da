"""Streams that reports are written to: pipes, devices, this process's own output."""

import contextlib
import errno
import os
import re
import select
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic, sleep

from a11yaudit import files
from a11yaudit.errors import OutputError

BLOCK = 1 << 16
"""Characters that are written at once."""
PATIENCE = 10.0
"""Seconds to wait for somebody who reads from a named pipe."""
_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}
_DESCRIPTOR = re.compile(r"(?:/dev|/proc/self)/fd/([0-9]{1,5})")


def descriptor(path: Path) -> int | None:
    """The stream of this process that a path stands for, None where it is a file."""
    named = str(path)
    match = _DESCRIPTOR.fullmatch(named)
    return int(match[1]) if match else _STREAMS.get(named)


def pour(path: Path, pieces: Iterable[str]) -> None:
    """Write into what is no regular file."""
    if sys.stdout is not None:
        sys.stdout.flush()
    opened = _opened(path)
    try:
        for block in _blocks(pieces):
            _write_all(opened, block.encode("utf-8", "backslashreplace"))
    finally:
        os.close(opened)


def _opened(path: Path) -> int:
    """A descriptor to write to. Somebody must read from a pipe soon; a run never waits for ever."""
    if (stream := descriptor(path)) is not None:
        return os.dup(stream)
    until = monotonic() + PATIENCE
    while True:
        try:
            return os.open(path, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO or not path.is_fifo():
                raise
            if monotonic() > until:
                raise OutputError(f"{path}: no program has read from this pipe for {PATIENCE:g} seconds") from error
            sleep(0.05)


def check_open(stream: int, path: Path | str) -> None:
    """Raise OutputError for a stream that whoever started the run has closed."""
    try:
        os.fstat(stream)
    except OSError as error:
        raise unwritable(path, error) from error
    if (stream == 1 and sys.stdout is None) or (stream == 2 and sys.stderr is None):
        raise OutputError(f"{path}: closed")


def show(pieces: Iterable[str]) -> None:
    """Print a report. Raises OutputError where the standard output takes no more."""
    check_open(1, "the standard output")
    try:
        sys.stdout.flush()
        for block in _blocks(pieces):
            _write_all(sys.stdout.fileno(), block.encode("utf-8", "backslashreplace"))
    except OSError as error:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(f"the standard output: {files.reason(error)}") from error


def _blocks(pieces: Iterable[str]) -> Iterator[str]:
    """The text in blocks that are worth a call of the system."""
    block: list[str] = []
    size = 0
    for piece in pieces:
        block.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield "".join(block)
            block, size = [], 0
    yield "".join(block)


def _write_all(descriptor: int, data: bytes) -> None:
    """Write on where the system took a part only, and wait for a pipe that takes nothing at the moment."""
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(descriptor, rest) :]
        except BlockingIOError:
            select.select([], [descriptor], [])


def unwritable(path: Path | str, error: OSError) -> OutputError:
    return OutputError(f"{path}: can't be written: {files.reason(error)}")
