"""The EARL report."""

import json
import tomllib
from dataclasses import replace

from runs import RULES, run

from a11yaudit import resources
from a11yaudit.report import earl


def test_given_a_run_when_written_as_earl_then_each_rule_is_an_assertion_on_its_page() -> None:
    told = run()
    report = json.loads(earl.render(told, RULES, "https://example.org/"))
    page, failure = report["@graph"]
    assert (report["@context"], page["source"], failure["source"]) == (
        earl.CONTEXT,
        "https://example.org/a/b.html",
        "https://example.org/c.html",
    )
    outcomes = {item["test"]["title"]: item["result"]["outcome"] for item in page["assertions"]}
    assert outcomes == {outcome.rule: f"earl:{outcome.outcome}" for outcome in told.documents[0].evaluation.outcomes}
    assert [item["result"]["outcome"] for item in failure["assertions"]] == ["earl:untested"]


def test_given_a_failed_rule_when_written_as_earl_then_it_names_criteria_and_places() -> None:
    page = json.loads(earl.render(run(), RULES, ""))["@graph"][0]
    missing = next(item for item in page["assertions"] if item["test"]["title"] == "alt-missing")
    assert missing["test"]["isPartOf"] == ["WCAG2:non-text-content"]
    assert [sorted(place) for place in missing["result"]["pointer"]] == [["@type", "ptr:expression"]]
    assert missing["assertedBy"] == {
        "@type": "Assertor",
        "name": "a11yaudit",
        "description": earl.METHOD,
        "release": {"@type": "Version", "revision": "1.0"},
    }


def test_given_the_rules_then_every_criterion_has_its_name() -> None:
    named = tomllib.loads((resources.data_dir("rules") / "vocabularies" / "wcag.toml").read_text("utf-8"))["criteria"]
    assert {item.criterion for rule in RULES.rules for item in rule.requirements} <= set(named)


def test_given_a_path_with_lone_surrogates_and_signs_when_written_as_earl_then_the_address_is_one() -> None:
    told = run()
    failure = replace(told.failures[0], path="a b/\ud800#c?.html")
    report = json.loads(earl.render(replace(told, failures=(failure,)), RULES, "https://example.org/"))
    assert report["@graph"][1]["source"] == "https://example.org/a%20b/%3F%23c%3F.html"
