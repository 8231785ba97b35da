"""Budgets: each broken one names value, limit and file."""

import hashlib

import pytest

from a11yaudit import pipeline, ruleset
from a11yaudit.model.review import BrokenBudget, Change
from a11yaudit.model.source import Limits, Source
from a11yaudit.review import budgets
from a11yaudit.settings import Budget

TEXT = "<p>The boats came home in the morning with little in their nets, and the women on the quay counted the crates.</p>"
AD = '<div class="ad-slot"></div>'
BODY = f"{TEXT * 9}{AD}{TEXT}{AD}{TEXT * 9}<img src=a.jpg><img src=b.jpg>{TEXT}"
DATA = f"<html lang=en><title>T</title><article><h1>Boats</h1>{BODY}</article>".encode()
PAGE = pipeline.audit(Source("news/a.html", DATA, hashlib.sha256(DATA).hexdigest()), ruleset.load(), Limits(), "article")
WORSE = Change("news/a.html", "overall score", 90, 70, True, "score lower by 20")


def broken(budget: Budget, *changes: Change) -> list[BrokenBudget]:
    return list(budgets.broken(PAGE, (budget,), changes))


@pytest.mark.parametrize(
    ("budget", "expected"),
    [
        (Budget(min_score={"overall": 100}), ("overall score", PAGE.scorecard.overall, 100, True)),
        (Budget(min_score={"overall": 1, "captions": 100}), None),
        (Budget(max_findings={"alt-missing": 1}), ("number of alt-missing findings", 2, 1, False)),
        (Budget(max_findings={"alt-text": 1}), ("number of alt-text findings", 2, 1, False)),
        (Budget(max_findings={"critical": 1}), ("number of critical findings", 2, 1, False)),
        (Budget(max_findings={"alt-missing": 2}), None),
        (Budget(limits={"ads-per-1000-words": 1}), ("number of ads per 1,000 words", 4.76, 1, False)),
        (Budget(limits={"words-between-ads": 100}), ("least number of words between ads", 21, 100, True)),
        (Budget(limits={"ads-inside-text": 1}), ("number of ads inside the text", 2, 1, False)),
        (Budget(limits={"interruptions-inside-text": 1}), ("number of interruptions inside the text", 2, 1, False)),
        (Budget(limits={"related-inside-text": 0, "newsletters-inside-text": 0, "promotions-inside-text": 0}), None),
        (Budget(limits={"surveys-inside-text": 0, "players-inside-text": 0}), None),
        (Budget(limits={"minutes": 1}), ("reading time in minutes", 1.76, 1, False)),
        (Budget(limits={"grade": 30, "minutes": 60}), None),
        (Budget(paths=("blog/*",), max_findings={"alt-missing": 1}), None),
        (Budget(paths=("blog/*", "news/*"), max_findings={"alt-missing": 1}), ("number of alt-missing findings", 2, 1, False)),
    ],
)
def test_given_a_budget_when_a_page_is_past_it_then_value_limit_and_file_are_named(
    budget: Budget, expected: tuple[str, float, float, bool] | None
) -> None:
    assert broken(budget) == ([BrokenBudget("news/a.html", *expected)] if expected else [])


def test_given_a_page_that_got_worse_when_nothing_may_then_the_budget_is_broken() -> None:
    assert broken(Budget(), WORSE) == []
    told = [item.text for item in broken(Budget(no_worse_than_base=True), WORSE)]
    assert told == ["overall score, compared with the base revision, is 70, below the least allowed of 90"]
