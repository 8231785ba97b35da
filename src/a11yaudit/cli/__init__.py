"""The command line. Nothing is loaded before it is needed."""

import os
import sys


def main() -> None:
    """Run a command and end with its exit code."""
    from a11yaudit import ending

    _fill_closed_streams()
    sys.exit(ending.guarded(_run))


def _fill_closed_streams() -> None:
    """A report must not become the standard error of this process because that was closed."""
    for stream in range(3):
        try:
            os.fstat(stream)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _run() -> int:
    from a11yaudit.cli.entry import run

    return run()
