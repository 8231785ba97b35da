"""The time limit of a page: the CPU that it uses, so that a busy machine refuses the same pages as an idle one.

The clock on the wall is a backstop only, for a page that waits for something. Where a system can't count CPU (Windows), it is all there is.
"""

import signal

COUNTS_CPU = hasattr(signal, "setitimer")
"""Whether the system sends a signal (`SIGPROF`) when a process has used so much CPU."""
PATIENCE = 10.0
"""How many times its CPU limit a page may take by the clock: what is left of a processor that ten runs share."""


def start(seconds: float) -> None:
    """From now on this process may use so many CPU seconds before `SIGPROF` comes, which ends a process that does not handle it."""
    if COUNTS_CPU:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def stop() -> None:
    """The page is done: call the signal off."""
    start(0)


def longest(seconds: float) -> float:
    """Seconds by the clock after which a page is given up, whatever CPU it has used."""
    return seconds * PATIENCE if COUNTS_CPU else seconds
