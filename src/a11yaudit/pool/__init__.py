"""Runs the work on many pages: in this process for few, in spawned workers for many. A page costs at most itself."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from a11yaudit.model.run import Failure

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
    paths: Sequence[str], work: Callable[[str], T], jobs: int, seconds: float, load: Callable[[], None] = nothing
) -> Iterator[tuple[int, T | Failure]]:
    """Results as they come, each with the number of its path. `work` and `load` must be picklable when there are several jobs.

    `load` is called in each process before its first page, whose time it does not take.
    """
    if jobs == 1:
        from a11yaudit.pool.inside import run_here

        load()
        return run_here(paths, work, seconds)
    from a11yaudit.pool.workers import run_in_workers

    return run_in_workers(paths, work, load, jobs, seconds)


def _processors() -> int:
    """The processors that this process may use, which in a container are fewer than the machine's."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
