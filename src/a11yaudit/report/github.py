"""Annotations for GitHub's workflow log."""

from a11yaudit.model.outcome import Finding, Outcome, Severity
from a11yaudit.model.part import JUDGED
from a11yaudit.model.run import NO_ARTICLE, Run
from a11yaudit.report.escape import github_data, github_property
from a11yaudit.report.grouped import Group
from a11yaudit.report.worst import grouped, worst_first

MOST = 10
"""Annotations that GitHub shows of one level and step; more vanish silently."""
LONGEST = 1_000
LEVELS = {Severity.CRITICAL: "error", Severity.SERIOUS: "error", Severity.MODERATE: "warning", Severity.MINOR: "notice"}


def render(run: Run) -> str:
    """The worst findings of article and page, ten of each level, then how many more there are; pages that can't be audited are errors.

    What was there before is not annotated, nor what stands around the article, unless the run fails by it.
    """
    levels: dict[str, list[str]] = {
        "error": [
            _problem(failure.path, failure.kind.replace("-", " ") if failure.kind == NO_ARTICLE else "not audited", failure.message)
            for failure in run.failures
        ]
        + [_problem(item.path, "budget", item.text) for item in run.review.broken],
        "warning": [],
        "notice": [],
    }
    told = [item for item in worst_first(run) if not run.review.accepts(item[1]) and _counts(item[1], run)]
    for path, group in grouped(told):
        levels[_level(group.finding)].append(_annotation(path, group))
    total = sum(map(len, levels.values()))
    crowded = any(len(listed) > MOST for listed in levels.values())
    levels["notice"] = levels["notice"][: MOST - crowded]
    lines = [line for listed in levels.values() for line in listed[:MOST]]
    if crowded:
        lines.append(f"::notice title=a11yaudit::{total - len(lines)} more in the summary")
    return "".join(f"{line}\n" for line in lines)


def _counts(finding: Finding, run: Run) -> bool:
    return finding.part in JUDGED or run.review.fails(finding)


def _level(finding: Finding) -> str:
    return LEVELS[finding.severity] if finding.outcome == Outcome.FAILED else "notice"


def _annotation(path: str, group: Group) -> str:
    finding, more = group.finding, f" ({group.more})" if group.others else ""
    place = finding.location
    where = f",line={place.line},endLine={place.end_line}" if place else ""
    columns = f",col={place.column},endColumn={place.end_column}" if place and place.line == place.end_line else ""
    properties = f"file={github_property(path)}{where}{columns},title={github_property(finding.rule)}"
    return f"::{_level(finding)} {properties}::{_cut(finding.message + more)}"


def _problem(path: str, title: str, message: str) -> str:
    return f"::error file={github_property(path)},title={title}::{_cut(message)}"


def _cut(message: str) -> str:
    """A message of at most 1,000 characters; cut before it is escaped, so that no escape is broken."""
    return github_data(message if len(message) <= LONGEST else f"{message[:LONGEST]}…")
