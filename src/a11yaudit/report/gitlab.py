"""GitLab's code quality report."""

import json
from typing import Any

from a11yaudit.model.outcome import Finding, Outcome, Severity
from a11yaudit.model.part import Part
from a11yaudit.model.run import NO_ARTICLE, Failure, Run
from a11yaudit.report.escape import json_text, visible
from a11yaudit.report.identity import in_run
from a11yaudit.report.worst import worst_first

SEVERITIES = {Severity.CRITICAL: "critical", Severity.SERIOUS: "major", Severity.MODERATE: "minor", Severity.MINOR: "info"}
LONGEST = 1_000


def render(run: Run) -> str:
    """All findings that were not there before; GitLab compares the report with that of the target branch and shows what differs."""
    found = [item for item in worst_first(run) if not run.review.accepts(item[1])]
    listed = [*(_failure(failure) for failure in run.failures), *(_issue(path, finding) for path, finding in found)]
    return json_text(json.dumps(listed, indent=1)) + "\n"


def _issue(path: str, finding: Finding) -> dict[str, Any]:
    return {
        "engine_name": "a11yaudit",
        "description": _line(finding.message if finding.part != Part.AROUND else f"{finding.message} (around the article)"),
        "check_name": finding.rule,
        "categories": ["Accessibility", str(finding.part)],
        "fingerprint": in_run(path, finding.fingerprint),
        "severity": SEVERITIES[finding.severity] if finding.outcome == Outcome.FAILED else "info",
        "location": {"path": _path(path), "lines": {"begin": finding.location.line if finding.location else 1}},
    }


def _failure(failure: Failure) -> dict[str, Any]:
    return {
        "engine_name": "a11yaudit",
        "description": _line(failure.message if failure.kind == NO_ARTICLE else f"Not audited: {failure.message}"),
        "check_name": failure.kind if failure.kind == NO_ARTICLE else "not-audited",
        "fingerprint": in_run(failure.path, failure.kind),
        "severity": "blocker",
        "location": {"path": _path(failure.path), "lines": {"begin": 1}},
    }


def _path(path: str) -> str:
    """GitLab takes no path that begins with `./`."""
    return visible(path).removeprefix("./")


def _line(text: str) -> str:
    line = " ".join(visible(text).split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
