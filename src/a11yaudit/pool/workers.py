"""Pages in worker processes that the parent feeds, watches and, where one hangs or swells, kills.

Each worker has a thread in the parent, its courier, that carries one page at a time to it and its result back. Only couriers wait for a
pipe, however large a page is; the parent waits for their word, with a clock. So a worker that reads nothing holds up nobody.
"""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, islice
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any, Generic, TypeVar

from a11yaudit.ending import held_back
from a11yaudit.errors import Refusal
from a11yaudit.model.run import Failure
from a11yaudit.pool import clock, process
from a11yaudit.pool.guard import guarded, late, stuck, tidy

I = TypeVar("I")  # noqa: E741 - an item
T = TypeVar("T")
IN_HAND = 2
"""Pages that a worker is given at most: the one that it works on, and one that its courier takes to it as soon as that is done."""
MOST_MEMORY = 2 << 30
"""Bytes that a worker may hold before it is killed; a page at the limit of bytes needs less than a quarter of it."""
KEPT_MEMORY = 400 << 20
"""Bytes that a worker may still hold when its page is done, or it is replaced: what a large page needed seldom goes back to the system."""
LOOK = 0.1
"""Seconds between two looks at the workers' clocks and memory."""
START = 60.0
"""Seconds that a worker may take to start: far more than it needs on the slowest machine."""
END = 5.0
"""Seconds to wait for what has been killed."""


@dataclass(eq=False)
class _Worker:
    process: process.Process
    pipe: Connection
    todo: "SimpleQueue[tuple[Any] | None]" = field(default_factory=SimpleQueue)
    """The items that its courier is to take to it; None for the end."""
    pages: deque[int] = field(default_factory=deque)
    """The pages in hand; it works on the first."""
    courier: threading.Thread | None = None
    started: bool = False
    deadline: float = field(default_factory=lambda: monotonic() + START)


@dataclass(frozen=True)
class _Word:
    """What a courier tells the parent of its worker: it has started, a result, or what ended it."""

    worker: _Worker
    result: Any = None
    error: Exception | None = None


class _Pool(Generic[I, T]):
    """The workers of one run."""

    def __init__(
        self, items: Iterable[I], work: Callable[[I], T], load: Callable[[], None], seconds: float, name: Callable[[I], str]
    ) -> None:
        self._source = enumerate(items)
        self._items: dict[int, I] = {}
        """Those that were taken from the source and are not done."""
        self._work = work
        self._load = load
        self._seconds = seconds
        self._name = name
        self._waiting: deque[int] = deque()
        """Numbers of those that no worker has."""
        self._workers: list[_Worker] = []
        self._words: SimpleQueue[_Word] = SimpleQueue()
        self._looked = monotonic()

    def run(self, jobs: int) -> Generator[tuple[int, T | Failure]]:
        try:
            for _ in range(jobs):
                with held_back:
                    self._workers.append(self._begin())
            self._draw()
            while self._waiting or any(worker.pages for worker in self._workers):
                yield from self._round()
        finally:
            for worker in self._workers:
                _end(worker)

    def _draw(self) -> None:
        """Take as many items from the source as tell whether there are enough to hand out ahead."""
        for number, item in islice(self._source, max(0, len(self._workers) + 1 - len(self._waiting))):
            self._items[number] = item
            self._waiting.append(number)

    def _begin(self) -> _Worker:
        """A new worker with its courier."""
        worker = _start()
        job = (_serve, (self._work, self._load, self._seconds, self._name))
        carried = (worker, job, self._words)
        worker.courier = threading.Thread(target=_carry, args=carried, daemon=True)
        with _without_interrupts():
            worker.courier.start()
        return worker

    def _round(self) -> Iterator[tuple[int, T | Failure]]:
        """Wait for the next thing that happens to any worker and deal with it; then look at those of which nothing is heard."""
        try:
            word = self._words.get(timeout=LOOK)
            if word.worker in self._workers:
                yield from self._heard(word)
        except Empty:
            pass
        if monotonic() - self._looked >= LOOK and self._words.empty():
            for worker in list(self._workers):
                yield from self._looked_at(worker)
            self._looked = monotonic()

    def _heard(self, word: _Word) -> Iterator[tuple[int, T | Failure]]:
        """A result, the word that the worker is ready, or its death."""
        worker = word.worker
        if isinstance(word.error, (EOFError, OSError)):
            worker.process.join(END)
            yield from self._lost(worker, lambda path: _died(path, worker.process.exitcode, self._seconds))
            return
        if word.error:
            raise word.error
        if worker.started:
            number = worker.pages.popleft()
            del self._items[number]
            yield number, word.result
            if _memory(worker.process.pid) > KEPT_MEMORY:
                self._replace(worker)
                return
        worker.started = True
        self._feed(worker)

    def _looked_at(self, worker: _Worker) -> Iterator[tuple[int, T | Failure]]:
        if worker.deadline <= monotonic():
            yield from self._lost(worker, lambda path: stuck(path, self._seconds))
        elif worker.pages and _memory(worker.process.pid) > MOST_MEMORY:
            yield from self._lost(worker, _swollen)

    def _feed(self, worker: _Worker) -> None:
        """Fill the worker's hands; its time runs for the first page. The last pages are not handed out ahead: who is free takes them."""
        self._draw()
        while self._waiting and len(worker.pages) < (IN_HAND if len(self._waiting) > len(self._workers) else 1):
            worker.pages.append(self._waiting.popleft())
            worker.todo.put((self._items[worker.pages[-1]],))
            self._draw()
        worker.deadline = monotonic() + clock.longest(self._seconds) if worker.pages else float("inf")

    def _lost(self, worker: _Worker, why: Callable[[str], Failure]) -> Iterator[tuple[int, T | Failure]]:
        """A worker is lost and with it the page that it worked on, if any; the other in its hands goes back to the front."""
        if not worker.started:
            raise RuntimeError("can't start a worker process; try --jobs 1")
        number = worker.pages.popleft() if worker.pages else None
        self._replace(worker)
        if number is not None:
            yield number, why(self._name(self._items.pop(number)))

    def _replace(self, worker: _Worker) -> None:
        """End a worker and start another one in its place. What it had in hand goes back to the front."""
        _end(worker)
        self._waiting.extendleft(reversed(worker.pages))
        with held_back:
            self._workers[self._workers.index(worker)] = self._begin()


def run_in_workers(
    items: Iterable[I], work: Callable[[I], T], load: Callable[[], None], jobs: int, seconds: float, name: Callable[[I], str] = str
) -> Generator[tuple[int, T | Failure]]:
    """Results as they come. A page that is late, swells or kills its worker is named; the others go on in a new worker."""
    return _Pool(items, work, load, seconds, name).run(jobs)


def _carry(worker: _Worker, job: Any, words: "SimpleQueue[_Word]") -> None:
    """A courier's life: tell the worker its job, wait until it is ready, then take it a page and bring the result.

    It ends when there are no more pages, or when the worker is gone.
    """
    try:
        worker.pipe.send(job)
        worker.pipe.recv()
        words.put(_Word(worker))
        while (item := worker.todo.get()) is not None:
            worker.pipe.send(item[0])
            words.put(_Word(worker, worker.pipe.recv()))
    except Exception as error:
        words.put(_Word(worker, error=error))


def _start() -> _Worker:
    with _without_interrupts():
        return _Worker(*process.start())


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


def _end(worker: _Worker) -> None:
    """Kill a worker. That is what lets its courier go, too, if it waits at the pipe."""
    worker.process.kill()
    worker.process.join(END)
    worker.todo.put(None)
    if worker.courier:
        worker.courier.join(END)
    worker.pipe.close()


def _serve(pipe: Connection, work: Callable[[I], T], load: Callable[[], None], seconds: float, name: Callable[[I], str]) -> None:
    """A worker's life: a page in, a result out, until the parent is gone, which also ends it in the middle of a page.

    A page that uses up its CPU time ends the worker, wherever it is at work.
    """
    gc.disable()
    load()
    try:
        pipe.send("ready")
        for pages in count(1):
            item = pipe.recv()
            clock.start(seconds)
            result = guarded(item, work, name)
            clock.stop()
            pipe.send(result)
            tidy(pages, result)
    except (EOFError, OSError):
        return


def _memory(process: int | None) -> int:
    """The bytes of a process that lie in memory; 0 where the system does not tell."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _swollen(path: str) -> Failure:
    return Failure(path, Refusal.MEMORY, f"needs more than {MOST_MEMORY >> 20:,} MiB of memory")


def _died(path: str, code: int | None, seconds: float) -> Failure:
    """The result of a page on which the worker died."""
    if clock.COUNTS_CPU and code == -signal.SIGPROF:
        return late(path, seconds)
    name = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
    return Failure(path, Refusal.CRASHED, f"the worker process died on it ({name})")
