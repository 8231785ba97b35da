"""The report that editors open: one self-contained file a page, and an index of a run."""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from a11yaudit import resources
from a11yaudit.model.article import ADVERTISING, RUNNING_TEXT, Role
from a11yaudit.model.outcome import Aspect, Finding, Outcome, Severity
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import Document, Run
from a11yaudit.report.escape import visible

FIRST = 5
"""Findings under "Fix these first"."""


def page(document: Document, rules: Mapping[str, Rule], aspects: Mapping[str, Any], version: str) -> str:
    """The report of one page; nothing in it is fetched, and it needs no script."""
    findings = sorted(document.evaluation.findings, key=_worst_first)
    faults = [finding for finding in findings if finding.outcome == Outcome.FAILED]
    return _render(
        "article.html.j2",
        document=document,
        article=document.extracted.article,
        measured=document.measurements,
        version=version,
        verdict=verdict(document),
        faults=faults,
        groups=_groups(faults, aspects),
        first=_first(faults),
        undecided=[finding for finding in findings if finding.outcome == Outcome.CANT_TELL],
        rules=rules,
        aspects=aspects,
        cards=_cards(document, aspects),
        marked=_marked(document, findings),
        blocks=[block for block in document.extracted.article.blocks if block.role != Role.OTHER],
        ads=[unit for unit in document.extracted.article.interruptions if unit.kind in ADVERTISING],
        others=[unit for unit in document.extracted.article.interruptions if unit.kind not in ADVERTISING],
        outcomes=_by_outcome(document),
        suppressed=sum(outcome.suppressed for outcome in document.evaluation.outcomes),
        running=RUNNING_TEXT,
    )


def index(run: Run, files: Mapping[str, str]) -> str:
    """The overview of a run; `files` are the reports' names by path."""
    rows = sorted(
        run.documents, key=lambda document: (document.scorecard.overall is None, document.scorecard.overall or 0, document.extracted.path)
    )
    return _render("index.html.j2", run=run, rows=rows, files=files, problems=_problems(run), aspects=list(Aspect), verdict=verdict)


def verdict(document: Document) -> str:
    """Whether the page can go out, in two sentences; ads after the text are not met on the way."""
    if not document.extracted.article.found:
        return "No article was found in this page, so only its structure was judged."
    faults = [finding for finding in document.evaluation.findings if finding.outcome == Outcome.FAILED]
    must = sum(finding.severity in (Severity.CRITICAL, Severity.SERIOUS) for finding in faults)
    rest = len(faults) - must
    undecided = len(document.evaluation.findings) - len(faults)
    ready = "Not ready to publish" if must else "Ready to publish"
    parts = [f"{_count(must, 'problem')} must be fixed"] if must else []
    parts += [f"{_count(rest, 'smaller problem')} to look at"] if rest else []
    parts += [f"{_count(undecided, 'question')} only a person can answer"] if undecided else []
    told = ", ".join(parts) or "no problem was found"
    load, time = document.measurements.ads, document.measurements.reading_time.minutes
    ads = load.before_first_paragraph + load.inside_body
    met = f"meets {_count(ads, 'ad')}" if ads else "meets no ad"
    return f"{ready}: {told}. A reader needs about {_minutes(time)} and {met} on the way."


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _minutes(minutes: float) -> str:
    halves = round(minutes * 2) / 2
    return "less than a minute" if halves < 1 else _count(int(halves), "minute") if halves == int(halves) else f"{int(halves)}½ minutes"


def _worst_first(finding: Finding) -> tuple[int, int, int]:
    place = finding.location
    return list(Severity).index(finding.severity), place.line if place else 0, place.column if place else 0


def _first(faults: list[Finding]) -> list[Finding]:
    """The worst fault of each of the worst rules."""
    worst: dict[str, Finding] = {}
    for finding in faults:
        worst.setdefault(finding.rule, finding)
    return list(worst.values())[:FIRST]


def _cards(document: Document, aspects: Mapping[str, Any]) -> list[dict[str, Any]]:
    grades = sorted(aspects["score"]["grades"].items(), key=lambda item: -item[1])
    cards = []
    for aspect, result in document.scorecard.aspects.items():
        word = "nothing to judge" if result.score is None else next(name for name, least in grades if result.score >= least)
        cards.append({"title": aspects["aspects"][aspect]["title"], "score": result.score, "word": word, "failed": result.failed})
    return cards


def _groups(faults: list[Finding], aspects: Mapping[str, Any]) -> list[tuple[str, list[Finding]]]:
    """Faults by the title of their aspect, aspects in their declared order, each worst first."""
    titles = {aspect: aspects["aspects"][aspect]["title"] for aspect in Aspect}
    grouped = [(title, [finding for finding in faults if finding.aspect == aspect]) for aspect, title in titles.items()]
    return [(title, listed) for title, listed in grouped if listed]


def _evidence(finding: Finding) -> list[tuple[str, str]]:
    """The measured values that the message does not tell already."""
    plain = {name: str(value) for name, value in finding.evidence.items() if isinstance(value, (str, int, float))}
    return [(name.replace("_", " "), value[:300]) for name, value in plain.items() if value and value not in finding.message]


def _marked(document: Document, findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """Findings by the node of the block that they are about."""
    found: dict[int, list[Finding]] = {}
    blocks = {block.location.node for block in document.extracted.article.blocks}
    for finding in findings:
        if finding.location and finding.location.node in blocks:
            found.setdefault(finding.location.node, []).append(finding)
    return found


def _by_outcome(document: Document) -> dict[str, list[str]]:
    listed: dict[str, list[str]] = {}
    for outcome in document.evaluation.outcomes:
        listed.setdefault(str(outcome.outcome), []).append(outcome.rule)
    return listed


def _problems(run: Run) -> list[tuple[str, int, int]]:
    """Rule, findings and articles, the most common first."""
    counts: dict[str, list[int]] = {}
    for document in run.documents:
        failed = [finding.rule for finding in document.evaluation.findings if finding.outcome == Outcome.FAILED]
        for rule in failed:
            counts.setdefault(rule, [0, 0])[0] += 1
        for rule in set(failed):
            counts[rule][1] += 1
    return sorted(((rule, found, pages) for rule, (found, pages) in counts.items()), key=lambda row: (-row[2], -row[1], row[0]))[:20]


def _render(template: str, **values: Any) -> str:
    css, css_hash = _style()
    return _environment().get_template(template).render(css=css, css_hash=css_hash, **values) + "\n"


@cache
def _style() -> tuple[str, str]:
    """The style sheet and its hash for the content security policy."""
    css = (resources.data_dir("reports") / "html" / "report.css").read_text("utf-8")
    return css, f"sha256-{base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()}"


@cache
def _environment() -> Environment:
    folder = resources.data_dir("reports") / "html"
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = lambda value: visible(str(value))
    environment.filters["evidence"] = _evidence
    environment.filters["minutes"] = _minutes
    environment.filters["file"] = lambda src: visible(str(src).split("?")[0].rsplit("/", 1)[-1][:80])
    environment.tests["failed"] = lambda finding: finding.outcome == Outcome.FAILED
    return environment
