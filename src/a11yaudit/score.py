"""Scores from outcomes and findings, by the arithmetic that `rules/aspects.toml` declares and explains."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from a11yaudit.model.article import Article
from a11yaudit.model.measurements import Captions
from a11yaudit.model.outcome import Aspect, Evaluation, Finding, Outcome, RuleOutcome, Severity
from a11yaudit.model.part import JUDGED, Part
from a11yaudit.model.scorecard import AspectScore, Looked, Scorecard


def score(evaluation: Evaluation, article: Article, captions: Captions, aspects: Mapping[str, Any]) -> Scorecard:
    """The scorecard of a page; a page without an article has no scores."""
    terms, findings = aspects["score"], evaluation.findings
    judged = [finding for finding in findings if finding.part in JUDGED]
    pictures = looked([image.location.node for image in article.images if image.is_content], judged, Aspect.ALT_TEXT)
    captioned = looked([caption.location.node for caption in captions.captions], judged, Aspect.CAPTIONS)
    looked_at = {Aspect.ALT_TEXT: pictures, Aspect.CAPTIONS: captioned}
    scores = {}
    for aspect in Aspect:
        outcomes = [outcome for outcome in evaluation.outcomes if outcome.aspect == aspect]
        listed = [finding for finding in judged if finding.aspect == aspect]
        scores[aspect] = _aspect(outcomes, listed, terms, looked_at.get(aspect))
    if not article.found:
        scores = {aspect: AspectScore(None, each.passed, each.failed, each.cant_tell) for aspect, each in scores.items()}
        return Scorecard(None, scores, None, pictures, captioned)
    around = value([finding for finding in findings if finding.part == Part.AROUND], terms["overall"])
    return Scorecard(value(judged, terms["overall"]), scores, around, pictures, captioned)


def looked(nodes: Sequence[int], findings: Iterable[Finding], aspect: Aspect) -> Looked:
    """What becomes of some elements: a fault counts before a question, and each element once."""
    concerned: dict[Outcome, set[int]] = {Outcome.FAILED: set(), Outcome.CANT_TELL: set()}
    for finding in findings:
        own = [finding.location.node] if finding.location and finding.aspect == aspect else []
        concerned[finding.outcome].update((*own, *finding.also_at))
    failed = sum(node in concerned[Outcome.FAILED] for node in nodes)
    asked = sum(node in concerned[Outcome.CANT_TELL] - concerned[Outcome.FAILED] for node in nodes)
    return Looked(failed, asked, len(nodes) - failed - asked)


def value(findings: Iterable[Finding], terms: Mapping[str, Any]) -> int:
    """The score of some findings: the worst fault gives the range, the number and weight of all give the place in it."""
    counts = Counter(finding.severity for finding in findings if finding.outcome == Outcome.FAILED)
    asked = any(finding.outcome == Outcome.CANT_TELL for finding in findings)
    worst = next((severity for severity in Severity if counts[severity]), None)
    if worst is None:
        return int(terms["open"]) if asked else 100
    weights = terms["weights"]
    least, most = map(float, terms["range"][worst])
    rest = sum(weights[severity] * number for severity, number in counts.items()) - weights[worst]
    place: float = terms["half"] / (terms["half"] + rest)
    return round(least + (most - least) * place)


def _aspect(outcomes: Sequence[RuleOutcome], findings: Sequence[Finding], terms: Mapping[str, Any], seen: Looked | None) -> AspectScore:
    """One aspect; without a score where nothing was judged, and where all that there is to judge is an open question."""
    failed = {finding.rule for finding in findings if finding.outcome == Outcome.FAILED}
    asked = {finding.rule for finding in findings if finding.outcome == Outcome.CANT_TELL} - failed
    passed = _passed(outcomes, failed | asked)
    judged = bool(failed) or (passed > 0 if seen is None else seen.fine > 0)
    return AspectScore(value(findings, terms["aspect"]) if judged else None, passed, len(failed), len(asked))


def _passed(outcomes: Iterable[RuleOutcome], others: Collection[str]) -> int:
    return sum(outcome.passed > 0 and outcome.rule not in others for outcome in outcomes)
