"""The order in which reports that can't hold everything choose."""

from collections.abc import Iterator

from a11yaudit.model.outcome import Finding, Outcome, Severity
from a11yaudit.model.run import Run

ORDER = {severity: place for place, severity in enumerate(Severity)}


def worst_first(run: Run) -> list[tuple[str, Finding]]:
    """All findings with their paths: those that were there before come last, questions after faults, then by severity, path and place."""
    return sorted(
        _all(run), key=lambda item: (run.review.accepts(item[1]), item[1].outcome != Outcome.FAILED, ORDER[item[1].severity], item[0])
    )


def _all(run: Run) -> Iterator[tuple[str, Finding]]:
    yield from ((document.extracted.path, finding) for document in run.documents for finding in document.evaluation.findings)
