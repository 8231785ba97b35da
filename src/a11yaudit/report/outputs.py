"""Where reports go: files and folders that are replaced whole or not at all, and streams."""

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from a11yaudit.ending import held_back
from a11yaudit.errors import OutputError, UsageError
from a11yaudit.report import marks, names, streams
from a11yaudit.source import STDIN

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Output:
    """One `-o FORMAT=PATH`, or the file of a baseline."""

    format: str
    path: Path
    overwrite: bool = False
    """Whether files that this tool has not written may be replaced."""

    @property
    def is_folder(self) -> bool:
        """An HTML report of many files; `-o html=report.html` asks for one."""
        return self.format == "html" and self.path.suffix.lower() not in (".html", ".htm") and not self.is_stream

    @property
    def is_stream(self) -> bool:
        """What is written through and never replaced: a pipe, a device, one of this process's own streams."""
        if streams.descriptor(self.path) is not None:
            return True
        try:
            mode = self.path.stat().st_mode
        except (OSError, ValueError):
            return False
        return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)

    def inside(self, name: str) -> "Output":
        """A file of a folder."""
        return Output(self.format, self.path / name, self.overwrite)


def parse(asked: tuple[str, ...], formats: tuple[str, ...], overwrite: bool = False) -> list[Output]:
    """The outputs of a command line. Raises UsageError for an unknown format or a missing path."""
    outputs = []
    for item in asked:
        name, _, path = item.partition("=")
        if name not in formats or not path:
            raise UsageError(f"-o needs FORMAT=PATH, with the format one of {', '.join(formats)}, not {item!r}")
        outputs.append(Output(name, Path(path), overwrite))
    return outputs


def prepare(output: Output) -> None:
    """Make the folder of an output, before the first page is read. Raises OutputError where it can't be written."""
    stream = streams.descriptor(output.path)
    if stream is not None:
        streams.check_open(stream, output.path)
    if output.is_stream:
        return
    folder = output.path if output.is_folder else output.path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise streams.unwritable(output.path, error) from error
    _place(output.inside(INDEX) if output.is_folder else output)


def keep_apart(outputs: Iterable[Output], pages: Iterable[str]) -> None:
    """Raise OutputError where a report would overwrite a page or another report, or lie among pages and be audited by the next run."""
    inputs = [Path(os.path.realpath(page)) for page in pages if page != STDIN]
    taken, folders = set(inputs), {page.parent for page in inputs}
    reports: set[Path] = set()
    for output in outputs:
        if output.is_stream:
            continue
        place = Path(os.path.realpath(output.path))
        if place in taken:
            raise OutputError(f"{output.path}: is one of the pages to audit; write the report to another file")
        if output.is_folder and place in folders:
            raise OutputError(f"{output.path}: contains pages to audit; choose another folder for the reports")
        if place in reports:
            raise OutputError(f"{output.path}: is the output of two reports; give each its own file")
        reports.add(place)


def write(output: Output, pieces: Iterable[str]) -> None:
    """Write a whole file or nothing. Raises OutputError where it can't be, and where somebody else's file is there."""
    try:
        if output.is_stream:
            streams.pour(output.path, pieces)
        else:
            first = marks.FIRST_LINES.get(output.format, "")
            _write_whole(_place(output), (text for part in ((first,), pieces) for text in part))
    except OSError as error:
        raise streams.unwritable(output.path, error) from error


class Folder:
    """An HTML report of many files: made in a folder beside the old one, then put in its place file by file."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._made: list[str] = []
        self._build: Path | None = None

    def close(self) -> None:
        """Leave nothing beside the report."""
        if self._build:
            shutil.rmtree(self._build, ignore_errors=True)

    def write(self, name: str, pieces: Iterable[str]) -> None:
        """One more file. Raises OutputError where it can't be written."""
        try:
            if self._build is None:
                with held_back:
                    self._build = Path(tempfile.mkdtemp(prefix=".a11yaudit-", dir=self._output.path))
            _write_whole(self._build / name, pieces)
        except OSError as error:
            raise streams.unwritable(self._output.path / name, error) from error
        self._made.append(name)

    def publish(self, index: Iterable[str]) -> None:
        """Put all files in their places, the index last, and take away what an earlier run has left."""
        self.write(INDEX, index)
        assert self._build
        places = [(name, _place(self._output.inside(name))) for name in self._made]
        try:
            with held_back:
                for name, place in places:
                    os.replace(self._build / name, place)  # noqa: PTH105
                for path in self._stale():
                    path.unlink()
        except OSError as error:
            raise streams.unwritable(self._output.path, error) from error

    def _stale(self) -> list[Path]:
        """The articles' reports of earlier runs."""
        made = set(self._made)
        return [
            path
            for path in self._output.path.iterdir()
            if names.is_file_name(path.name) and path.name not in made and not path.is_symlink() and _is_ours("html", path)
        ]


def _place(output: Output) -> Path:
    """The file that a report becomes, links followed. Raises OutputError where there is something else that it would destroy."""
    path = output.path
    place = Path(os.path.realpath(path))
    if not os.path.lexists(place):
        if os.path.lexists(path):
            raise OutputError(f"{path}: a link to a file that does not exist; remove it or choose another path")
        return place
    if not place.is_file():
        raise OutputError(f"{path}: {'a folder' if place.is_dir() else 'a pipe or a device'}, not a file")
    if not output.overwrite and not _is_ours(output.format, place):
        what = "a baseline" if output.format == "baseline" else f"a report of a11yaudit in the format {output.format}"
        raise OutputError(f"{path}: not replaced, because it isn't {what}; choose another file or add --overwrite")
    return place


def _is_ours(form: str, path: Path) -> bool:
    """Whether a file holds a report of that format from this tool."""
    try:
        with path.open("rb") as file:
            return marks.is_ours(form, file.read(marks.HEAD))
    except OSError:
        return False


def _write_whole(path: Path, pieces: Iterable[str]) -> None:
    """A temporary name in the same folder, flushed to the disk, then renamed."""
    temporary = None
    try:
        with held_back:
            descriptor, temporary = tempfile.mkstemp(prefix=".a11yaudit-", dir=path.parent)
        with open(descriptor, "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123 - a descriptor, not a path
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)  # noqa: PTH101
        with held_back:
            os.replace(temporary, path)  # noqa: PTH105
            temporary = None
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
