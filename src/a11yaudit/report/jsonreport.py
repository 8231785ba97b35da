"""The JSON of `audit` and `extract`; `reports/report.schema.json` describes it."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Any

from a11yaudit.errors import Skip
from a11yaudit.model.article import Metadata, Passage
from a11yaudit.model.outcome import Finding, RuleOutcome
from a11yaudit.model.packing import unpack
from a11yaudit.model.part import Part
from a11yaudit.model.review import Review
from a11yaudit.model.run import Document, Extracted, Failure, Run, Skipped
from a11yaudit.model.tally import Tally
from a11yaudit.model.tally import of as tally_of
from a11yaudit.model.template import Template
from a11yaudit.report.jsonmetrics import location, metrics
from a11yaudit.report.jsontext import DEEP, Laid, laid_out, pieces

SCHEMA_VERSION = "1.1"
LONGEST = 4_096
"""Characters of a text in the report of `audit`: as many as a path can have. What is longer was written by nobody for a reader."""


def audit(run: Run) -> str:
    """The report of a run."""
    return "".join(audited(run))


def audited(run: Run) -> Iterator[str]:
    """The same in pieces."""
    tally = run.tally()
    listed = map(part, run.documents) if run.kept is None else (unpack(page.json) for page in run.kept)
    report = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "a11yaudit", "version": run.version, "ruleset": run.ruleset},
        "summary": _summary(run, tally),
        "documents": map(Laid, listed),
        "errors": _errors(run.failures),
        "skipped": _skipped(run.skipped),
        "review": _review(run.review, tally),
    }
    return pieces(report, LONGEST)


def part(document: Document, parts: Collection[Part] = frozenset(Part)) -> str:
    """What the report says of one page, as it stands there, with the findings of some parts."""
    return laid_out(_document(document, parts), 2, LONGEST)


def extract(documents: Iterable[Extracted], failures: Iterable[Failure]) -> str:
    """What the pages' articles are."""
    return "".join(extracted(documents, failures))


def extracted(documents: Iterable[Extracted], failures: Iterable[Failure], skipped: Iterable[Skipped] = ()) -> Iterator[str]:
    """The same in pieces."""
    report = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "a11yaudit"},
        "documents": map(_extracted, documents),
        "errors": _errors(failures),
        "skipped": _skipped(skipped),
    }
    return pieces(report)


def _summary(run: Run, tally: Tally) -> dict[str, Any]:
    return {
        "documents": len(run.documents),
        "errors": len(run.failures),
        "findings": {str(severity): count for severity, count in tally.failed().items()},
        "cant_tell": tally.cant_tell(),
        "suppressed": tally.suppressed,
        "skipped": {str(kind): sum(item.kind == kind for item in run.skipped) for kind in Skip},
        "parts": _parts(tally),
        "without_article": _without_article(run),
        "pages_without_article": [{"path": path, "reason": str(reason)} for path, reason in run.without_article],
        "templates": [_template(item) for item in run.templates],
    }


def _without_article(run: Run) -> int:
    return sum(page.reason is not None for page in run.kept) if run.kept is not None else len(run.without_article)


def _template(item: Template) -> dict[str, Any]:
    return {
        "rule": item.rule,
        "part": str(item.part),
        "severity": str(item.severity),
        "pages": item.pages,
        "of": item.of,
        "places": item.places,
        "message": item.message,
        "group": item.group,
        "example": {"path": item.path, "location": location(item.location)},
    }


def _parts(tally: Tally) -> dict[str, dict[str, int]]:
    """Faults by severity and questions of each part."""
    return {
        str(part): {**{str(severity): count for severity, count in tally.failed((part,)).items()}, "cant_tell": tally.cant_tell((part,))}
        for part in Part
    }


def _review(review: Review, tally: Tally) -> dict[str, Any]:
    return {
        "base": review.base,
        "baseline": review.baseline,
        "failing": [str(severity) for severity in review.failing],
        "failing_around": [str(severity) for severity in review.failing_around],
        "new_only": review.new_only,
        "failing_findings": tally.count(review.fails),
        "stale": [{"path": item.path, "rule": item.rule, "count": item.count, "message": item.message} for item in review.stale],
        "broken_budgets": [
            {"path": item.path, "name": item.name, "value": item.value, "limit": item.limit, "message": item.text} for item in review.broken
        ],
        "changes": [
            {"path": item.path, "name": item.name, "before": item.before, "after": item.after, "worse": item.worse, "message": item.text}
            for item in review.changes
        ],
    }


def _errors(failures: Iterable[Failure]) -> list[dict[str, str]]:
    return [{"path": failure.path, "kind": failure.kind, "message": failure.message} for failure in failures]


def _too_deep(page: Extracted) -> dict[str, int]:
    return {"too_deep": page.too_deep} if page.too_deep else {}


def _skipped(skipped: Iterable[Skipped]) -> list[dict[str, str]]:
    return [{"path": item.path, "kind": str(item.kind), "message": item.reason} for item in skipped]


def _document(document: Document, parts: Collection[Part]) -> dict[str, Any]:
    page, card = document.extracted, document.scorecard
    return {
        "path": page.path,
        "sha256": page.sha256,
        "encoding": page.encoding,
        **_too_deep(page),
        "title": page.title,
        "language": {"declared": page.language.declared, "detected": page.language.detected, "used": page.language.used},
        "article": {
            "found": page.article.found,
            "confidence": page.article.confidence,
            "words": page.article.words,
            "headline": page.article.headline.text if page.article.headline else None,
            "reason": str(page.article.reason) if page.article.reason else None,
            "published": page.article.metadata.published,
            "modified": page.article.metadata.modified,
        },
        "metrics": document.metrics or metrics(document),
        "scores": {
            "overall": card.overall,
            "around": card.around,
            "aspects": {
                str(aspect): {"score": result.score, "passed": result.passed, "failed": result.failed, "cant_tell": result.cant_tell}
                for aspect, result in card.aspects.items()
            },
        },
        "parts": _parts(tally_of(document.evaluation)),
        "outcomes": map(_outcome_line, document.evaluation.outcomes),
        "findings": map(_finding, document.of_parts(parts).evaluation.findings),
    }


@lru_cache(maxsize=4096)
def _outcome_line(outcome: RuleOutcome) -> Laid:
    """An outcome as it stands in the report: most say the same on page after page, as that a rule has no targets."""
    return Laid(laid_out(_outcome(outcome), DEEP, LONGEST))


def _outcome(outcome: RuleOutcome) -> dict[str, Any]:
    counts = {"passed": outcome.passed, "failed": outcome.failed, "cant_tell": outcome.cant_tell, "suppressed": outcome.suppressed}
    return {"rule": outcome.rule, "outcome": str(outcome.outcome), "act": list(outcome.act), "targets": counts}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "aspect": str(finding.aspect),
        "outcome": str(finding.outcome),
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "part": str(finding.part),
        "group": finding.group,
        "also": list(finding.also),
        "message": finding.message,
        "location": location(finding.location),
        "related": [{"message": item.message, "location": location(item.location)} for item in finding.related],
        "evidence": dict(finding.evidence),
        "fix": finding.fix,
        "requirements": [{"wcag": criterion, "level": level} for criterion, level in finding.requirements],
        "act": list(finding.act),
        "fingerprint": finding.fingerprint,
        "state": str(finding.state) if finding.state else None,
        "on_changed_line": finding.on_changed_line,
    }


def _passage(passage: Passage | None) -> dict[str, Any] | None:
    return {"text": passage.text, "location": location(passage.location)} if passage else None


def _metadata(told: Metadata) -> dict[str, Any]:
    return {
        "title": told.title,
        "authors": list(told.authors),
        "published": told.published,
        "modified": told.modified,
        "section": told.section,
        "words": told.words,
        "body_words": told.body_words,
    }


def _extracted(document: Extracted) -> dict[str, Any]:
    article = document.article
    declared = [{"minutes": item.minutes, "source": str(item.source), "text": item.text} for item in article.declared_times]
    return {
        "path": document.path,
        **_too_deep(document),
        "language": document.language.used,
        "title": document.title,
        "headline": _passage(article.headline),
        "standfirst": _passage(article.standfirst),
        "byline": _passage(article.byline),
        "byline_is_organisation": article.byline_is_organisation,
        "metadata": _metadata(article.metadata),
        "blocks": [{"role": str(b.role), "text": b.text, "location": location(b.location)} for b in article.blocks if b.role != "other"],
        "images": [
            {
                "src": image.src,
                "alt": image.alt,
                "name": image.name,
                "role": str(image.role),
                "caption": image.caption.text if image.caption else None,
                "credit": image.caption.credit or None if image.caption else None,
                "link": image.link,
                "location": location(image.location),
            }
            for image in article.images
        ],
        "interruptions": [
            {
                "kind": str(unit.kind),
                "label": unit.label,
                "words_before": unit.words_before,
                "position": unit.position,
                "zone": str(unit.zone),
                "evidence": list(unit.evidence),
                "text": unit.text,
                "text_before": unit.text_before,
                "text_after": unit.text_after,
                "location": location(unit.location),
            }
            for unit in article.interruptions
        ],
        "reading": {"words": article.words, "minutes": document.minutes, "declared": declared},
    }
