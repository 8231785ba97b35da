"""Which pages a command line names."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from a11yaudit.errors import UsageError
from a11yaudit.source import STDIN, is_regular

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


def pages(named: Iterable[str], left_out: Iterable[Path], allow_empty: bool) -> list[str]:
    """The paths to audit, each once, in the order named, the files of a folder sorted.

    `left_out` are folders that reports are written to: what lies there is never audited.
    Raises UsageError for a path that does not exist, and where nothing matched.
    """
    skipped = tuple(os.path.realpath(path) for path in left_out)
    found = list(dict.fromkeys(path for name in named for path in _expand(name, skipped)))
    if not found and not allow_empty:
        raise UsageError("no HTML file in what was named (*.html, *.htm, *.xhtml); --allow-empty accepts that")
    return found


def named(given: Iterable[str]) -> frozenset[str]:
    """The paths that are pages by themselves and not folders or patterns."""
    return frozenset(name for name in given if name == STDIN or (os.path.lexists(name) and not Path(name).is_dir()))


def _expand(name: str, skipped: tuple[str, ...]) -> Iterator[str]:
    path = Path(name)
    if name == STDIN or (os.path.lexists(name) and not path.is_dir()):
        yield name
    elif path.is_dir():
        yield from _folder(path, skipped)
    elif any(mark in name for mark in "*?[") and (matches := sorted(glob.glob(name, recursive=True))):  # noqa: PTH207
        for match in matches:
            yield from _expand(match, skipped)
    else:
        raise UsageError(f"{name}: no such file or folder")


def _folder(folder: Path, skipped: tuple[str, ...]) -> Iterator[str]:
    """HTML files below a folder; links to folders are not followed, so a loop of links ends."""
    for base, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if os.path.realpath(Path(base, name)) not in skipped)
        for file in sorted(files):
            path = Path(base, file)
            if path.suffix.lower() in SUFFIXES and is_regular(path):
                yield str(path)
