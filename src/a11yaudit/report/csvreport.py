"""A table for spreadsheets: a row for each finding, and for each page that could not be audited."""

import csv
import io

from a11yaudit.model.outcome import Finding, Outcome
from a11yaudit.model.run import NO_ARTICLE, Run
from a11yaudit.report.escape_csv import cell

COLUMNS = (
    "severity",
    "outcome",
    "rule",
    "aspect",
    "path",
    "line",
    "column",
    "message",
    "fix",
    "state",
    "changed line",
    "fingerprint",
    "part",
    "group",
    "also",
)
"""No text of a page stands first: a line that begins with it could be a runner's command."""


def render(run: Run) -> str:
    """Comma-separated by RFC 4180, with a header."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for document in run.documents:
        for finding in document.evaluation.findings:
            writer.writerow([cell(value) for value in _row(document.extracted.path, finding)])
    for failure in run.failures:
        row = (
            "error",
            "audited" if failure.kind == NO_ARTICLE else "not audited",
            failure.kind,
            "",
            failure.path,
            "",
            "",
            failure.message,
            *[""] * 7,
        )
        writer.writerow([cell(value) for value in row])
    return out.getvalue()


def _row(path: str, finding: Finding) -> tuple[object, ...]:
    place = (finding.location.line, finding.location.column) if finding.location else ("", "")
    changed = "" if finding.on_changed_line is None else "yes" if finding.on_changed_line else "no"
    return (
        finding.severity if finding.outcome == Outcome.FAILED else "question",
        finding.outcome, finding.rule, finding.aspect, path, *place, finding.message, finding.fix, finding.state or "", changed,
        finding.fingerprint, finding.part, finding.group, " ".join(finding.also),
    )  # fmt: skip
