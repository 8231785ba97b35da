"""Pages in worker processes that the parent feeds, watches and, where one hangs or swells, kills."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Generic, TypeVar

from a11yaudit.ending import held_back
from a11yaudit.errors import Refusal
from a11yaudit.model.run import Failure
from a11yaudit.pool.guard import guarded, late, tidy

T = TypeVar("T")
CHUNK = 8
"""Pages that a worker has in hand at most, so that it never waits for the parent; those behind a page that kills it go back."""
MOST_MEMORY = 2 << 30
"""Bytes that a worker may hold before it is killed; a page at the limit of bytes needs less than a quarter of it."""
LOOK = 0.1
"""Seconds between two looks at the workers' memory."""
START = 60.0
"""Seconds that a worker may take to start: far more than it needs on the slowest machine."""


@dataclass
class _Worker(Generic[T]):
    process: BaseProcess
    pipe: Connection
    pages: deque[int] = field(default_factory=deque)
    """The pages in hand; it works on the first."""
    started: bool = False
    deadline: float = field(default_factory=lambda: monotonic() + START)


class _Pool(Generic[T]):
    """The workers of one run."""

    def __init__(self, paths: Sequence[str], work: Callable[[str], T], load: Callable[[], None], seconds: float) -> None:
        self._paths = paths
        self._work = work
        self._load = load
        self._seconds = seconds
        self._waiting = deque(range(len(paths)))
        self._workers: list[_Worker[T]] = []
        self._looked = monotonic()

    def run(self, jobs: int) -> Iterator[tuple[int, T | Failure]]:
        try:
            for _ in range(jobs):
                with held_back:
                    self._workers.append(_start(self._work, self._load))
            while self._waiting or any(worker.pages for worker in self._workers):
                yield from self._round()
        finally:
            for worker in self._workers:
                _end(worker)

    def _round(self) -> Iterator[tuple[int, T | Failure]]:
        """Wait for the next thing that happens to any worker and deal with it."""
        soonest = min(worker.deadline for worker in self._workers)
        ready = wait([worker.pipe for worker in self._workers], max(0.0, min(LOOK, soonest - monotonic())))
        look = monotonic() - self._looked >= LOOK
        if look:
            self._looked = monotonic()
        for place, worker in enumerate(self._workers):
            if worker.pipe in ready:
                yield from self._received(place, worker)
            elif worker.deadline <= monotonic():
                yield from self._lost(place, worker, lambda path: late(path, self._seconds))
            elif look and worker.pages and _memory(worker.process.pid) > MOST_MEMORY:
                yield from self._lost(place, worker, _swollen)

    def _received(self, place: int, worker: _Worker[T]) -> Iterator[tuple[int, T | Failure]]:
        """A result, the word that the worker is ready, or its death."""
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(1)
            yield from self._lost(place, worker, lambda path: _died(path, worker.process.exitcode))
            return
        if worker.started:
            yield worker.pages.popleft(), result
        worker.started = True
        self._feed(worker)

    def _feed(self, worker: _Worker[T]) -> None:
        """Fill the worker's hands; its time runs for the first page."""
        share = max(1, min(CHUNK, len(self._waiting) // (2 * len(self._workers))))
        try:
            while self._waiting and len(worker.pages) < share:
                worker.pipe.send(self._paths[self._waiting[0]])
                worker.pages.append(self._waiting.popleft())
        except OSError:
            pass  # it is dead, which the next round finds out
        worker.deadline = monotonic() + self._seconds if worker.pages else float("inf")

    def _lost(self, place: int, worker: _Worker[T], why: Callable[[str], Failure]) -> Iterator[tuple[int, T | Failure]]:
        """A worker is lost and with it the page that it worked on, if any; the others in its hands go back to the front."""
        _end(worker)
        if not worker.started:
            raise RuntimeError("no worker process can be started; --jobs 1 does without")
        if worker.pages:
            number = worker.pages.popleft()
            yield number, why(self._paths[number])
        self._waiting.extendleft(reversed(worker.pages))
        with held_back:
            self._workers[place] = _start(self._work, self._load)


def run_in_workers(
    paths: Sequence[str], work: Callable[[str], T], load: Callable[[], None], jobs: int, seconds: float
) -> Iterator[tuple[int, T | Failure]]:
    """Results as they come. A page that is late, swells or kills its worker is named; the others go on in a new worker."""
    return _Pool(paths, work, load, seconds).run(jobs)


def _start(work: Callable[[str], T], load: Callable[[], None]) -> _Worker[T]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, work, load), daemon=True)
    resource_tracker.ensure_running()  # its start would let the signals through again
    with _without_interrupts():
        process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold back SIGINT and SIGTERM while a worker starts, or it would complain that it is only half told what to do.

    The worker inherits that: a terminal sends Ctrl-C to all, but it is the parent that ends the workers.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(worker: _Worker[T]) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _serve(pipe: Connection, work: Callable[[str], T], load: Callable[[], None]) -> None:
    """A worker's life: a path in, a result out, until the parent is gone, which also ends it in the middle of a page."""
    gc.disable()
    threading.Thread(target=_follow_parent, daemon=True).start()
    load()
    try:
        pipe.send("ready")
        for pages in count(1):
            result = guarded(pipe.recv(), work)
            pipe.send(result)
            tidy(pages, result)
    except (EOFError, OSError):
        return


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _memory(process: int | None) -> int:
    """The bytes of a process that lie in memory; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _swollen(path: str) -> Failure:
    return Failure(path, Refusal.MEMORY, f"needs more than {MOST_MEMORY >> 20:,} MiB of memory")


def _died(path: str, code: int | None) -> Failure:
    """The result of a page on which the worker died."""
    name = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
    return Failure(path, Refusal.CRASHED, f"the worker process died on it ({name})")
