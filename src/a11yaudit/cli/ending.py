"""SIGINT and SIGTERM end a run: the way out goes through every `finally`, so that no worker and no temporary file is left."""

import signal
from types import FrameType

from a11yaudit.cli.exits import Exit

_CODES = {signal.SIGINT: Exit.INTERRUPTED, signal.SIGTERM: Exit.TERMINATED}
_asked: list[Exit] = []
"""The exit code of the first signal that came."""


class Ended(BaseException):
    """A signal asks the run to end."""


def heed() -> None:
    """Raise Ended where the program is when a signal comes, unless whoever started the run wants the signal ignored."""
    _asked.clear()
    for number in _CODES:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def asked() -> Exit | None:
    """The exit code that a signal asks for, None where none came."""
    return _asked[0] if _asked else None


def check() -> None:
    """Raise Ended again where it was swallowed: code that calls back from C may drop any exception, and a class in the making wraps it."""
    if _asked:
        raise Ended


def _end(number: int, _frame: FrameType | None) -> None:
    if number == signal.SIGTERM:
        signal.signal(number, signal.SIG_IGN)
    _asked.append(_CODES[signal.Signals(number)])
    raise Ended
