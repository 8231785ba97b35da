"""The overview of a run."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from a11yaudit.model.article import ADVERTISING
from a11yaudit.model.outcome import Aspect, Finding, Severity
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import NO_ARTICLE, Document, Extracted, Run
from a11yaudit.model.scorecard import Scorecard
from a11yaudit.report.comparison import Changes
from a11yaudit.report.html import judged, render, strings
from a11yaudit.report.html.judged import State, Verdict
from a11yaudit.report.html.look import Look

MOST_PROBLEMS = 15
"""Rows of the table of common problems."""
BINS = 10
"""Bars of the histogram."""


@dataclass(frozen=True, slots=True)
class Row:
    """One article."""

    page: Extracted
    """Without the article's text: the pages of a long run are all here."""
    card: Scorecard
    verdict: Verdict
    changes: Changes | None
    ads: str
    """The ads on the way from the first word to the last, as a path over 100 units."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One rule over the whole run."""

    rule: str
    severity: Severity
    findings: int
    pages: int


def index(run: Run, files: Mapping[str, str], rules: Mapping[str, Rule], aspects: Mapping[str, Any], look: Look | None = None) -> str:
    """One self-contained page; `files` are the names of the articles' reports by path."""
    look = look or Look()
    t = strings.load(look.language)
    rows = sorted((_row(document, look) for document in run.documents), key=_worst_first)
    return render.render(
        "index.html.j2",
        t,
        run=run,
        rows=rows,
        files=files,
        states=[(state, sum(row.verdict.state == state for row in rows)) for state in State],
        bins=_histogram(rows),
        unscored=sum(row.card.overall is None for row in rows),
        unread=[failure for failure in run.failures if failure.kind != NO_ARTICLE],
        problems=_problems(run),
        rules=rules,
        aspects=aspects,
        order=list(Aspect),
        look=look,
        changes=_total(rows) if look.comparison else None,
        added=sum(row.changes is None for row in rows),
        missing=look.comparison.missing(run) if look.comparison else [],
    )


def _row(document: Document, look: Look) -> Row:
    article = document.extracted.article
    places = [100 * unit.words_before // max(article.words, 1) for unit in article.interruptions if unit.kind in ADVERTISING]
    path = "".join(f"M{min(place, 99)} 0v9" for place in dict.fromkeys(places))
    changes = look.comparison.of(document) if look.comparison else None
    return Row(document.extracted.without_text(), document.scorecard, judged.verdict(document), changes, path)


def _worst_first(row: Row) -> tuple[int, int, str]:
    """What must not go out first, then by score."""
    score = row.card.overall
    return list(State).index(row.verdict.state), 101 if score is None else score, row.page.path


def _histogram(rows: list[Row]) -> list[int]:
    """Articles by score, ten points a bar; 100 belongs to the last."""
    bins = [0] * BINS
    for row in rows:
        score = row.card.overall
        if score is not None:
            bins[min(score // 10, BINS - 1)] += 1
    return bins


def _problems(run: Run) -> list[Problem]:
    """The rules that fail on most articles, in the article and the page."""
    counts: dict[str, Problem] = {}
    for document in run.documents:
        found: dict[str, list[Finding]] = {}
        for finding in judged.faults(document):
            found.setdefault(finding.rule, []).append(finding)
        for rule, listed in found.items():
            known = counts.get(rule) or Problem(rule, listed[0].severity, 0, 0)
            counts[rule] = Problem(rule, known.severity, known.findings + len(listed), known.pages + 1)
    return sorted(counts.values(), key=lambda problem: (-problem.pages, -problem.findings, problem.rule))[:MOST_PROBLEMS]


def _total(rows: list[Row]) -> tuple[int, int, int]:
    """New, gone and unchanged findings of the run."""
    known = [row.changes for row in rows if row.changes]
    return (
        sum(len(changes.new) for changes in known),
        sum(len(changes.gone) for changes in known),
        sum(changes.unchanged for changes in known),
    )
