"""The report for a terminal."""

from collections.abc import Iterable, Iterator

from a11yaudit.model.outcome import Finding, Outcome, Severity, State
from a11yaudit.model.review import Review
from a11yaudit.model.run import Document, Extracted, Failure, Run
from a11yaudit.report.escape import terminal

COLOURS = {Severity.CRITICAL: "31;1", Severity.SERIOUS: "31", Severity.MODERATE: "33", Severity.MINOR: "36"}


def render(run: Run, colour: bool) -> str:
    """Findings grouped by file, `path:line:col severity rule message`, then the figures of each page and of the run."""
    return "".join(rendered(run, colour))


def rendered(run: Run, colour: bool) -> Iterator[str]:
    """The same in pieces."""
    for document in run.documents:
        yield f"{_document(document, colour)}\n\n"
    if run.review.broken or run.review.stale or run.review.changes:
        yield "\n".join(_review(run.review)) + "\n\n"
    for failure in run.failures:
        yield f"{terminal(failure.path)}: not audited: {terminal(failure.message)}\n\n"
    yield f"{_summary(run)}\n"


def extracted(documents: Iterable[Extracted], failures: Iterable[Failure]) -> str:
    """The blocks, pictures and interruptions of each page, a line each."""
    lines: list[str] = []
    for document in documents:
        lines.append(f"{terminal(document.path)}: {document.article.words} words, {document.minutes:.1f} minutes")
        lines += [
            f"  {b.location.line}:{b.location.column} {b.role}: {terminal(b.text)}" for b in document.article.blocks if b.role != "other"
        ]
        lines += [f"  {i.location.line}:{i.location.column} image, {i.role}: {terminal(i.src)}" for i in document.article.images]
        lines += [
            f"  {u.location.line}:{u.location.column} {u.kind}: {terminal(', '.join(u.evidence))}" for u in document.article.interruptions
        ]
    lines += [f"{terminal(failure.path)}: not read: {terminal(failure.message)}" for failure in failures]
    return "\n".join(lines) + "\n"


def _document(document: Document, colour: bool) -> str:
    path = terminal(document.extracted.path)
    return "\n".join([*(_finding(path, finding, colour) for finding in document.evaluation.findings), _figures(path, document)])


def _finding(path: str, finding: Finding, colour: bool) -> str:
    place = f"{finding.location.line}:{finding.location.column}" if finding.location else "1:1"
    word = str(finding.severity) if finding.outcome == Outcome.FAILED else "can't tell"
    if colour:
        word = f"\x1b[{COLOURS[finding.severity] if finding.outcome == Outcome.FAILED else '2'}m{word}\x1b[0m"
    known = f" ({finding.state})" if finding.state in (State.KNOWN, State.UNCHANGED) else ""
    return f"{path}:{place} {word}{known} {finding.rule} {terminal(finding.message)}"


def _review(review: Review) -> Iterator[str]:
    than = terminal(f" than on {review.base}") if review.base else ""
    yield from (f"{terminal(item.path)}: {terminal(item.text)}{than}" for item in review.changes)
    yield from (f"{terminal(item.path)}: budget: {terminal(item.text)}" for item in review.broken)
    yield from (
        f"{terminal(item.path)}: no longer there, but in the baseline: {item.rule}: {terminal(item.message)}" for item in review.stale
    )


def _figures(path: str, document: Document) -> str:
    if not document.extracted.article.found:
        return f"{path}: no article found, only the page's structure was judged"
    score, measured = document.scorecard.overall, document.measurements
    parts = [
        f"score {score} of 100" if score is not None else "no score",
        f"{measured.reading_time.words} words",
        f"{measured.reading_time.minutes:.1f} minutes",
        terminal(measured.ads.statement[:1].lower() + measured.ads.statement[1:]),
    ]
    return f"{path}: {', '.join(parts)}"


def _summary(run: Run) -> str:
    tally = run.tally()
    told = ", ".join(f"{count} {severity}" for severity, count in tally.failed().items())
    ignored = f"; {tally.suppressed} ignored on request" if tally.suppressed else ""
    return f"{_pages(len(run.documents))} audited, {len(run.failures)} not: {told}; {tally.cant_tell()} to be looked at{ignored}"


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"
