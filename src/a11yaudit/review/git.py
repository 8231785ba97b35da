"""Calls git so that nothing of the repository is run: no hook, no filter, no helper that its settings name.

Only commands that read objects and the index are called. None of them refreshes the index, which could run `core.fsmonitor`, a clean
filter or the hook `post-index-change`; none reads a file of the working tree, and none gets an object that is missing from a remote.
git itself refuses a repository that belongs to someone else.
"""

import os
import subprocess
from functools import cache
from pathlib import Path
from threading import Timer

from a11yaudit.errors import UsageError

PATIENCE = 60.0
"""Seconds that git may take for one call: settings can include a file that never ends."""
_KEPT = (
    "HOME", "XDG_CONFIG_HOME", "SUDO_UID", "TMPDIR",
    "ALLUSERSPROFILE", "APPDATA", "HOMEDRIVE", "HOMEPATH", "PROGRAMDATA", "SYSTEMROOT", "TEMP", "TMP", "USERPROFILE",
)  # fmt: skip
"""The variables that git gets: where the user's own settings lie, which say whose repositories are trusted, and what Windows needs."""
_SET = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_SETTINGS = {
    "core.bigFileThreshold": "64m",
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.sshCommand": "false",
    "credential.helper": "",
    "diff.external": "",
    "protocol.allow": "never",
    "safe.bareRepository": "explicit",
    "submodule.recurse": "false",
}
"""A second line of defence: none of the commands called here should come to any of it."""


def run(*arguments: str, within: str = ".") -> subprocess.CompletedProcess[bytes]:
    """Run a git command in a folder and wait for it. Raises UsageError where there is no git, or it does not end."""
    try:
        return subprocess.run(
            _command(*arguments),
            cwd=within,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"--diff: git {arguments[0]} did not end within {PATIENCE:g} seconds") from error


def said(*arguments: str, within: str = ".") -> bytes:
    """What a git command says. Raises UsageError, with git's own reason, where it fails."""
    done = run(*arguments, within=within)
    if done.returncode:
        raise UsageError(f"--diff: {reason(done.stderr)}")
    return done.stdout


def beginning(size: int, *arguments: str) -> bytes:
    """At most so many bytes of what a git command says; nothing where it fails."""
    with subprocess.Popen(
        _command(*arguments), env=_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout
        clock = Timer(PATIENCE, process.kill)
        clock.start()
        try:
            return process.stdout.read(size)
        finally:
            clock.cancel()
            process.kill()


def _command(*arguments: str) -> list[str]:
    settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
    return [_program(), "--no-pager", *settings, *arguments]


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, **_SET, "PATH": os.pathsep.join(_folders(Path.cwd()))}


def _program() -> str:
    """Where git is. Never in the audited repository, though a task runner may have put a folder of it on the PATH."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in _folders(Path.cwd()):
        path = Path(folder, name)
        if path.is_file() and os.access(path, os.X_OK):
            return str(path)
    raise UsageError("--diff needs git, which was not found on the PATH (folders inside the repository are ignored)")


@cache
def _folders(current: Path) -> tuple[str, ...]:
    """The folders of the PATH that are neither relative nor inside of the outermost repository around the current folder."""
    here = current.resolve()
    top = next((folder for folder in (*reversed(here.parents), here) if os.path.lexists(folder / ".git")), here)
    return tuple(folder for folder in os.get_exec_path() if Path(folder).is_absolute() and not Path(folder).resolve().is_relative_to(top))


def reason(errors: bytes) -> str:
    """Why git failed, in one line."""
    told = errors.decode("utf-8", "replace").splitlines()
    reason = next((line for line in told if line.startswith("fatal: ")), told[0] if told else "git failed").removeprefix("fatal: ")
    if "dubious ownership" in reason:
        return f"{reason}: it belongs to someone else. If you trust it, run `git config --global --add safe.directory FOLDER`"
    return reason
