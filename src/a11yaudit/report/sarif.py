"""SARIF 2.1.0 as GitHub's code scanning takes it."""

import json
from collections.abc import Sequence
from typing import Any

from a11yaudit import engine
from a11yaudit.model.location import Location
from a11yaudit.model.outcome import Confidence, Finding, Outcome, Severity, State
from a11yaudit.model.part import Part
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import NO_ARTICLE, Failure, Run
from a11yaudit.report.escape import json_text
from a11yaudit.report.escape_markdown import own
from a11yaudit.report.escape_sarif import message, relative_uri
from a11yaudit.report.identity import in_run
from a11yaudit.report.worst import worst_first

MOST = 5_000
"""Results that GitHub keeps of a run; it would choose them itself, and not by our severities."""
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.CRITICAL: "error", Severity.SERIOUS: "error", Severity.MODERATE: "warning", Severity.MINOR: "note"}
PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}
PRECISION = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
ROOT = "%SRCROOT%"


def render(run: Run, rules: Sequence[Rule]) -> str:
    """One run with every rule that judged, and at most 5,000 results, the worst ones; a notification counts the rest."""
    found = worst_first(run)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(run, rules)},
                "automationDetails": {"id": "a11yaudit/"},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which a11yaudit ran."}}},
                "invocations": [_invocation(run.failures, len(found) - MOST)],
                "results": [_result(run, path, finding, numbers[finding.rule]) for path, finding in found[:MOST]],
            }
        ],
    }
    return json_text(json.dumps(log, indent=1)) + "\n"


def _driver(run: Run, rules: Sequence[Rule]) -> dict[str, Any]:
    return {
        "name": "a11yaudit",
        "version": message(run.version),
        "semanticVersion": message(run.version),
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    level = LEVELS[rule.severity]
    criteria = [f"WCAG {item.criterion} (level {item.level})" for item in rule.requirements]
    paragraphs = (
        rule.rationale,
        rule.expectation,
        engine.advice(rule),
        _ABOUT[rule.about],
        *([f"Required by {', '.join(criteria)}."] if criteria else []),
    )
    return {
        "id": rule.id,
        "shortDescription": {"text": message(rule.title)},
        "fullDescription": {"text": message(rule.expectation)},
        "help": {
            "text": "\n\n".join(message(paragraph) for paragraph in paragraphs),
            "markdown": "\n\n".join(f"**{title}** {own(message(text))}" for title, text in zip(_TITLES, paragraphs, strict=False)),
        },
        "defaultConfiguration": {"level": level},
        "properties": {
            "precision": PRECISION[rule.confidence],
            "problem.severity": PROBLEMS[level],
            "tags": [
                "accessibility",
                str(rule.aspect),
                *([f"part/{rule.about}"] if rule.about else []),
                *(f"wcag/{item.criterion}" for item in rule.requirements),
            ],
        },
    }


_TITLES = ("Why.", "What is expected.", "How to fix it.", "Part.", "Requirement.")
_ABOUT = {
    Part.ARTICLE: "A finding belongs to the article.",
    Part.PAGE: "A finding belongs to the page: the document as a whole.",
    None: "A finding belongs to the article where its place lies in it, and else to the site around the article, which fails no run"
    " unless asked for (fail-on-around).",
}


def _result(run: Run, path: str, finding: Finding, number: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "kind": "fail" if finding.outcome == Outcome.FAILED else "review",
        "level": LEVELS[finding.severity] if finding.outcome == Outcome.FAILED else "none",
        "message": {"text": message(f"{finding.message} {finding.fix}")},
        "locations": [_location(path, finding.location)],
        "partialFingerprints": {"primaryLocationLineHash": f"{in_run(path, finding.fingerprint)[:16]}:1"},
        "properties": {
            "severity": str(finding.severity),
            "confidence": str(finding.confidence),
            "part": str(finding.part),
            "group": finding.group,
            "also": list(finding.also),
            "tags": [f"part/{finding.part}"],
        },
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": place, **_location(path, item.location), "message": {"text": message(item.message)}}
            for place, item in enumerate(finding.related)
        ]
    if finding.state:
        result["baselineState"] = "new" if finding.state == State.NEW else "unchanged"
    if finding.state == State.KNOWN:
        result["suppressions"] = [{"kind": "external", "justification": "The baseline lists it."}]
    return result


def _location(path: str, place: Location | None) -> dict[str, Any]:
    """The start tag; the first line where there is no element to point at, as GitHub shows no result without a line."""
    region = {"startLine": 1}
    if place:
        region = {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line, "endColumn": place.end_column}
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": f"file://{relative_uri(path)}"} if path.startswith("/") else {"uri": relative_uri(path), "uriBaseId": ROOT}


def _invocation(failures: Sequence[Failure], left_out: int) -> dict[str, Any]:
    told = [
        {
            "level": "error",
            "message": {"text": message(failure.message if failure.kind == NO_ARTICLE else f"Not audited: {failure.message}")},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}],
        }
        for failure in failures
    ]
    if left_out > 0:
        told.append({"level": "warning", "message": {"text": f"{left_out} more findings, none worse than these, are in the full report."}})
    return {"executionSuccessful": not failures, "toolExecutionNotifications": told}
