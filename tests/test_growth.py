"""What a page costs grows with its size and no faster: counted in calls, never by a clock."""

import csv
import io
import json
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from a11yaudit import engine, pipeline, ruleset
from a11yaudit.model.outcome import Outcome
from a11yaudit.model.run import Document, Run
from a11yaudit.model.source import Limits, Source
from a11yaudit.model.tally import of
from a11yaudit.report import csvreport, jsonreport, junit, markdown, text
from a11yaudit.report.html import article_page

FEW, FACTOR = 60, 4
MOST = 6.5
"""Times the calls of a page that is four times as large: four for what is linear, sixteen for what is quadratic."""
PAGE = (
    "<!DOCTYPE html><html lang=en><title>Letters from the island</title><article><h1>Letters from the island</h1>"
    "<p>The post office on the island closed in the spring, and nobody told the people who live there.</p>{}"
    "<p>The ferry from the island came back with the last of the letters.</p></article>"
)


def named_headers(count: int) -> str:
    names = " ".join(f"h{number}" for number in range(count))
    return f"<table><tr>{''.join(f'<th id=h{number}>{number}' for number in range(count))}<tr><td headers='{names}'>1</table>"


def rows_of_names(count: int) -> str:
    names = " ".join(f"h{number}" for number in range(20))
    heads = "".join(f"<th id=h{number}>{number}" for number in range(20))
    rows = "".join(f"<tr><th id=r{n} scope=rowgroup>{n}<td headers='{names} r{n}'>1" for n in range(count))
    return f"<table><tr>{heads}{rows}</table>"


def aria_row(count: int) -> str:
    heads = "".join(f"<div role=columnheader>{number}</div>" for number in range(count))
    return f"<div role=table><div role=row>{heads}</div><div role=row><div role=cell>1</div></div></div>"


CONSTRUCTS: dict[str, Callable[[int], str]] = {
    "a cell that names every header of a row": named_headers,
    "rows that name twenty headers each": rows_of_names,
    "an ARIA row of headers": aria_row,
    "requests to ignore": lambda n: "<div data-a11yaudit-ignore=structure><a href=x></a></div>" * n,
    "a chain of labels": lambda n: "".join(f"<a href=x id=l{i} aria-labelledby=l{i + 1}></a>" for i in range(n)),
    "one name of all words": lambda n: f"<button aria-labelledby='{' '.join(f'w{i}' for i in range(n))}'></button>"
    + "".join(f"<i id=w{i}>word</i>" for i in range(n)),
    "nested sections with headings": lambda n: "<section><h2>Part</h2>" * n + "</section>" * n,
    "headings that skip a level": lambda n: "<h2>Part</h2><h4>Deeper</h4>" * n,
    "fake lists": lambda n: "<p>1. item</p><p>2. item</p><p>3. item</p>" * n,
    "parts in another language": lambda n: "<p lang=de>Der Dampfer kam spät am Abend an.</p><p>The boat came late.</p>" * n,
    "nested parts in another language": lambda n: "<div lang=de>Wort " * n + "</div>" * n,
}  # fmt: skip


def audit(inside: str) -> Document:
    return pipeline.audit(Source("page.html", PAGE.format(inside).encode(), ""), ruleset.load(), Limits(), "article")


def calls(work: Callable[[], object]) -> int:
    """Calls of functions of Python and C, and resumptions of generators."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("make", CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_given_four_times_as_much_of_something_when_audited_then_there_are_about_four_times_the_calls(make: Callable[[int], str]) -> None:
    audit(make(2))
    base = calls(lambda: audit(""))
    few, many = (calls(lambda count=count: audit(make(count))) - base for count in (FEW, FEW * FACTOR))  # type: ignore[misc]
    assert many / few < MOST


RULE = "alt-missing"
UNLISTED = 500
MANY = "".join(f"<img src=p{number}.jpg>" for number in range(engine.MOST_LISTED + UNLISTED))


@pytest.fixture(scope="module")
def crowded() -> Document:
    return audit(MANY)


def test_given_more_findings_than_are_listed_when_audited_then_one_tells_of_the_rest_and_every_count_is_whole(crowded: Document) -> None:
    found = [finding for finding in crowded.evaluation.findings if finding.rule == RULE]
    assert len(found) == engine.MOST_LISTED + 1
    assert found[-1].message == "500 more findings of this rule are on this page, not listed one by one."
    assert found[-1].evidence == {"unlisted": UNLISTED}
    [outcome] = [outcome for outcome in crowded.evaluation.outcomes if outcome.rule == RULE]
    assert (outcome.outcome, outcome.failed) == (Outcome.FAILED, engine.MOST_LISTED + UNLISTED)
    assert of(crowded.evaluation).failed()[found[0].severity] >= engine.MOST_LISTED + UNLISTED


def test_given_exactly_as_many_findings_as_are_listed_then_nothing_more_is_told() -> None:
    document = audit("<img src=p.jpg>" * engine.MOST_LISTED)
    assert [finding for finding in document.evaluation.findings if "unlisted" in finding.evidence] == []


def test_given_more_findings_than_are_listed_then_each_report_says_how_many(crowded: Document) -> None:
    rules = ruleset.load()
    run = Run("1.0", rules.version, (crowded,), ())
    told = "500 more findings of this rule"
    listed = json.loads(jsonreport.audit(run))
    assert listed["summary"]["findings"]["critical"] + listed["summary"]["findings"]["serious"] >= engine.MOST_LISTED + UNLISTED
    assert any(told in finding["message"] for finding in listed["documents"][0]["findings"])
    assert told in text.render(run, colour=False)
    assert any(told in " ".join(row) for row in csv.reader(io.StringIO(csvreport.render(run))))
    assert f"{engine.MOST_LISTED + UNLISTED} findings: " in junit.render(run)
    named = {rule.id: rule for rule in rules.rules}
    assert "500 more findings" in markdown.render(run, named, budget=10_000_000)
    assert told in article_page.page(crowded, named, rules.aspects, "1.0")
