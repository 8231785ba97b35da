"""The report for a terminal."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from a11yaudit.model.article import EXPLAINED
from a11yaudit.model.outcome import Finding, Outcome, Severity, State
from a11yaudit.model.part import JUDGED, Part
from a11yaudit.model.review import Review
from a11yaudit.model.run import NO_ARTICLE, Document, Extracted, Failure, Run
from a11yaudit.report.escape import terminal
from a11yaudit.report.grouped import Group, around, groups, issues

MOST_RULES = 4
"""Rules that are named in the line on what stands around an article."""
MOST_TEMPLATES = 20
COLOURS = {Severity.CRITICAL: "31;1", Severity.SERIOUS: "31", Severity.MODERATE: "33", Severity.MINOR: "36"}


def render(run: Run, colour: bool) -> str:
    """Findings grouped by file, `path:line:col severity rule message`, then the figures of each page and of the run."""
    return "".join(rendered(run, colour))


def rendered(run: Run, colour: bool) -> Iterator[str]:
    """The same in pieces."""
    shared = frozenset(item.group for item in run.templates)
    for document in run.documents:
        yield f"{_document(document, colour, shared, run)}\n\n"
    if run.templates:
        yield "\n".join(_templates(run)) + "\n\n"
    if run.review.broken or run.review.stale or run.review.changes:
        yield "\n".join(_review(run.review)) + "\n\n"
    for failure in run.failures:
        if failure.kind != NO_ARTICLE:
            yield f"{terminal(failure.path)}: not checked: {terminal(failure.message)}\n\n"
    yield f"{_summary(run)}\n"


def extracted(documents: Iterable[Extracted], failures: Iterable[Failure]) -> str:
    """The blocks, pictures and interruptions of each page, a line each."""
    lines: list[str] = []
    for document in documents:
        lines.append(f"{terminal(document.path)}: {document.article.words} words, {minutes(document.minutes)}")
        lines += [
            f"  {b.location.line}:{b.location.column} {b.role}: {terminal(b.text)}" for b in document.article.blocks if b.role != "other"
        ]
        lines += [f"  {i.location.line}:{i.location.column} image, {i.role}: {terminal(i.src)}" for i in document.article.images]
        lines += [
            f"  {u.location.line}:{u.location.column} {u.kind}: {terminal(', '.join(u.evidence))}" for u in document.article.interruptions
        ]
    lines += [f"{terminal(failure.path)}: not read: {terminal(failure.message)}" for failure in failures]
    return "\n".join(lines) + "\n"


def _document(document: Document, colour: bool, shared: Collection[str], run: Run) -> str:
    """The findings of one page, those that look alike once; what its template has in common with other pages is told at the end.

    What stands around the article is shown where it was asked for (`--part`) or may fail the run.
    """
    path, findings = terminal(document.extracted.path), document.evaluation.findings
    asked = bool(run.review.failing_around) or (Part.AROUND in run.shown and len(run.shown) < len(Part))
    listed = [f for f in findings if f.group not in shared and (f.part != Part.AROUND or asked)]
    lines = [_finding(path, group, colour) for group in groups(listed)]
    deep = document.extracted.too_deep
    if deep:
        lines.append(f"{path}: {deep:,} {'element' if deep == 1 else 'elements'} nested too deep: only their text was checked")
    return "\n".join([*lines, *_around(path, findings, shared, asked), _figures(path, document)])


def _around(path: str, findings: Sequence[Finding], shared: Collection[str], asked: bool) -> Iterator[str]:
    """One line on what stands around the article of this page alone; its places are shown where the part is asked for."""
    own = [] if asked else [finding for finding in findings if finding.group not in shared]
    counts = list(around(own))
    if counts:
        told = ", ".join(f"{rule} {count}" for rule, count in counts[:MOST_RULES])
        rest = len(counts) - MOST_RULES
        more = f", {rest} more {'rule' if rest == 1 else 'rules'}" if rest > 0 else ""
        yield f"{path}: around the article, for the web team: {told}{more} (--part around shows where)"


def _templates(run: Run) -> Iterator[str]:
    """Faults that a template makes, once for all pages."""
    for item in run.templates[:MOST_TEMPLATES]:
        place = f":{item.location.line}:{item.location.column}" if item.location else ""
        yield (
            f"on {item.pages} of {_pages(item.of)}: {item.severity} {terminal(item.rule)} {terminal(item.message)}"
            f" Fix once in the template, for example {terminal(item.path)}{place}"
        )
    if len(run.templates) > MOST_TEMPLATES:
        yield f"{len(run.templates) - MOST_TEMPLATES} more template faults in the HTML and JSON reports"


def _finding(path: str, group: Group, colour: bool) -> str:
    finding = group.finding
    place = f"{finding.location.line}:{finding.location.column}" if finding.location else "1:1"
    word = str(finding.severity) if finding.outcome == Outcome.FAILED else "can't tell"
    if colour:
        word = f"\x1b[{COLOURS[finding.severity] if finding.outcome == Outcome.FAILED else '2'}m{word}\x1b[0m"
    known = f" ({finding.state})" if finding.state in (State.KNOWN, State.UNCHANGED) else ""
    more = f" ({group.more})" if group.others else ""
    return f"{path}:{place} {word}{known} {terminal(finding.rule)} {terminal(finding.message)}{more}"


def _review(review: Review) -> Iterator[str]:
    than = terminal(f" than on {review.base}") if review.base else ""
    yield from (f"{terminal(item.path)}: {terminal(item.text)}{than}" for item in review.changes)
    yield from (f"{terminal(item.path)}: budget: {terminal(item.text)}" for item in review.broken)
    for item in review.stale:
        gone = f"{terminal(item.rule)}: {terminal(item.message)}"
        yield f"{terminal(item.path)}: in the baseline but no longer found: {gone}"


def _figures(path: str, document: Document) -> str:
    article = document.extracted.article
    if article.reason:
        return f"{path}: no article found: {EXPLAINED[article.reason]}. Only the page itself was checked."
    score, measured = document.scorecard.overall, document.measurements
    parts = [
        f"score {score} of 100" if score is not None else "no score",
        f"{measured.reading_time.words} words",
        minutes(measured.reading_time.minutes),
        terminal(measured.ads.statement[:1].lower() + measured.ads.statement[1:]),
    ]
    doubt = "; this may not be the article: compare with `a11yaudit extract`" if article.doubtful else ""
    return f"{path}: {', '.join(parts)}{doubt}"


def _summary(run: Run) -> str:
    tally = run.tally()
    ignored = f"; {tally.suppressed} ignored on request" if tally.suppressed else ""
    unread = sum(failure.kind != NO_ARTICLE for failure in run.failures)
    missed = f", {unread} not checked" if unread else ""
    lines = [f"{_pages(len(run.documents))} checked{missed}: {issues(tally, JUDGED)}{ignored}"]
    outside = tally.failed((Part.AROUND,))
    if any(outside.values()):
        lines.append(f"Around the article, for the web team: {issues(tally, (Part.AROUND,))}")
    if run.without_article:
        lines.append(f"No article in {_pages(len(run.without_article))}:")
        lines += [f"  {terminal(path)}: {EXPLAINED[reason]}" for path, reason in run.without_article]
    return "\n".join(lines)


def minutes(number: float) -> str:
    """A reading time as a person would say it."""
    return "less than a minute" if number < 1 else f"{number:.1f} minutes"


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"
