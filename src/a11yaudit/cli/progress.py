"""Progress of a long run, on standard error only."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from a11yaudit.cli import telling

T = TypeVar("T")
PATIENCE = 5.0
"""Seconds between two lines where nobody can see a bar."""
MANY = 20
"""Pages from which a bar is worth its place."""


def shown(results: Iterable[T], total: int, quiet: bool) -> Iterator[T]:
    """Pass the results on and tell how many there were."""
    if quiet or total < MANY:
        yield from results
    elif sys.stderr is not None and sys.stderr.isatty():
        yield from _bar(results, total)
    else:
        yield from _lines(results, total)


def _bar(results: Iterable[T], total: int) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import track

    yield from track(results, description="Auditing", total=total, console=Console(stderr=True), transient=True)


def _lines(results: Iterable[T], total: int) -> Iterator[T]:
    told = monotonic()
    for number, result in enumerate(results, 1):
        if monotonic() - told >= PATIENCE:
            told = monotonic()
            telling.err(f"a11yaudit: {number} of {total} pages")
        yield result
