"""EARL as W3C's implementers of ACT rules file it: JSON-LD, a test subject for each page, an assertion for each rule that ran on it."""

import json
from typing import Any
from urllib.parse import quote

from a11yaudit.model.outcome import Outcome, RuleOutcome
from a11yaudit.model.run import NO_ARTICLE, Document, Failure, Run
from a11yaudit.report.escape import json_text, sound
from a11yaudit.resources import vocabulary
from a11yaudit.ruleset import RuleSet

CONTEXT = "https://www.w3.org/WAI/content-assets/wcag-act-rules/earl-context.json"
"""The context that W3C publishes for such reports; it is named and never fetched."""
METHOD = "Reads the HTML file as it was served: no browser, no scripts, no other files. Screens of 1280 and 390 CSS pixels."
"""How the answers came about."""


def render(run: Run, rules: RuleSet, base: str) -> str:
    """The report. `base` is put before the paths, so that they become the addresses at which the pages are published."""
    assertor = {
        "@type": "Assertor",
        "name": "a11yaudit",
        "description": METHOD,
        "release": {"@type": "Version", "revision": run.version},
    }
    requirements = {rule.id: [_criterion(item.criterion) for item in rule.requirements] for rule in rules.rules}
    subjects = [_subject(document, base, assertor, requirements) for document in run.documents]
    subjects += [_untested(failure, base, assertor) for failure in run.failures if failure.kind != NO_ARTICLE]
    return json_text(json.dumps({"@context": CONTEXT, "@graph": subjects}, indent=1)) + "\n"


def _subject(document: Document, base: str, assertor: dict[str, Any], requirements: dict[str, list[str]]) -> dict[str, Any]:
    assertions = [_assertion(document, outcome, assertor, requirements[outcome.rule]) for outcome in document.evaluation.outcomes]
    return {"@type": ["TestSubject", "WebPage"], "source": _address(document.extracted.path, base), "assertions": assertions}


def _assertion(document: Document, outcome: RuleOutcome, assertor: dict[str, Any], criteria: list[str]) -> dict[str, Any]:
    """One rule on one page: its outcome, the criteria that a fault breaks, and the places."""
    places = [
        {"@type": "ptr:CSSSelectorPointer", "ptr:expression": sound(finding.location.selector)}
        for finding in document.evaluation.findings
        if finding.rule == outcome.rule and finding.location
    ]
    result: dict[str, Any] = {"@type": "TestResult", "outcome": f"earl:{outcome.outcome}"}
    if places and outcome.outcome in (Outcome.FAILED, Outcome.CANT_TELL):
        result["pointer"] = places
    return {
        "@type": "Assertion",
        "mode": "earl:automatic",
        "assertedBy": assertor,
        "test": {"@type": "TestCase", "title": outcome.rule, "isPartOf": criteria},
        "result": result,
    }


def _untested(failure: Failure, base: str, assertor: dict[str, Any]) -> dict[str, Any]:
    """A page that could not be audited."""
    told = {"@type": "TestResult", "outcome": "earl:untested", "description": sound(failure.message)}
    assertion = {"@type": "Assertion", "mode": "earl:automatic", "assertedBy": assertor, "result": told}
    return {"@type": ["TestSubject", "WebPage"], "source": _address(failure.path, base), "assertions": [assertion]}


def _criterion(number: str) -> str:
    return f"WCAG2:{vocabulary('wcag')['criteria'].get(number, number)}"


def _address(path: str, base: str) -> str:
    return base + quote(path.encode("utf-8", "replace"), safe="/:~")
