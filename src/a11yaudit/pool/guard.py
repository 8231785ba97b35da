"""Turn an error on a page into a failure in the report."""

import gc
import os
from collections.abc import Callable
from typing import TypeVar

from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.run import Failure
from a11yaudit.pool import clock

I = TypeVar("I")  # noqa: E741 - an item
T = TypeVar("T")
ROUND = 100
"""Pages between two rounds of the garbage collector."""


def guarded(item: I, work: Callable[[I], T], name: Callable[[I], str]) -> T | Failure:
    """The result of one page, or why there is none. The only place where an unforeseen error of a page ends."""
    try:
        return work(item)
    except PageError as error:
        return Failure(name(item), error.kind, error.message)
    except RecursionError:
        return Failure(name(item), Refusal.CRASHED, "the page is nested too deeply")
    except MemoryError:
        return Failure(name(item), Refusal.MEMORY, "out of memory")
    except Exception as error:
        if os.environ.get("A11YAUDIT_DEBUG"):
            raise
        return Failure(name(item), Refusal.CRASHED, f"{type(error).__name__}: {error}".splitlines()[0][:200])


def late(path: str, seconds: float) -> Failure:
    """The result of a page that has used up its CPU time."""
    return Failure(path, Refusal.TIMEOUT, f"not done after {seconds:g} seconds of CPU time (--timeout)")


def stuck(path: str, seconds: float) -> Failure:
    """The result of a page that is not done long after its CPU time could have been used up."""
    waited = clock.longest(seconds)
    many = f", {clock.PATIENCE:g} times --timeout" if clock.COUNTS_CPU else " (--timeout)"
    return Failure(path, Refusal.TIMEOUT, f"not done after {waited:g} seconds{many}")


def tidy(pages: int, result: object) -> None:
    """After a page: a round of the garbage collector now and then, which never walks over what the first page has loaded for all.

    Between them it can be off: a finished page is bytes, and its tree is freed without it. One that was given up may leave a whole tree.
    """
    if pages % ROUND == 0 or isinstance(result, Failure):
        gc.collect()
    if pages == 1:
        gc.freeze()
