"""What a page that can't be audited becomes."""

import gc
import os
from collections.abc import Callable
from typing import TypeVar

from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.run import Failure

T = TypeVar("T")
ROUND = 100
"""Pages between two rounds of the garbage collector."""


def guarded(path: str, work: Callable[[str], T]) -> T | Failure:
    """The result of one page, or why there is none. The only place where an unforeseen error of a page ends."""
    try:
        return work(path)
    except PageError as error:
        return Failure(path, error.kind, error.message)
    except RecursionError:
        return Failure(path, Refusal.CRASHED, "the page is nested too deeply")
    except MemoryError:
        return Failure(path, Refusal.MEMORY, "out of memory")
    except Exception as error:
        if os.environ.get("A11YAUDIT_DEBUG"):
            raise
        return Failure(path, Refusal.CRASHED, f"{type(error).__name__}: {error}".splitlines()[0][:200])


def late(path: str, seconds: float) -> Failure:
    """The result of a page whose time is over."""
    return Failure(path, Refusal.TIMEOUT, f"not done after {seconds:g} seconds (--timeout)")


def tidy(pages: int, result: object) -> None:
    """After a page: a round of the garbage collector now and then, which never walks over what the first page has loaded for all.

    Between them it can be off: a finished page is bytes, and its tree is freed without it. One that was given up may leave a whole tree.
    """
    if pages % ROUND == 0 or isinstance(result, Failure):
        gc.collect()
    if pages == 1:
        gc.freeze()
