"""A worker process whose Python is isolated: no current folder, no PYTHONPATH, no main module of whoever called.

`multiprocessing` would hand over the caller's `sys.path` and import its main module, and its resource tracker would run beside.
"""

import os
import subprocess
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from typing import Any

from a11yaudit import isolation

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as _End
else:
    _End = Connection

_START = "import sys; sys.path += sys.argv[2:]; import site; site.main(); from a11yaudit.pool.process import serve; serve(int(sys.argv[1]))"
"""The folders come after Python's own library, so they can't stand in for it, and before the installed packages."""


class Process:
    """A process that ends itself when this one is gone."""

    def __init__(self, theirs: Connection) -> None:
        quiet = None if os.environ.get("A11YAUDIT_DEBUG") else subprocess.DEVNULL
        options = ["-I", "-S", *(["-B"] if sys.dont_write_bytecode else []), "-X", f"utf8={sys.flags.utf8_mode}"]
        command = [sys.executable, *options, "-c", _START, str(theirs.fileno()), *isolation.FOLDERS]
        self._popen = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=quiet, **_handing(theirs.fileno()))

    @property
    def pid(self) -> int:
        """Its number."""
        return self._popen.pid

    @property
    def exitcode(self) -> int | None:
        """How it ended; None while it runs, negative for a signal."""
        return self._popen.poll()

    def join(self, seconds: float | None = None) -> None:
        """Wait for its end, at most so long."""
        with suppress(subprocess.TimeoutExpired):
            self._popen.wait(seconds)

    def kill(self) -> None:
        """End it at once."""
        self._popen.kill()
        assert self._popen.stdin
        self._popen.stdin.close()


def start() -> tuple[Process, Connection]:
    """A new process and the other end of its pipe, on which it waits for its job: a function and its arguments.

    It calls the function with its end of the pipe before the arguments. Sending the job may block,
    as the process may never read it.
    """
    ours, theirs = Pipe()
    process = Process(theirs)
    theirs.close()
    return process, ours


def serve(handle: int) -> None:
    """The life of a process that `start` made."""
    threading.Thread(target=_follow_parent, daemon=True).start()
    pipe = _End(handle)
    try:
        main, arguments = pipe.recv()
    except (EOFError, OSError):
        return
    main(pipe, *arguments)


def _follow_parent() -> None:
    """The standard input is a pipe that nothing is written to; it ends with the parent, however that dies."""
    os.read(0, 1)
    os._exit(1)


def _handing(handle: int) -> dict[str, Any]:
    """What makes a new process inherit this end of a pipe, and no other one."""
    if sys.platform != "win32":
        return {"pass_fds": (handle,)}
    os.set_handle_inheritable(handle, True)
    return {"startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})}
