"""Where reports go."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from a11yaudit.errors import OutputError, UsageError


@dataclass(frozen=True, slots=True)
class Output:
    """One `-o FORMAT=PATH`."""

    format: str
    path: Path


def parse(asked: tuple[str, ...], formats: tuple[str, ...]) -> list[Output]:
    """The outputs of a command line. Raises UsageError for an unknown format or a missing path."""
    outputs = []
    for item in asked:
        name, _, path = item.partition("=")
        if name not in formats or not path:
            raise UsageError(f"-o wants FORMAT=PATH with one of {', '.join(formats)}, not {item!r}")
        outputs.append(Output(name, Path(path)))
    return outputs


def prepare(output: Output) -> None:
    """Make the folder of an output, before the first page is read. Raises OutputError where it can't be written."""
    folder = output.path if output.format == "html" else output.path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
        if output.format != "html" and output.path.is_dir():
            raise OutputError(f"{output.path}: a folder, not a file")
    except OSError as error:
        raise OutputError(f"{output.path}: can't be written: {(error.strerror or str(error)).lower()}") from error


def write(path: Path, text: str) -> None:
    """Write a whole file or nothing: a temporary name in the same folder, flushed to the disk, then renamed."""
    temporary = None
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, prefix=".a11yaudit-", delete=False) as file:
            temporary = file.name
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
    except OSError as error:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
        raise OutputError(f"{path}: can't be written: {(error.strerror or str(error)).lower()}") from error


def write_all(folder: Path, files: Mapping[str, str]) -> None:
    """Write several files of one folder."""
    for name, text in files.items():
        write(folder / name, text)


def show(text: str) -> None:
    """Print a report. Raises OutputError where the standard output takes no more."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
    except OSError as error:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(f"the standard output: {(error.strerror or str(error)).lower()}") from error
