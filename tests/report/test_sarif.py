"""SARIF: the OASIS schema, what GitHub's code scanning asks for, and texts that start nothing."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log
from runs import RULES, run, with_text
from test_hostile_text import ATTACKS

from a11yaudit.model.outcome import Finding, Severity, State
from a11yaudit.model.run import Run
from a11yaudit.report import sarif
from a11yaudit.report.escape_sarif import message, relative_uri


def written(told: Run) -> dict[str, Any]:
    text = sarif.render(told, RULES.rules)
    Log.model_validate_json(text, strict=True)
    runs: list[dict[str, Any]] = json.loads(text)["runs"]
    assert len(runs) == 1
    return runs[0]


def with_findings(told: Run, findings: tuple[Finding, ...]) -> Run:
    document = told.documents[0]
    return replace(told, documents=(replace(document, evaluation=replace(document.evaluation, findings=findings)),))


def test_given_a_run_when_written_then_it_keeps_to_the_oasis_schema_and_to_what_github_requires() -> None:
    told = written(run())
    rules = told["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES.rules]
    for rule in rules:
        texts = [rule["shortDescription"]["text"], rule["fullDescription"]["text"]]
        assert all(0 < len(text) <= 1024 for text in texts)
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert "{" not in rule["help"]["text"]
        assert "<" not in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in {"note", "warning", "error"}
        assert rule["properties"]["precision"] in {"very-high", "high", "medium", "low"}
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}
        assert len(rule["properties"]["tags"]) <= 20
    assert told["columnKind"] == "unicodeCodePoints"
    assert told["automationDetails"]["id"].endswith("/")
    for result in told["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert place["artifactLocation"] == {"uri": "a/b.html", "uriBaseId": "%SRCROOT%"}
        assert place["artifactLocation"]["uriBaseId"] in told["originalUriBaseIds"]
        assert place["region"]["startLine"] >= 1
        assert result["message"]["text"]
        assert (result["kind"] == "fail") == (result["level"] != "none")
    hashes = [result["partialFingerprints"]["primaryLocationLineHash"] for result in told["results"]]
    assert len(set(hashes)) == len(hashes) > 5


def test_given_a_finding_when_written_then_its_region_is_its_start_tag() -> None:
    finding = next(f for f in run().documents[0].evaluation.findings if f.rule == "alt-missing")
    assert finding.location
    result = next(r for r in written(run())["results"] if r["ruleId"] == "alt-missing")
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": finding.location.line,
        "startColumn": finding.location.column,
        "endLine": finding.location.end_line,
        "endColumn": finding.location.end_column,
    }


def test_given_a_page_that_could_not_be_audited_when_written_then_a_notification_names_it() -> None:
    invocation = written(run())["invocations"][0]
    told = invocation["toolExecutionNotifications"][0]
    where = told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert (invocation["executionSuccessful"], told["message"]["text"], where) == (False, "Not audited: too slow", "c.html")


def test_given_states_when_written_then_known_findings_are_unchanged_and_suppressed() -> None:
    first, second, third, *_ = run().documents[0].evaluation.findings
    states = (first._replace(state=State.NEW), second._replace(state=State.UNCHANGED), third._replace(state=State.KNOWN))
    results = written(with_findings(run(), states))["results"]
    assert {r["ruleId"] + r["baselineState"] + str("suppressions" in r) for r in results} == {
        f"{first.rule}newFalse",
        f"{second.rule}unchangedFalse",
        f"{third.rule}unchangedTrue",
    }


def test_given_more_than_5000_findings_when_written_then_the_worst_stay_and_the_rest_are_counted() -> None:
    finding = next(f for f in run().documents[0].evaluation.findings if f.rule == "alt-missing")
    mild = finding._replace(severity=Severity.MINOR)
    told = written(with_findings(run(), (mild,) * 4000 + (finding._replace(severity=Severity.CRITICAL),) * 2000))
    severities = [result["properties"]["severity"] for result in told["results"]]
    assert (len(severities), severities.count("critical"), severities[0]) == (5000, 2000, "critical")
    assert told["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"].startswith("1000 more findings")


@pytest.mark.parametrize("attack", [*ATTACKS, "{0} [a](1) [b](https://example.org) \\", "[a](javascript:x)"])
def test_given_hostile_text_in_every_field_when_written_then_no_link_and_no_placeholder_is_in_it(attack: str) -> None:
    told = with_text(run(), attack)
    text = sarif.render(told, RULES.rules)
    Log.model_validate_json(text, strict=True)
    assert (text.isascii(), "##[" in text) == (True, False)
    for result in json.loads(text)["runs"][0]["results"]:
        shown = result["message"]["text"]
        assert not re.search(r"(?<!\\)\[[^\]]*(?<!\\)\]\(", shown)
        assert "{" not in shown.replace("{{", "")
        assert re.fullmatch(r"[A-Za-z0-9\-._~/%]*", result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])


def test_given_a_long_text_when_made_a_message_then_it_is_cut_before_it_is_escaped() -> None:
    assert message("{" * 2000) == "{{" * 1000 + "…"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./a b/ü#?.html", "a%20b/%C3%BC%23%3F.html"),
        ("100%.html", "100%25.html"),
        ("x:y.html", "x%3Ay.html"),
        ("a\udcff.html", "a%FF.html"),
    ],
)
def test_given_a_path_when_made_a_uri_then_it_is_relative_and_percent_encoded(path: str, uri: str) -> None:
    assert relative_uri(path) == uri
