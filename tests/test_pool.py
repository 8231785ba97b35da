"""The pool: a page that hangs or kills its process costs itself only."""

import gc
import os
import signal
import time
import weakref
from pathlib import Path

import pytest

from a11yaudit import pool
from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.run import Failure
from a11yaudit.pool import workers


def work(path: str) -> str:
    if path == "hangs":
        time.sleep(60)
    if path == "dies":
        os._exit(9)
    if path == "refused":
        raise PageError(Refusal.NOT_HTML, "no HTML tag in it")
    if path == "breaks":
        raise KeyError("x")
    return path.upper()


def results(paths: list[str], jobs: int) -> list[str | Failure]:
    return [result for _, result in sorted(pool.run(paths, work, jobs, seconds=1.5), key=lambda item: item[0])]


@pytest.mark.parametrize("jobs", [1, 2])
def test_given_bad_pages_among_good_ones_when_run_then_only_they_are_lost_and_each_is_named(jobs: int) -> None:
    assert results(["a", "hangs", "b", "refused", "breaks", "c"], jobs) == [
        "A",
        Failure("hangs", "timeout", "not done after 1.5 seconds (--timeout)"),
        "B",
        Failure("refused", "not-html", "no HTML tag in it"),
        Failure("breaks", "crashed", "KeyError: 'x'"),
        "C",
    ]


LOADED: list[str] = []


def load_slowly() -> None:
    time.sleep(2)
    LOADED.append("once")


def tell_loaded(path: str) -> str:
    return f"{path} {' '.join(LOADED)}"


@pytest.mark.parametrize("jobs", [1, 2])
def test_given_something_to_load_when_run_then_each_process_has_it_before_its_first_page_and_no_page_pays_for_it(jobs: int) -> None:
    LOADED.clear()
    found = sorted(pool.run(["a", "b", "c"], tell_loaded, jobs, 1.5, load_slowly))
    assert found == [(0, "a once"), (1, "b once"), (2, "c once")]


class Tied:
    """Something that refers to itself, as a tree does."""

    def __init__(self) -> None:
        self.itself = self


MADE: list[weakref.ref[Tied]] = []


def tie(path: str) -> str:
    tied = Tied()
    MADE.append(weakref.ref(tied))
    raise PageError(Refusal.TOO_LARGE, path)


def test_given_pages_that_are_given_up_with_a_tree_when_run_then_the_next_one_finds_the_memory_free() -> None:
    MADE.clear()
    gc.disable()
    try:
        left = [[made() for made in MADE] for _ in pool.run(["a", "b"], tie, 1, 1.5)]
    finally:
        gc.enable()
        gc.unfreeze()
    assert left == [[None], [None, None]]


def test_given_a_page_that_kills_its_worker_when_run_then_the_others_go_on() -> None:
    assert results(["a", "dies", "b"], 2) == ["A", Failure("dies", "crashed", "the worker process died on it (exit code 9)"), "B"]


@pytest.mark.parametrize(("asked", "pages", "expected"), [(None, 1, 1), (None, 49, 1), (4, 2, 2), (1, 500, 1), (3, 0, 1)])
def test_given_pages_when_jobs_are_chosen_then_few_pages_get_one(asked: int | None, pages: int, expected: int) -> None:
    assert pool.jobs_for(asked, pages) == expected


def swell_or_crash(path: str) -> str:
    if path == "swells":
        held = [bytearray(1 << 20) for _ in range(400)]
        time.sleep(30)
        return str(len(held))
    if path == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    return path.upper()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells how much memory a process holds")
def test_given_pages_that_swell_or_crash_a_worker_when_run_then_the_reason_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MOST_MEMORY", 300 << 20)
    paths = ["a", "swells", "b", "segfault", "c", "d"]
    found = [result for _, result in sorted(pool.run(paths, swell_or_crash, 2, seconds=30), key=lambda item: item[0])]
    assert found == [
        "A",
        Failure("swells", "memory", "needs more than 300 MiB of memory"),
        "B",
        Failure("segfault", "crashed", "the worker process died on it (signal 11)"),
        "C",
        "D",
    ]
