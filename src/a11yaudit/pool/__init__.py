"""Runs the work on many pages: in this process for few, in spawned workers for many. A page costs at most itself."""

import os
from collections.abc import Callable, Generator, Iterable
from typing import TypeVar

from a11yaudit.model.run import Failure

I = TypeVar("I")  # noqa: E741 - an item
T = TypeVar("T")
FEW = 50
"""Pages below which starting workers costs more than it saves: a worker starts in the time of about 25 pages."""


def nothing() -> None:
    """Load nothing."""


def jobs_for(asked: int | None, pages: int) -> int:
    """How many workers: as asked, else one for few pages and one a processor for many."""
    if asked is not None:
        return max(1, min(asked, pages))
    return 1 if pages < FEW else min(_processors(), pages)


def run(
    items: Iterable[I],
    work: Callable[[I], T],
    jobs: int,
    seconds: float,
    load: Callable[[], None] = nothing,
    name: Callable[[I], str] = str,
) -> Generator[tuple[int, T | Failure]]:
    """Results as they come, each with the number of its item: a path, or whatever else `work` makes a page of.

    `load` is called in each process before its first page, whose time it does not take; `seconds` are of CPU; `name` tells what to
    call an item that fails. Items and functions must be picklable when there are several jobs.
    """
    if jobs == 1:
        from a11yaudit.pool.inside import run_here

        load()
        return run_here(items, work, seconds, name)
    from a11yaudit.pool.workers import run_in_workers

    return run_in_workers(items, work, load, jobs, seconds, name)


def _processors() -> int:
    """The processors that this process may use, which in a container are fewer than the machine's."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
