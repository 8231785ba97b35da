"""The pool: a page that hangs or kills its process costs itself only."""

import os
import time

import pytest

from a11yaudit import pool
from a11yaudit.errors import PageError, Refusal
from a11yaudit.model.run import Failure


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


def test_given_a_page_that_kills_its_worker_when_run_then_the_others_go_on() -> None:
    assert results(["a", "dies", "b"], 2) == ["A", Failure("dies", "crashed", "the worker process died on it"), "B"]


@pytest.mark.parametrize(("asked", "pages", "expected"), [(None, 1, 1), (None, 15, 1), (4, 2, 2), (1, 500, 1), (3, 0, 1)])
def test_given_pages_when_jobs_are_chosen_then_few_pages_get_one(asked: int | None, pages: int, expected: int) -> None:
    assert pool.jobs_for(asked, pages) == expected
