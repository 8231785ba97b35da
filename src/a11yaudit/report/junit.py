"""JUnit's XML: a suite for each page, a case for each rule that was applicable."""

from collections.abc import Iterator

from a11yaudit.model.outcome import Finding, Outcome, RuleOutcome
from a11yaudit.model.run import Document, Failure, Run
from a11yaudit.report.escape_xml import attribute, text


def render(run: Run) -> str:
    """A case fails where the run fails by it; other findings are its output, and a page that could not be audited is an error."""
    suites = [*(_suite(document, run) for document in run.documents), *(_not_audited(failure) for failure in run.failures)]
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="a11yaudit">\n' + "".join(suites) + "</testsuites>\n"


def _suite(document: Document, run: Run) -> str:
    path = document.extracted.path
    judged = [outcome for outcome in document.evaluation.outcomes if outcome.outcome != Outcome.INAPPLICABLE]
    broken = [item for item in run.review.broken if item.path == path]
    by_rule: dict[str, list[Finding]] = {}
    for finding in document.evaluation.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    cases = [_case(path, outcome, by_rule.get(outcome.rule, []), run) for outcome in judged]
    cases += [
        f"<testcase name={attribute('budget: ' + item.name)} classname={attribute(path)}>"
        f"<failure message={attribute(item.text)}/></testcase>\n"
        for item in broken
    ]
    failures = sum("<failure" in case for case in cases)
    return (
        f'<testsuite name={attribute(path)} tests="{len(cases)}" failures="{failures}" errors="0" skipped="0">\n'
        + "".join(cases)
        + "</testsuite>\n"
    )


def _case(path: str, outcome: RuleOutcome, findings: list[Finding], run: Run) -> str:
    """One failure a case, as readers of the format expect; its text lists every place."""
    failing = [finding for finding in findings if run.review.fails(finding)]
    others = [finding for finding in findings if not run.review.fails(finding)]
    inside = ""
    if failing:
        count = sum(finding.stands_for for finding in failing)
        told = attribute(failing[0].message if count == 1 else f"{count} findings: {failing[0].message}")
        inside += f"<failure type={attribute(str(outcome.severity))} message={told}>{text(''.join(_lines(path, failing)))}</failure>"
    if others:
        inside += f"<system-out>{text(''.join(_lines(path, others)))}</system-out>"
    return f"<testcase name={attribute(outcome.rule)} classname={attribute(path)}>{inside}</testcase>\n"


def _lines(path: str, findings: list[Finding]) -> Iterator[str]:
    for finding in findings:
        place = f"{finding.location.line}:{finding.location.column}" if finding.location else "1:1"
        known = f" ({finding.state})" if finding.state else ""
        yield (
            " ".join(
                f"{path}:{place} {finding.severity if finding.outcome == Outcome.FAILED else 'question'}{known}: "
                f"{finding.message} {finding.fix}".split()
            )
            + "\n"
        )


def _not_audited(failure: Failure) -> str:
    return (
        f'<testsuite name={attribute(failure.path)} tests="1" failures="0" errors="1" skipped="0">\n'
        f'<testcase name="audited" classname={attribute(failure.path)}>'
        f"<error type={attribute(str(failure.kind))} message={attribute(failure.message)}/></testcase>\n</testsuite>\n"
    )
