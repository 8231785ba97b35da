"""Annotations for GitHub's workflow log."""

from a11yaudit.model.outcome import Finding, Outcome, Severity
from a11yaudit.model.run import Run
from a11yaudit.report.escape import github_data, github_property

MOST = 10
"""Annotations that GitHub shows of one level and step; more vanish silently."""
LEVELS = {Severity.CRITICAL: "error", Severity.SERIOUS: "error", Severity.MODERATE: "warning", Severity.MINOR: "notice"}


def render(run: Run) -> str:
    """The worst findings first, ten of each level, then how many more there are; pages that could not be audited are errors."""
    order = list(Severity)
    found = [(document.extracted.path, finding) for document in run.documents for finding in document.evaluation.findings]
    found.sort(key=lambda item: (order.index(item[1].severity), item[0]))
    levels: dict[str, list[str]] = {
        "error": [_failure(failure.path, failure.message) for failure in run.failures],
        "warning": [],
        "notice": [],
    }
    for path, finding in found:
        levels[_level(finding)].append(_annotation(path, finding))
    lines = [line for listed in levels.values() for line in listed[:MOST]]
    more = sum(max(0, len(listed) - MOST) for listed in levels.values())
    if more:
        lines.append(f"::notice title=a11yaudit::{more} more findings are in the full report")
    return "".join(f"{line}\n" for line in lines)


def _level(finding: Finding) -> str:
    return LEVELS[finding.severity] if finding.outcome == Outcome.FAILED else "notice"


def _annotation(path: str, finding: Finding) -> str:
    place = finding.location
    where = f",line={place.line},endLine={place.end_line},col={place.column},endColumn={place.end_column}" if place else ""
    return f"::{_level(finding)} file={github_property(path)}{where},title={github_property(finding.rule)}::{github_data(finding.message)}"


def _failure(path: str, message: str) -> str:
    return f"::error file={github_property(path)},title=not audited::{github_data(message)}"
