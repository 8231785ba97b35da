"""Runs the work on many pages: in this process for few, in spawned workers for many. A page costs at most itself."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from time import monotonic
from types import FrameType
from typing import Any, Generic, TypeVar

from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.run import Failure

T = TypeVar("T")
FEW = 16
"""Pages below which starting workers costs more than it saves."""


class _TimeUp(BaseException):
    """The page's time is over; no `except Exception` on the way catches it."""


def jobs_for(asked: int | None, pages: int) -> int:
    """How many workers: as asked, else one for few pages and one a processor for many."""
    if asked is not None:
        return max(1, min(asked, pages))
    return 1 if pages < FEW else min(os.cpu_count() or 1, pages)


def run(paths: Sequence[str], work: Callable[[str], T], jobs: int, seconds: float) -> Iterator[tuple[int, T | Failure]]:
    """Results as they come, each with the number of its path. `work` must be picklable when there are several jobs."""
    return _here(paths, work, seconds) if jobs == 1 else _workers(paths, work, jobs, seconds)


def guarded(path: str, work: Callable[[str], T]) -> T | Failure:
    """The result of one page, or why there is none. The only place where an unforeseen error of a page ends."""
    try:
        return work(path)
    except PageError as error:
        return Failure(path, error.kind, error.message)
    except RecursionError:
        return Failure(path, Refusal.CRASHED, "the page is nested too deeply")
    except MemoryError:
        return Failure(path, Refusal.CRASHED, "out of memory")
    except Exception as error:
        if os.environ.get("A11YAUDIT_DEBUG"):
            raise
        return Failure(path, Refusal.CRASHED, f"{type(error).__name__}: {error}".splitlines()[0][:200])


def _here(paths: Sequence[str], work: Callable[[str], T], seconds: float) -> Iterator[tuple[int, T | Failure]]:
    for number, path in enumerate(paths):
        try:
            with _Alarm(seconds):
                result = guarded(path, work)
        except _TimeUp:
            result = _late(path, seconds)
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


@dataclass
class _Worker(Generic[T]):
    process: BaseProcess
    pipe: Connection
    number: int = -1
    """The page that it works on; -1 while idle."""
    deadline: float = 0.0


def _workers(paths: Sequence[str], work: Callable[[str], T], jobs: int, seconds: float) -> Iterator[tuple[int, T | Failure]]:
    """One page at a time to each worker; one that is late is killed, one that died is replaced, and its page is named."""
    waiting = iter(range(len(paths)))
    workers: list[_Worker[T]] = [_start(work) for _ in range(jobs)]
    try:
        for worker in workers:
            _feed(worker, waiting, paths, seconds)
        while busy := [worker for worker in workers if worker.number >= 0]:
            soonest = min(worker.deadline for worker in busy)
            ready = wait([worker.pipe for worker in busy], max(0.0, soonest - monotonic()))
            for worker in busy:
                if worker.pipe in ready:
                    yield worker.number, _receive(worker, paths, work)
                elif worker.deadline <= monotonic():
                    yield worker.number, _late(paths[worker.number], seconds)
                    _replace(worker, work)
                else:
                    continue
                _feed(worker, waiting, paths, seconds)
    finally:
        for worker in workers:
            worker.process.kill()
            worker.process.join()


def _start(work: Callable[[str], T]) -> _Worker[T]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _serve(pipe: Connection, work: Callable[[str], T]) -> None:
    """A worker's life: a path in, a result out, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            path = pipe.recv()
        except EOFError:
            return
        pipe.send(guarded(path, work))


def _feed(worker: _Worker[T], waiting: Iterator[int], paths: Sequence[str], seconds: float) -> None:
    worker.number = next(waiting, -1)
    if worker.number >= 0:
        worker.deadline = monotonic() + seconds
        worker.pipe.send(paths[worker.number])


def _receive(worker: _Worker[T], paths: Sequence[str], work: Callable[[str], T]) -> Any:
    """What a worker sent, or that it died; the pipe carries a T or a Failure."""
    try:
        result = worker.pipe.recv()
    except (EOFError, OSError):
        path = paths[worker.number]
        _replace(worker, work)
        return Failure(path, Refusal.CRASHED, "the worker process died on it")
    return result


def _replace(worker: _Worker[T], work: Callable[[str], T]) -> None:
    worker.process.kill()
    worker.process.join()
    fresh = _start(work)
    worker.process, worker.pipe = fresh.process, fresh.pipe


def _late(path: str, seconds: float) -> Failure:
    return Failure(path, Refusal.TIMEOUT, f"not done after {seconds:g} seconds (--timeout)")
