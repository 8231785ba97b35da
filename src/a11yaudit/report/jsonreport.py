"""The JSON of `audit` and `extract`; `reports/report.schema.json` describes it."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from a11yaudit.model.article import DeclaredTime, Interruption, Passage
from a11yaudit.model.location import Location
from a11yaudit.model.measurements import HardPassage, Measurements, Sentence
from a11yaudit.model.outcome import Finding, Outcome, RuleOutcome, Severity
from a11yaudit.model.run import Document, Extracted, Failure, Run
from a11yaudit.report.escape import json_text, sound

SCHEMA_VERSION = "1.0"
LONGEST = 4_096
"""Characters of a text in the report of `audit`: as many as a path can have. What is longer was written by nobody for a reader."""
DEEP = 4
"""Levels that are laid out in lines; a finding, an outcome and a group of metrics stand on one line each."""
_ENCODE = json.JSONEncoder(allow_nan=False).encode


def audit(run: Run) -> str:
    """The report of a run."""
    return dumped(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "a11yaudit", "version": run.version, "ruleset": run.ruleset},
            "summary": _summary(run),
            "documents": map(_document, run.documents),
            "errors": _errors(run.failures),
            "review": _review(run),
        },
        LONGEST,
    )


def extract(documents: Iterable[Extracted], failures: Iterable[Failure]) -> str:
    """What the pages' articles are."""
    return dumped(
        {
            "schema_version": SCHEMA_VERSION,
            "documents": map(_extracted, documents),
            "errors": _errors(failures),
        },
        sys.maxsize,
    )


def dumped(report: dict[str, Any], longest: int = sys.maxsize) -> str:
    """A JSON document that is safe to print and to keep."""
    return json_text(_laid_out(report, 0, longest)) + "\n"


def _clean(value: Any, longest: int) -> Any:
    """Plain JSON values: no lone surrogates, texts cut at a length, numbers rounded to four digits."""
    kind = type(value)
    if kind is str:
        whole = value if len(value) <= longest else f"{value[: longest - 1]}…"
        return whole if whole.isascii() else sound(whole)
    if kind is dict:
        return {_clean(key, longest): _clean(item, longest) for key, item in value.items()}
    if kind is list or kind is tuple:
        return [_clean(item, longest) for item in value]
    if kind is float:
        return round(value, 4)
    return _clean(str(value), longest) if isinstance(value, str) else value


def _laid_out(value: Any, depth: int, longest: int) -> str:
    """The outer levels in lines, so that a person and a comparison of two reports find their way; the rest as it comes, which is quick.

    A list may be an iterator: the documents of a long run are never all there as JSON values.
    """
    if depth == DEEP or not isinstance(value, (dict, list, Iterator)):
        return _ENCODE(_clean(value, longest))
    pad = "\n" + " " * depth
    if isinstance(value, dict):
        inner = f",{pad} ".join(f"{_ENCODE(key)}: {_laid_out(item, depth + 1, longest)}" for key, item in value.items())
        return f"{{{pad} {inner}{pad}}}" if inner else "{}"
    inner = f",{pad} ".join(_laid_out(item, depth + 1, longest) for item in value)
    return f"[{pad} {inner}{pad}]" if inner else "[]"


def _summary(run: Run) -> dict[str, Any]:
    found = [finding for document in run.documents for finding in document.evaluation.findings]
    counts = Counter(finding.severity for finding in found if finding.outcome == Outcome.FAILED)
    return {
        "documents": len(run.documents),
        "errors": len(run.failures),
        "findings": {str(severity): counts[severity] for severity in Severity},
        "cant_tell": sum(finding.outcome == Outcome.CANT_TELL for finding in found),
        "suppressed": sum(outcome.suppressed for document in run.documents for outcome in document.evaluation.outcomes),
    }


def _review(run: Run) -> dict[str, Any]:
    review = run.review
    return {
        "base": review.base,
        "baseline": review.baseline,
        "failing": [str(severity) for severity in review.failing],
        "new_only": review.new_only,
        "failing_findings": sum(review.fails(finding) for document in run.documents for finding in document.evaluation.findings),
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


def _document(document: Document) -> dict[str, Any]:
    page, card = document.extracted, document.scorecard
    return {
        "path": page.path,
        "sha256": page.sha256,
        "encoding": page.encoding,
        "title": page.title,
        "language": {"declared": page.language.declared, "detected": page.language.detected, "used": page.language.used},
        "article": {
            "found": page.article.found,
            "confidence": page.article.confidence,
            "words": page.article.words,
            "headline": page.article.headline.text if page.article.headline else None,
        },
        "metrics": document.metrics or metrics(document),
        "scores": {
            "overall": card.overall,
            "aspects": {
                str(aspect): {"score": result.score, "passed": result.passed, "failed": result.failed, "cant_tell": result.cant_tell}
                for aspect, result in card.aspects.items()
            },
        },
        "outcomes": [_outcome(outcome) for outcome in document.evaluation.outcomes],
        "findings": [_finding(finding) for finding in document.evaluation.findings],
    }


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
        "message": finding.message,
        "location": _location(finding.location),
        "related": [{"message": item.message, "location": _location(item.location)} for item in finding.related],
        "evidence": dict(finding.evidence),
        "fix": finding.fix,
        "requirements": [{"wcag": criterion, "level": level} for criterion, level in finding.requirements],
        "act": list(finding.act),
        "fingerprint": finding.fingerprint,
        "state": str(finding.state) if finding.state else None,
        "on_changed_line": finding.on_changed_line,
    }


def _location(location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    return {
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "selector": location.selector,
    }


def metrics(document: Document) -> dict[str, Any]:
    """What was measured on a page."""
    measured = document.measurements
    rules = {outcome.rule: outcome for outcome in document.evaluation.outcomes}
    return {
        "reading_time": _reading_time(measured),
        "readability": _readability(measured),
        "images": {"total": len(document.extracted.article.images), "outcomes": _by_rule(rules, "alt-text")},
        "captions": {"total": len(measured.captions.captions), "outcomes": _by_rule(rules, "captions")},
        "ads": _ads(measured, document.extracted.article.interruptions),
    }


def _by_rule(rules: dict[str, RuleOutcome], aspect: str) -> dict[str, int]:
    chosen = [outcome for outcome in rules.values() if outcome.aspect == aspect]
    return {
        "failed": sum(outcome.failed for outcome in chosen),
        "cant_tell": sum(outcome.cant_tell for outcome in chosen),
        "passed": sum(outcome.passed for outcome in chosen),
    }


def _reading_time(measured: Measurements) -> dict[str, Any]:
    time = measured.reading_time
    return {
        "words": time.words,
        "minutes": time.minutes,
        "minutes_low": time.minutes_low,
        "minutes_high": time.minutes_high,
        "minutes_with_pictures": time.minutes_with_pictures,
        "words_per_minute": time.words_per_minute,
        "characters_per_minute": time.characters_per_minute,
        "code_words": time.code_words,
        "table_words": time.table_words,
        "listening": {
            "minutes": time.listening.minutes,
            "other_minutes": time.listening.other_minutes,
            "other_share": time.listening.other_share,
            "repeated_captions": [
                {"text": caption.text, "seconds": caption.seconds, "location": _location(caption.location)}
                for caption in time.listening.repeated_captions
            ],
        },
        "declared": [_declared(item) for item in time.declared],
    }


def _declared(item: DeclaredTime) -> dict[str, Any]:
    return {"minutes": item.minutes, "source": str(item.source), "text": item.text, "location": _location(item.location)}


def _readability(measured: Measurements) -> dict[str, Any]:
    reading = measured.readability
    return {
        "language": reading.language,
        "words": reading.words,
        "sentences": len(reading.sentences),
        "paragraphs": len(reading.paragraphs),
        "words_per_sentence": reading.words_per_sentence,
        "longest_sentence": max((sentence.words for sentence in reading.sentences), default=None),
        "longest_paragraph": max((paragraph.words for paragraph in reading.paragraphs), default=None),
        "grade": reading.grade,
        "ease": reading.ease,
        "ease_low": reading.ease_low,
        "ease_high": reading.ease_high,
        "percentile": reading.percentile,
        "level": reading.level,
        "passive_share": reading.passive_share,
        "hardest_sentences": [_hard(sentence) for sentence in reading.hardest_sentences],
        "hardest_passage": _hard_passage(reading.hardest),
        "other_languages": dict(reading.other_languages),
        "formulas": dict(reading.formulas),
        "reason": reading.reason,
    }


def _hard(sentence: Sentence) -> dict[str, Any]:
    shown = {"text": sentence.text, "words": sentence.words, "difficulty": sentence.difficulty, "reasons": list(sentence.reasons)}
    return {**shown, "location": _location(sentence.location)}


def _hard_passage(passage: HardPassage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {"text": passage.text, "words": passage.words, "ease": passage.ease, "location": _location(passage.location)}


def _ads(measured: Measurements, interruptions: Sequence[Interruption]) -> dict[str, Any]:
    load = measured.ads
    return {
        "total": load.total,
        "inside_body": load.inside_body,
        "before_headline": load.before_headline,
        "before_first_paragraph": load.before_first_paragraph,
        "per_1000_words": load.per_1000_words,
        "words_before_first": load.words_before_first,
        "words_between_min": load.words_between_min,
        "words_between_median": load.words_between_median,
        "words_after_last": load.words_after_last,
        "by_kind": dict(load.by_kind),
        "interruptions_inside_body": load.interruptions_inside_body,
        "after_body": load.after_body,
        "share_of_blocks": load.share_of_blocks,
        "inside_element": load.inside_element,
        "after_heading": load.after_heading,
        "beside_picture": load.beside_picture,
        "labels_read_aloud": load.labels_read_aloud,
        "announced": load.announced,
        "frames_without_title": load.frames_without_title,
        "autoplay": load.autoplay,
        "listening_seconds": load.listening_seconds,
        "places": [{"kind": str(u.kind), "zone": str(u.zone), "position": u.position} for u in interruptions],
    }


def _passage(passage: Passage | None) -> dict[str, Any] | None:
    return {"text": passage.text, "location": _location(passage.location)} if passage else None


def _extracted(document: Extracted) -> dict[str, Any]:
    article = document.article
    declared = [{"minutes": item.minutes, "source": str(item.source), "text": item.text} for item in article.declared_times]
    return {
        "path": document.path,
        "language": document.language.used,
        "title": document.title,
        "headline": _passage(article.headline),
        "standfirst": _passage(article.standfirst),
        "byline": _passage(article.byline),
        "blocks": [{"role": str(b.role), "text": b.text, "location": _location(b.location)} for b in article.blocks if b.role != "other"],
        "images": [
            {
                "src": image.src,
                "alt": image.alt,
                "name": image.name,
                "role": str(image.role),
                "caption": image.caption.text if image.caption else None,
                "credit": image.caption.credit or None if image.caption else None,
                "link": image.link,
                "location": _location(image.location),
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
                "location": _location(unit.location),
            }
            for unit in article.interruptions
        ],
        "reading": {"words": article.words, "minutes": document.minutes, "declared": declared},
    }
