"""The command line. A worker process passes here on its way to `working`, so nothing is loaded before it is needed."""

import sys


def main() -> None:
    """Run a command and end with its exit code."""
    from a11yaudit import ending

    sys.exit(ending.guarded(_run))


def _run() -> int:
    from a11yaudit.cli.entry import run

    return run()
