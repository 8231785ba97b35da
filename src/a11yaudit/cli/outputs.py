"""Where reports go."""

import contextlib
import os
import select
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from a11yaudit.errors import OutputError, UsageError
from a11yaudit.source import STDIN

BLOCK = 1 << 16
"""Characters that are written at once."""


@dataclass(frozen=True, slots=True)
class Output:
    """One `-o FORMAT=PATH`."""

    format: str
    path: Path

    @property
    def is_folder(self) -> bool:
        """An HTML report of many files; `-o html=report.html` asks for one."""
        return self.format == "html" and self.path.suffix.lower() not in (".html", ".htm")


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
    folder = output.path if output.is_folder else output.path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
        if not output.is_folder and output.path.is_dir():
            raise OutputError(f"{output.path}: a folder, not a file")
    except OSError as error:
        raise OutputError(f"{output.path}: can't be written: {(error.strerror or str(error)).lower()}") from error


def keep_apart(outputs: Iterable[Output], pages: Iterable[str]) -> None:
    """Raise OutputError where a report would overwrite a page, or lie among pages and be audited by the next run."""
    inputs = [Path(os.path.realpath(page)) for page in pages if page != STDIN]
    taken, folders = set(inputs), {page.parent for page in inputs}
    for output in outputs:
        place = Path(os.path.realpath(output.path))
        if place in taken:
            raise OutputError(f"{output.path}: is one of the pages to audit; a report never overwrites a page")
        if output.is_folder and place in folders:
            raise OutputError(f"{output.path}: pages to audit lie in that folder; name another one for the reports")


def write(path: Path, pieces: Iterable[str]) -> None:
    """Write a whole file or nothing: a temporary name in the same folder, flushed to the disk, then renamed."""
    temporary = None
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, prefix=".a11yaudit-", delete=False) as file:
            temporary = file.name
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
        temporary = None
    except OSError as error:
        raise OutputError(f"{path}: can't be written: {(error.strerror or str(error)).lower()}") from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108


def show(pieces: Iterable[str]) -> None:
    """Print a report. Raises OutputError where the standard output takes no more."""
    try:
        sys.stdout.flush()
        for block in _blocks(pieces):
            _write_all(sys.stdout.fileno(), block.encode("utf-8", "backslashreplace"))
    except OSError as error:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(f"the standard output: {(error.strerror or str(error)).lower()}") from error


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
