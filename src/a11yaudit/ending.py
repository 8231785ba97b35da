"""SIGINT and SIGTERM end a run: the way out goes through every `finally`, so that no worker and no temporary file is left."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from time import monotonic
from types import FrameType
from typing import Any

TOLD = {signal.SIGINT: b"a11yaudit: interrupted\n", signal.SIGTERM: b"a11yaudit: terminated\n"}
"""What a person reads of each signal."""
IMPATIENCE = 2.0
"""Seconds after a signal in which another one changes nothing: the run is on its way out and must not be stopped at that."""


class Ended(BaseException):
    """A signal asks the run to end."""


class _State:
    """What came so far."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.first: signal.Signals | None = None
        self.raised: float | None = None
        """When Ended was last raised."""
        self.held = 0
        """How many pieces of work are under way that must not be cut in two."""


_state = _State()


def guarded(run: Callable[[], int]) -> int:
    """The exit code of a run, or that of the signal that ended it, with one line on the standard error."""
    try:
        heed()
        code = run()
        check()
        leave()
    except BaseException:  # Ended, or what an import or a library has made of it
        leave()
        code = asked() or 0
        if not code:
            raise
        _tell()
    return code


def heed() -> None:
    """Raise Ended where the program is when a signal comes, unless whoever started the run wants the signal ignored."""
    _state.clear()
    for number in TOLD:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)
    sys.unraisablehook = _unraisable
    threading.excepthook = _in_thread


def leave() -> None:
    """Ignore what comes from now on: the exit code is certain."""
    for number in TOLD:
        signal.signal(number, signal.SIG_IGN)


def asked() -> int | None:
    """The exit code that a signal asks for, None where none came."""
    return None if _state.first is None else 128 + _state.first


def check() -> None:
    """Raise Ended again where it was swallowed: code that calls back from C may drop any exception, and a class in the making wraps it."""
    if _state.first is not None:
        raise Ended


class _HeldBack:
    """Holds Ended back until the end of a piece of work that must not be cut in two, such as making a file and noting its name."""

    def __enter__(self) -> None:
        _state.held += 1

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        _state.held -= 1
        if kind is None and _state.first is not None and _state.raised is None and not _state.held:
            _raise()


held_back = _HeldBack()


def _end(number: int, _frame: FrameType | None) -> None:
    _state.first = _state.first or signal.Signals(number)
    if not _state.held and (_state.raised is None or monotonic() - _state.raised > IMPATIENCE):
        _raise()


def _raise() -> None:
    _state.raised = monotonic()
    raise Ended


def _tell() -> None:
    if _state.first is not None:
        with contextlib.suppress(OSError):
            os.write(2, TOLD[_state.first])


def _unraisable(about: Any) -> None:
    """On the way out, an exception that nobody could catch is ours or comes of it."""
    if _state.first is None:
        sys.__unraisablehook__(about)


def _in_thread(about: Any) -> None:
    if _state.first is None:
        threading.__excepthook__(about)
