"""The order in which reports that can't hold everything choose."""

from collections.abc import Iterable, Iterator

from a11yaudit.model.outcome import Finding, Outcome, Severity
from a11yaudit.model.part import JUDGED
from a11yaudit.model.run import Run
from a11yaudit.report.grouped import Group

ORDER = {severity: place for place, severity in enumerate(Severity)}


def worst_first(run: Run) -> list[tuple[str, Finding]]:
    """All findings with their paths: those that were there before come last, then those around the article, questions after faults.

    Then they go by severity, path and place.
    """

    def order(item: tuple[str, Finding]) -> tuple[bool, bool, bool, int, str]:
        path, finding = item
        around, question = finding.part not in JUDGED, finding.outcome != Outcome.FAILED
        return run.review.accepts(finding), around, question, ORDER[finding.severity], path

    return sorted(_all(run), key=order)


def grouped(found: Iterable[tuple[str, Finding]]) -> list[tuple[str, Group]]:
    """The same with those of one page that look alike as one."""
    by_page: dict[tuple[str, str, object], list[Finding]] = {}
    for path, finding in found:
        by_page.setdefault((path, finding.group, finding.state), []).append(finding)
    return [(path, Group(listed[0], tuple(listed[1:]))) for (path, _, _), listed in by_page.items()]


def _all(run: Run) -> Iterator[tuple[str, Finding]]:
    yield from ((document.extracted.path, finding) for document in run.documents for finding in document.evaluation.findings)
