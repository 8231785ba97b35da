"""JUnit's XML: a suite for each page and part, a case for each rule that speaks of it."""

from collections.abc import Iterator

from a11yaudit.model.outcome import Finding, Outcome
from a11yaudit.model.part import Part
from a11yaudit.model.run import NO_ARTICLE, Document, Failure, Run
from a11yaudit.report.escape_xml import attribute, text


def render(run: Run) -> str:
    """A case fails where the run fails by it; other findings are its output, and a page that could not be audited is an error."""
    pages = [suite for document in run.documents for suite in _suites(document, run)]
    suites = [*pages, *(_not_audited(failure) for failure in run.failures)]
    return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="a11yaudit">\n' + "".join(suites) + "</testsuites>\n"


def _suites(document: Document, run: Run) -> Iterator[str]:
    """The suites of the parts of a page that have cases; rules without a finding, and budgets, are cases of the article's."""
    path = document.extracted.path
    by_part: dict[Part, dict[str, list[Finding]]] = {part: {} for part in Part}
    for finding in document.evaluation.findings:
        by_part[finding.part].setdefault(finding.rule, []).append(finding)
    found = {rule for rules in by_part.values() for rule in rules}
    kept = [o.rule for o in document.evaluation.outcomes if o.outcome != Outcome.INAPPLICABLE and o.rule not in found]
    for part, rules in by_part.items():
        cases = [_case(path, rule, findings, run) for rule, findings in rules.items()]
        if part == Part.ARTICLE:
            cases += [f"<testcase name={attribute(rule)} classname={attribute(path)}></testcase>\n" for rule in kept]
            cases += [_budget(path, item.name, item.text) for item in run.review.broken if item.path == path]
        if cases:
            yield _suite(path if part == Part.ARTICLE else f"{path} ({_NAMES[part]})", cases)


_NAMES = {Part.PAGE: "page", Part.AROUND: "around the article"}


def _suite(name: str, cases: list[str]) -> str:
    failures = sum("<failure" in case for case in cases)
    return (
        f'<testsuite name={attribute(name)} tests="{len(cases)}" failures="{failures}" errors="0" skipped="0">\n'
        + "".join(cases)
        + "</testsuite>\n"
    )


def _budget(path: str, name: str, told: str) -> str:
    return f"<testcase name={attribute('budget: ' + name)} classname={attribute(path)}><failure message={attribute(told)}/></testcase>\n"


def _case(path: str, rule: str, findings: list[Finding], run: Run) -> str:
    """One failure a case, as readers of the format expect; its text lists every place."""
    failing = [finding for finding in findings if run.review.fails(finding)]
    others = [finding for finding in findings if not run.review.fails(finding)]
    inside = ""
    if failing:
        count = sum(finding.stands_for for finding in failing)
        told = attribute(failing[0].message if count == 1 else f"{count} findings: {failing[0].message}")
        inside += f"<failure type={attribute(str(failing[0].severity))} message={told}>{text(''.join(_lines(path, failing)))}</failure>"
    if others:
        inside += f"<system-out>{text(''.join(_lines(path, others)))}</system-out>"
    return f"<testcase name={attribute(rule)} classname={attribute(path)}>{inside}</testcase>\n"


def _lines(path: str, findings: list[Finding]) -> Iterator[str]:
    for finding in findings:
        place = f"{finding.location.line}:{finding.location.column}" if finding.location else "1:1"
        known = f" ({finding.state})" if finding.state else ""
        word = finding.severity if finding.outcome == Outcome.FAILED else "question"
        yield " ".join(f"{path}:{place} {word}{known}: {finding.message} {finding.fix}".split()) + "\n"


def _not_audited(failure: Failure) -> str:
    """A page with an error is a suite of its own, beside those of a page that was audited and has no article."""
    case = "article found" if failure.kind == NO_ARTICLE else "audited"
    name = failure.path + (" (article)" if failure.kind == NO_ARTICLE else "")
    return (
        f'<testsuite name={attribute(name)} tests="1" failures="0" errors="1" skipped="0">\n'
        f"<testcase name={attribute(case)} classname={attribute(failure.path)}>"
        f"<error type={attribute(str(failure.kind))} message={attribute(failure.message)}/></testcase>\n</testsuite>\n"
    )
