"""Pages one after the other in this process."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import TypeVar

from a11yaudit.model.run import Failure
from a11yaudit.pool.guard import guarded, late, tidy

T = TypeVar("T")


class _TimeUp(BaseException):
    """The page's time is over; no `except Exception` on the way catches it."""


def run_here(paths: Sequence[str], work: Callable[[str], T], seconds: float) -> Iterator[tuple[int, T | Failure]]:
    """Results in the order of the paths; a late page is given up as soon as it runs Python code again."""
    for number, path in enumerate(paths):
        try:
            with _Alarm(seconds):
                result = guarded(path, work)
        except _TimeUp:
            result = late(path, seconds)
        tidy(number + 1, result)
        yield number, result


class _Alarm:
    """Raises _TimeUp in the main thread after a while, where the system has such an alarm."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._usable = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()

    def __enter__(self) -> None:
        if self._usable:
            signal.signal(signal.SIGALRM, self._ring)
            signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def __exit__(self, *_: object) -> None:
        if self._usable:
            signal.setitimer(signal.ITIMER_REAL, 0)

    @staticmethod
    def _ring(_number: int, _frame: FrameType | None) -> None:
        raise _TimeUp
