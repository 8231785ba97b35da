"""What changed since a git revision: files, lines, and the files as they were."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from a11yaudit.errors import PageError, Refusal, UsageError

_HUNK = re.compile(rb"^@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@")
_QUIET = (
    "--no-color",
    "--inter-hunk-context=0",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules",
    "--find-renames",
    "--diff-filter=AMR",
)


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that is new, edited or renamed since the base revision."""

    blob: str | None
    """The git object that holds its base version; None for a new file."""
    lines: frozenset[int] | None
    """The changed lines, from 1; None where all are new."""


def changed(base: str) -> dict[Path, ChangedFile]:
    """Changed files by real path: the working tree, tracked files only, against where this branch left the base revision.

    Raises UsageError where there is no repository or no such revision, and says how to get it.
    """
    top = _text(_git("rev-parse", "--show-toplevel", failure="--diff needs a git repository"))
    since = _merge_base(base)
    entries = list(_entries(_git("-C", top, "diff", "--raw", "-z", "--no-abbrev", *_QUIET, since, "--")))
    patch = _git("-C", top, "diff", "--unified=0", "--text", *_QUIET, since, "--") if entries else b""
    return {
        Path(top, os.fsdecode(path)): ChangedFile(blob, lines if blob else None)
        for (path, blob), lines in zip(entries, _lines(patch), strict=True)
    }


def key(path: str) -> Path:
    """A page's path as `changed` names it; a link is what git tracks, not what it points at."""
    folder, name = os.path.split(path)
    return _real(folder or ".") / name


@cache
def _real(folder: str) -> Path:
    return Path(folder).resolve()


def content(blob: str, largest: int) -> bytes:
    """A file as it was, at most one byte more than `largest`. Raises PageError where git can't give it."""
    with subprocess.Popen(["git", "cat-file", "blob", blob], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        data = process.stdout.read(largest + 1)
        process.kill()
    if not data:
        raise PageError(Refusal.UNREADABLE, "its base version is not in this clone")
    return data


def _merge_base(base: str) -> str:
    if base.startswith("-"):
        raise UsageError(f"--diff wants a revision, not {base!r}")
    found = _run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if found.returncode:
        raise UsageError(f"--diff: no revision {base!r} in this clone; {_advice(base)}")
    merge_base = _run("merge-base", _text(found.stdout), "HEAD")
    if merge_base.returncode:
        raise UsageError(f"--diff: this clone does not reach back to where it left {base!r}; {_advice(base)}")
    return _text(merge_base.stdout)


def _advice(base: str) -> str:
    remote, _, branch = base.partition("/")
    named = f"{remote} {branch}" if branch else f"origin {base}"
    fetched = f"`git fetch {named}`, in a shallow clone `git fetch --unshallow {named}`"
    return f"fetch it: {fetched}; with actions/checkout set fetch-depth: 0"


def _entries(raw: bytes) -> Iterator[tuple[bytes, str | None]]:
    """Path and base object of each entry of `git diff --raw -z`; NUL parts the fields, so any file name is safe."""
    fields = iter(raw.split(b"\0"))
    for head in fields:
        if not head:
            return
        _, _, before, _, status = head.decode("ascii").removeprefix(":").split(" ")
        path = next(fields)
        if status.startswith("R"):
            path = next(fields)
        yield path, before if before.strip("0") else None


def _lines(patch: bytes) -> Iterator[frozenset[int]]:
    """The changed lines of each file, in the order of the raw entries; a line of a file never begins a line of a patch."""
    lines: set[int] | None = None
    for line in patch.split(b"\n"):
        if line.startswith(b"diff --git "):
            if lines is not None:
                yield frozenset(lines)
            lines = set()
        elif lines is not None and (match := _HUNK.match(line)):
            first, count = int(match[1]), int(match[2] or 1)
            lines.update(range(first, first + count))
    if lines is not None:
        yield frozenset(lines)


def _git(*arguments: str, failure: str = "") -> bytes:
    done = _run(*arguments)
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"{failure or 'git ' + arguments[-2]}: {told[-1] if told else 'git failed'}")
    return done.stdout


def _run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
    except FileNotFoundError as error:
        raise UsageError("--diff needs git, which is not installed") from error


def _text(out: bytes) -> str:
    return os.fsdecode(out).rstrip("\n")
