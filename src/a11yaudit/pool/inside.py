"""Pages one after the other in this process."""

import signal
import threading
from collections.abc import Callable, Generator, Iterable
from types import FrameType
from typing import TypeVar

from a11yaudit.model.run import Failure
from a11yaudit.pool import clock
from a11yaudit.pool.guard import guarded, late, stuck, tidy

I = TypeVar("I")  # noqa: E741 - an item
T = TypeVar("T")


class _TimeUp(BaseException):
    """The page's CPU time is used up; no `except Exception` on the way catches it."""


class _Stuck(_TimeUp):
    """The page takes far longer than its CPU time: it waits for something."""


def run_here(items: Iterable[I], work: Callable[[I], T], seconds: float, name: Callable[[I], str]) -> Generator[tuple[int, T | Failure]]:
    """Results in the order of the items; a late page is given up as soon as it runs Python code again."""
    for number, item in enumerate(items):
        try:
            with _Alarm(seconds):
                result = guarded(item, work, name)
        except _Stuck:
            result = stuck(name(item), seconds)
        except _TimeUp:
            result = late(name(item), seconds)
        tidy(number + 1, result)
        yield number, result


class _Alarm:
    """Raises _TimeUp in the main thread after a while, where the system has such an alarm."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._usable = clock.COUNTS_CPU and threading.current_thread() is threading.main_thread()

    def __enter__(self) -> None:
        if self._usable:
            signal.signal(signal.SIGPROF, self._used_up)
            signal.signal(signal.SIGALRM, self._waited)
            clock.start(self._seconds)
            signal.setitimer(signal.ITIMER_REAL, clock.longest(self._seconds))

    def __exit__(self, *_: object) -> None:
        if self._usable:
            clock.stop()
            signal.setitimer(signal.ITIMER_REAL, 0)

    @staticmethod
    def _used_up(_number: int, _frame: FrameType | None) -> None:
        raise _TimeUp

    @staticmethod
    def _waited(_number: int, _frame: FrameType | None) -> None:
        raise _Stuck
