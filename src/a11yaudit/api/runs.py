"""A run: the same work on every page of a list, here or in workers, with the results in the order of the list."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from a11yaudit import ending, files, pool
from a11yaudit.api.auditor import SECONDS
from a11yaudit.api.page_work import Auditing, Extracting, Use, load
from a11yaudit.cache import Cache, open_in
from a11yaudit.errors import OutputError
from a11yaudit.model.run import Failure, Kept
from a11yaudit.source import STDIN

if TYPE_CHECKING:
    from a11yaudit.api.auditor import Auditor

T = TypeVar("T")
Numbered = Iterator[tuple[int, T | Failure]]
"""Results as they come, each with the number of its page."""
Watch = Callable[[Numbered[T]], Numbered[T]]
"""Looks on as results come, and passes them on."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does the work."""

    jobs: int | None = None
    """Worker processes; None for one a processor where there are many pages."""
    timeout: float = SECONDS
    """CPU seconds for one page."""


@dataclass(frozen=True, slots=True)
class Results(Generic[T]):
    """What came of the pages, each kind in their order."""

    made: Sequence[T]
    failures: Sequence[Failure]


def audited(
    paths: Sequence[str],
    auditor: "Auditor",
    use: Use,
    workers: Workers,
    cache: Path | None = None,
    watch: Watch[Kept] = iter,
    each: Callable[[Kept], None] = lambda _: None,
) -> Results[Kept]:
    """Audit pages by their paths; `each` gets a page as soon as it is done, in whatever order.

    Raises OutputError where `cache` names a folder that can't be one.
    """
    work = Auditing(auditor, use, _opened(cache, auditor, use) if cache else None)
    return _results(paths, work, workers, pool.nothing if cache else load, watch, each)


def extracted(paths: Sequence[str], work: Extracting, workers: Workers, watch: Watch[bytes] = iter) -> Results[bytes]:
    """Find the articles of pages by their paths; each is packed."""
    return _results(paths, work, workers, load, watch, lambda _: None)


def _results(
    paths: Sequence[str],
    work: Callable[[str], T],
    workers: Workers,
    loading: Callable[[], None],
    watch: Watch[T],
    each: Callable[[T], None],
) -> Results[T]:
    jobs = 1 if STDIN in paths else pool.jobs_for(workers.jobs, len(paths))
    found: dict[int, T | Failure] = {}
    with closing(pool.run(paths, work, jobs, workers.timeout, loading)) as done:
        for number, result in watch(done):
            ending.check()
            found[number] = result
            if not isinstance(result, Failure):
                each(result)
    ordered = [found[number] for number in range(len(paths))]
    return Results(
        [result for result in ordered if not isinstance(result, Failure)],
        [result for result in ordered if isinstance(result, Failure)],
    )


def _opened(folder: Path, auditor: "Auditor", use: Use) -> Cache:
    try:
        return open_in(folder, auditor.rules, auditor.limits, auditor.scope, use, auditor.slots)
    except OSError as error:
        raise OutputError(f"{folder}: can't be used as a cache: {files.reason(error)}") from error
