"""What changed since a git revision: files, lines, and the files as they were."""

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from a11yaudit.errors import PageError, Refusal, UsageError
from a11yaudit.review import git
from a11yaudit.review.changed_lines import changed_lines

LARGEST = 64 << 20
"""Bytes of a file that are compared; a larger one counts as changed, and the audit says that it is too large."""


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that is new, edited or renamed since the base revision."""

    blob: str | None
    """The git object that holds its base version; None for a new file."""
    lines: frozenset[int] | None
    """The changed lines, from 1; None where all are new."""


class Changes:
    """The tracked files that differ from a base revision, as they are in the working tree; each is read when it is asked for.

    Files are compared byte by byte, and again with the line ends of the base version. A file that a filter of the repository
    rewrites counts as changed: no filter is run.
    """

    def __init__(self, top: Path, tracked: frozenset[str], base: Mapping[str, str], renamed: Mapping[str, str]) -> None:
        self._top = top
        self._tracked = tracked
        self._base = base
        """The git objects of the base revision by path, from the top of the repository."""
        self._renamed = renamed
        """Old paths by new ones."""
        self._found: dict[Path, ChangedFile | None] = {}

    def of(self, path: str) -> ChangedFile | None:
        """What changed in a page; None where nothing did, or where git does not track it."""
        key = _key(path)
        if key not in self._found:
            self._found[key] = self._compared(key)
        return self._found[key]

    def _compared(self, key: Path) -> ChangedFile | None:
        if not key.is_relative_to(self._top):
            return None
        name = key.relative_to(self._top).as_posix()
        if name not in self._tracked:
            return None
        blob = self._base.get(self._renamed.get(name, name))
        if blob is None:
            return ChangedFile(None, None)
        data = _working(key)
        if data is None:
            return ChangedFile(blob, None)
        if blob in _identities(data, blob) and name not in self._renamed:
            return None
        return ChangedFile(blob, changed_lines(_base_version(blob, name), data))


def since(base: str) -> Changes:
    """What changed since this branch left the base revision.

    Raises UsageError where there is no repository or no such revision, and says how to get it.
    """
    found = git.run("rev-parse", "--show-toplevel")
    if found.returncode:
        raise UsageError(f"--diff needs a git repository: {git.reason(found.stderr)}")
    top = Path(_text(found.stdout))
    if not os.path.lexists(top / ".git"):
        raise UsageError(f"--diff: the repository's settings say its working tree is {top}, which isn't a repository")
    start = _merge_base(base)
    inside = str(top)
    tracked = git.said("ls-files", "-z", "--full-name", within=inside)
    tree = git.said("ls-tree", "-r", "-z", "--full-tree", start)
    moves = git.said(
        "diff-index", "--cached", "--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--find-renames",
        "--diff-filter=R", start, "--", within=inside,
    )  # fmt: skip
    return Changes(top, frozenset(map(os.fsdecode, filter(None, tracked.split(b"\0")))), dict(_objects(tree)), dict(_moves(moves)))


def content(blob: str, largest: int) -> bytes:
    """A file as it was, at most one byte more than `largest`. Raises PageError where git can't give it."""
    data = git.beginning(largest + 1, "cat-file", "blob", blob)
    if not data:
        raise PageError(Refusal.UNREADABLE, "its base version is not in this clone")
    return data


def _key(path: str) -> Path:
    """A page's path as git tracks it: a link is tracked itself, not what it points at."""
    folder, name = os.path.split(path)
    return _real(folder or ".") / name


@cache
def _real(folder: str) -> Path:
    return Path(folder).resolve()


def _working(path: Path) -> bytes | None:
    """What git would track of a file: its bytes, a link's target; None for what is no file or too large."""
    try:
        if path.is_symlink():
            return os.fsencode(path.readlink())
        with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:  # noqa: PTH123
            status = os.fstat(file.fileno())
            return file.read() if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST else None
    except OSError:
        return None


def _identities(data: bytes, like: str) -> Iterator[str]:
    """The names of the git objects that hold these bytes, as they are and with line feeds for line ends, in the repository's format."""
    digest = hashlib.sha256 if len(like) == 64 else hashlib.sha1
    for form in (data, data.replace(b"\r\n", b"\n")):
        yield digest(b"blob %d\0" % len(form) + form).hexdigest()


def _base_version(blob: str, name: str) -> bytes:
    if blob in _identities(b"", blob):
        return b""
    try:
        return content(blob, LARGEST)
    except PageError as error:
        raise UsageError(
            f"--diff: this partial clone lacks the base version of {name}; get it with `git fetch --refetch --no-filter`"
        ) from error


def _merge_base(base: str) -> str:
    if base.startswith("-"):
        raise UsageError(f"--diff needs a revision, not {base!r}")
    found = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if found.returncode:
        raise UsageError(f"--diff: no revision {base!r} in this clone; {_advice(base)}")
    merge_base = git.run("merge-base", _text(found.stdout), "HEAD")
    if merge_base.returncode:
        raise UsageError(f"--diff: the history in this clone is too short to compare with {base!r}; {_advice(base)}")
    return _text(merge_base.stdout)


def _advice(base: str) -> str:
    remote, _, branch = base.partition("/")
    named = f"{remote} {branch}" if branch else f"origin {base}"
    fetched = f"`git fetch {named}`, in a shallow clone `git fetch --unshallow {named}`"
    return f"fetch it: {fetched}; with actions/checkout set fetch-depth: 0"


def _objects(tree: bytes) -> Iterator[tuple[str, str]]:
    """Path and object of each file that `git ls-tree -z` lists; NUL parts the entries, so any file name is safe."""
    for entry in filter(None, tree.split(b"\0")):
        head, _, path = entry.partition(b"\t")
        yield os.fsdecode(path), head.split(b" ")[2].decode("ascii")


def _moves(raw: bytes) -> Iterator[tuple[str, str]]:
    """New and old path of each renamed file in `git diff-index --raw -z`."""
    fields = iter(raw.split(b"\0"))
    for head in filter(None, fields):
        old, new = next(fields), next(fields)
        assert head.startswith(b":")
        yield os.fsdecode(new), os.fsdecode(old)


def _text(out: bytes) -> str:
    return os.fsdecode(out).rstrip("\n")
