"""The pool: a page that hangs or kills its process costs itself only."""

import ctypes
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
from a11yaudit.pool import clock, workers


def work(path: str) -> str:
    if path == "waits":
        time.sleep(60)
    if path == "computes":
        while True:
            pass
    if path == "dies":
        os._exit(9)
    if path == "refused":
        raise PageError(Refusal.NOT_HTML, "no HTML tag in it")
    if path == "breaks":
        raise KeyError("x")
    return path.upper()


def results(paths: list[str], jobs: int, seconds: float = 0.5) -> list[str | Failure]:
    return [result for _, result in sorted(pool.run(paths, work, jobs, seconds), key=lambda item: item[0])]


@pytest.mark.parametrize("jobs", [1, 2])
def test_given_bad_pages_among_good_ones_when_run_then_only_they_are_lost_and_each_is_named(
    jobs: int,
) -> None:
    assert results(["a", "waits", "b", "refused", "breaks", "computes", "c"], jobs) == [
        "A",
        Failure("waits", "timeout", "not done after 5 seconds, 10 times --timeout"),
        "B",
        Failure("refused", "not-html", "no HTML tag in it"),
        Failure("breaks", "crashed", "KeyError: 'x'"),
        Failure("computes", "timeout", "not done after 0.5 seconds of CPU time (--timeout)"),
        "C",
    ]


def rest_longer_than_it_may_compute(path: str) -> str:
    time.sleep(1)
    return path.upper()


@pytest.mark.parametrize("jobs", [1, 2])
def test_given_a_page_that_waits_for_its_turn_on_a_busy_machine_when_run_then_it_is_not_refused(jobs: int) -> None:
    found = sorted(pool.run(["a", "b"], rest_longer_than_it_may_compute, jobs, 0.3))
    assert found == [(0, "A"), (1, "B")]


def test_given_a_system_that_counts_no_cpu_when_a_page_hangs_then_the_clock_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "COUNTS_CPU", False)
    assert results(["a", "waits"], 2, 1.5) == ["A", Failure("waits", "timeout", "not done after 1.5 seconds (--timeout)")]


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


Item = tuple[str, bytes]
"""What a caller hands over who has the pages already: a name and five megabytes."""
MILLIONS = 5_000_000


def name_of(item: Item) -> str:
    return item[0]


def work_on_bytes(item: Item) -> tuple[int, bytes]:
    name, data = item
    kind = name.split()[0]
    if kind == "waits":
        time.sleep(60)
    if kind == "computes":
        while True:
            pass
    if kind == "exits":
        os._exit(9)
    if kind == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if kind == "segfault":
        ctypes.string_at(0)
    if kind == "slow":
        time.sleep(0.2)
    if kind == "swells":
        held = [bytearray(1 << 20) for _ in range(400)]
        time.sleep(30)
        return len(held), b""
    return len(data), data


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells how much memory a process holds")
@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_given_large_items_and_every_way_to_be_lost_when_run_then_each_other_one_comes_back_whole(
    jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "MOST_MEMORY", 300 << 20)
    monkeypatch.setattr(clock, "PATIENCE", 20.0)
    reasons = {
        "waits": ("timeout", "not done after 10 seconds, 20 times --timeout"),
        "computes": ("timeout", "not done after 0.5 seconds of CPU time (--timeout)"),
        "exits": ("crashed", "the worker process died on it (exit code 9)"),
        "killed": ("crashed", "the worker process died on it (signal 9)"),
        "segfault": ("crashed", "the worker process died on it (signal 11)"),
        "swells": ("memory", "needs more than 300 MiB of memory"),
    }
    names = [f"{kind} {place}" for place, kind in enumerate(["good", "waits", "slow", "exits", "good", "killed", "good", "segfault"])]
    names += [f"{kind} {place}" for place, kind in enumerate(["computes", "swells", "slow", "good", "good"], len(names))]
    items = [(name, bytes([place]) * MILLIONS) for place, name in enumerate(names)]
    found = dict(workers.run_in_workers(items, work_on_bytes, pool.nothing, jobs, 0.5, name_of))
    assert sorted(found) == list(range(len(items)))
    for place, (name, data) in enumerate(items):
        kind = name.split()[0]
        assert found[place] == (Failure(name, *reasons[kind]) if kind in reasons else (MILLIONS, data)), name


def tell_process(path: str) -> int:
    if path == "large":
        KEPT.append(bytearray(300 << 20))
    return os.getpid()


KEPT: list[bytearray] = []
"""Stands for what an allocator does not give back."""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux tells how much memory a process holds")
def test_given_a_worker_that_keeps_the_memory_of_a_page_when_run_then_another_one_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "KEPT_MEMORY", 200 << 20)
    found = [found for _, found in sorted(workers.run_in_workers(["a", "b", "large", "c", "d"], tell_process, pool.nothing, 1, 30))]
    assert found[0] == found[1] == found[2]
    assert found[3] == found[4] != found[0]


def refuse_to_be_carried(path: str) -> object:
    return lambda: path


def test_given_a_result_that_cannot_be_carried_when_run_then_nobody_waits_for_it() -> None:
    [(number, failure)] = workers.run_in_workers(["a"], refuse_to_be_carried, pool.nothing, 1, 30)
    assert number == 0
    assert isinstance(failure, Failure)
    assert (failure.path, failure.kind) == ("a", "crashed")
