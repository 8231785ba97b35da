"""Whole reports of two small runs, byte for byte: what people, runners and programs get."""

import pytest
from small import KEPT, reports

REPORTS = reports()


def test_given_the_kept_reports_then_there_is_one_of_each() -> None:
    assert {path.name for path in KEPT.iterdir()} == set(REPORTS)


@pytest.mark.parametrize("name", REPORTS)
def test_given_a_small_run_when_reported_then_it_is_the_report_that_users_know(name: str) -> None:
    assert REPORTS[name].encode() == (KEPT / name).read_bytes()
