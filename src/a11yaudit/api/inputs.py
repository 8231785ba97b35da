"""Which pages a command line names."""

import errno
import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from a11yaudit.errors import Skip, UsageError
from a11yaudit.files import LONGEST_PATH
from a11yaudit.model.run import Skipped
from a11yaudit.source import STDIN

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


def pages(named: Iterable[str], left_out: Iterable[Path]) -> tuple[list[str], list[Skipped]]:
    """The paths to audit, each once, in the order named, the files of a folder sorted; and what a folder holds that can't be.

    `left_out` are folders that reports are written to: what lies there is never audited.
    Raises UsageError for a path that does not exist.
    """
    reports = frozenset(os.path.realpath(path) for path in left_out)
    found = dict.fromkeys(path for name in named for path in _expand(name, reports))
    return [path for path in found if isinstance(path, str)], [path for path in found if isinstance(path, Skipped)]


def named(given: Iterable[str]) -> frozenset[str]:
    """The paths that are pages by themselves and not folders or patterns."""
    return frozenset(name for name in given if name == STDIN or (os.path.lexists(name) and not os.path.isdir(name)))  # noqa: PTH112


def _expand(name: str, reports: frozenset[str]) -> Iterator[str | Skipped]:
    if name == STDIN or (os.path.lexists(name) and not os.path.isdir(name)):  # noqa: PTH112 - says no to a name that is too long
        yield name
    elif os.path.isdir(name):  # noqa: PTH112
        yield from _folder(name, reports)
    elif len(name) <= LONGEST_PATH and any(mark in name for mark in "*?[") and (matches := sorted(glob.glob(name, recursive=True))):  # noqa: PTH207
        for match in matches:
            yield from _expand(match, reports)
    else:
        raise UsageError(f"{name}: no such file or folder")


def _folder(folder: str, reports: frozenset[str]) -> Iterator[str | Skipped]:
    """HTML files below a folder. Links to folders are not followed, so a loop of links ends, nor are links that lead out of it."""
    root = os.path.realpath(folder)
    waiting = [str(Path(folder))]
    while waiting:
        base = waiting.pop()
        try:
            with os.scandir(base) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            yield Skipped(base, Skip.PATH_TOO_LONG if error.errno == errno.ENAMETOOLONG else Skip.UNREADABLE_FOLDER)
            continue
        below = []
        for entry in entries:
            path = str(Path(base, entry.name))
            if entry.is_dir(follow_symlinks=False):
                if not reports or os.path.realpath(path) not in reports:
                    below.append(path)
            elif entry.is_symlink():
                yield from _link(path, root)
            elif _is_page(path):
                yield path if (kind := _unusable(path)) is None else Skipped(path, kind)
        waiting += reversed(below)


def _is_page(path: str) -> bool:
    return Path(path).suffix.lower() in SUFFIXES


def _link(path: str, root: str) -> Iterator[str | Skipped]:
    """A link to a page in the same folder is that page again; one to a folder in it is found without the link."""
    inside = f"{os.path.realpath(path)}{os.sep}".startswith(root.rstrip(os.sep) + os.sep)
    leads_to_folder = os.path.isdir(path)  # noqa: PTH112
    if leads_to_folder and not inside:
        yield Skipped(path, Skip.LINK_OUT)
    elif _is_page(path) and not leads_to_folder:
        kind = _unusable(path) or (None if inside else Skip.LINK_OUT)
        yield path if kind is None else Skipped(path, kind)


def _unusable(path: str) -> Skip | None:
    """Why a name that could be a page's is none; None also where only reading it will tell."""
    try:
        return None if stat.S_ISREG(os.stat(path).st_mode) else Skip.SPECIAL_FILE  # noqa: PTH116
    except OSError as error:
        kinds = {errno.ENAMETOOLONG: Skip.PATH_TOO_LONG, errno.ENOENT: Skip.DANGLING_LINK, errno.ELOOP: Skip.DANGLING_LINK}
        return kinds.get(error.errno or 0)
