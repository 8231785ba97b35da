"""A page against what was there before: the same page at a base revision, or a baseline's list."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from a11yaudit.model.outcome import Finding, Outcome, Severity, State
from a11yaudit.model.part import JUDGED
from a11yaudit.model.review import Change
from a11yaudit.model.run import Document

STEP = 0.1
"""Smallest difference of a grade or a time that is told."""


def kinds(document: Document) -> Counter[str]:
    """How many findings of each kind a page has."""
    return Counter(finding.kin for finding in document.evaluation.findings)


def on_lines(document: Document, changed: Collection[int] | None) -> Document:
    """The page with every finding marked that starts on a changed line; None stands for all lines."""
    return _with(
        document,
        tuple(finding._replace(on_changed_line=changed is None or _touches(finding, changed)) for finding in document.evaluation.findings),
    )


def against(document: Document, before: Mapping[str, int], state: State) -> Document:
    """The page with the findings that `before` counts in that state, and the rest new unless something else already knows them.

    Of several findings of one kind, those on changed lines, then the last ones, are the new ones.
    """
    left = Counter(before)
    states: dict[int, State] = {}
    findings = document.evaluation.findings
    for number in sorted(range(len(findings)), key=lambda number: _newer(findings[number], number)):
        finding = findings[number]
        if left[finding.kin] > 0:
            left[finding.kin] -= 1
            states[number] = state
        else:
            states[number] = finding.state or State.NEW
    return _with(document, tuple(finding._replace(state=states[number]) for number, finding in enumerate(findings)))


def by_lines(document: Document) -> Document:
    """The page with findings off the changed lines called unchanged: a makeshift for a base version that can't be audited."""
    findings = document.evaluation.findings
    states = (State.NEW if finding.on_changed_line or not finding.location else State.UNCHANGED for finding in findings)
    return _with(document, tuple(finding._replace(state=state) for finding, state in zip(findings, states, strict=True)))


def _newer(finding: Finding, number: int) -> tuple[bool, bool, int]:
    return finding.state == State.NEW, bool(finding.on_changed_line), number


def _with(document: Document, findings: tuple[Finding, ...]) -> Document:
    return replace(document, evaluation=replace(document.evaluation, findings=findings))


def _touches(finding: Finding, changed: Collection[int]) -> bool:
    place = finding.location
    return place is not None and any(line in changed for line in range(place.line, place.end_line + 1))


def changes(document: Document, base: Document) -> Iterator[Change]:
    """What became better or worse on a page since its base version."""
    path, now, then = document.extracted.path, document.measurements, base.measurements
    yield from _change(path, "reading grade", then.readability.grade, now.readability.grade, "harder by {} grades", "easier by {} grades")
    if then.readability.grade is None or now.readability.grade is None:
        yield from _change(
            path, "reading ease", then.readability.ease, now.readability.ease,
            "easier by {} points of reading ease", "harder by {} points of reading ease", worse=False,
        )  # fmt: skip
    yield from _change(
        path,
        "reading time",
        then.reading_time.minutes,
        now.reading_time.minutes,
        "longer by {} minutes",
        "shorter by {} minutes",
        worse=None,
    )
    yield from _change(path, "ads in the text", then.ads.inside_body, now.ads.inside_body, "{} more ads", "{} fewer ads")
    yield from _change(
        path, "ads before the headline", then.ads.before_headline, now.ads.before_headline,
        "{} more ads before the headline", "{} fewer ads before the headline",
    )  # fmt: skip
    yield from _change(
        path, "overall score", base.scorecard.overall, document.scorecard.overall,
        "score higher by {}", "score lower by {}", worse=False,
    )  # fmt: skip
    for severity in Severity:
        yield from _change(
            path, f"number of {severity} findings", _failed(base, severity), _failed(document, severity),
            f"{{}} more {severity} findings", f"{{}} fewer {severity} findings",
        )  # fmt: skip


def _failed(document: Document, severity: Severity) -> int:
    """Faults of the article and the page."""
    findings = (finding for finding in document.evaluation.findings if finding.part in JUDGED)
    return sum(finding.outcome == Outcome.FAILED and finding.severity == severity for finding in findings)


def _change(
    path: str, name: str, before: float | None, after: float | None, more: str, less: str, worse: bool | None = True
) -> Iterator[Change]:
    """A change in words. `worse` says whether more is worse; None for a figure that is neither."""
    if before is None or after is None or abs(after - before) < STEP:
        return
    size = f"{abs(after - before):.1f}".removesuffix(".0")
    text = (more if after > before else less).format(size)
    text = text.removesuffix("s") if size == "1" and text.endswith(("ads", "grades", "minutes", "findings")) else text
    yield Change(path, name, round(before, 2), round(after, 2), worse is not None and (after > before) == worse, text)
