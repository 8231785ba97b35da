"""A pytest plugin for teams that test their templates: the fixture `audit_article`.

It is found by pytest where a11yaudit is installed; nothing needs to be imported.
"""

from collections.abc import Callable, Iterable

import pytest

from a11yaudit.api.auditor import HTML, Auditor, Page
from a11yaudit.model.outcome import Finding, Outcome, Severity
from a11yaudit.settings import Settings

AuditArticle = Callable[..., Page]
"""`audit_article(html, *, fail_on="serious", ignore=()) -> Page`."""


@pytest.fixture
def audit_article() -> AuditArticle:
    """A function that audits HTML and fails the test by what it finds."""
    return _audited


def _audited(html: HTML, *, fail_on: str = "serious", ignore: Iterable[str] = ()) -> Page:
    """The audited page; fails the test for faults from the severity `fail_on` on.

    `ignore` names rules or aspects that do not matter here. Raises UsageError for an unknown one
    and ValueError for an unknown severity.
    """
    __tracebackhide__ = True
    page = Auditor(Settings(ignore=tuple(ignore))).audit(html)
    failing = _failing(page.findings, fail_on)
    if failing:
        count = f"{len(failing)} accessibility {'issue' if len(failing) == 1 else 'issues'}"
        pytest.fail("\n".join([f"{count} in the article:", *map(_line, failing)]), pytrace=False)
    return page


def _failing(findings: Iterable[Finding], fail_on: str) -> list[Finding]:
    severities = list(Severity)
    counted = severities[: severities.index(Severity(fail_on)) + 1]
    return [finding for finding in findings if finding.outcome == Outcome.FAILED and finding.severity in counted]


def _line(finding: Finding) -> str:
    from a11yaudit.report.escape import terminal

    place = f"line {finding.location.line}: " if finding.location else ""
    told = f"  {place}{finding.message} ({finding.severity}, {finding.rule})"
    return "\n".join([terminal(told), terminal(f"      {finding.fix}")])
