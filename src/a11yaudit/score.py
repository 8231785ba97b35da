"""Scores from outcomes, by the arithmetic that `rules/aspects.toml` declares and explains."""

from collections.abc import Iterable, Mapping
from typing import Any

from a11yaudit.model.outcome import Aspect, Outcome, RuleOutcome
from a11yaudit.model.scorecard import AspectScore, Scorecard


def score(outcomes: Iterable[RuleOutcome], aspects: Mapping[str, Any], found: bool) -> Scorecard:
    """The scorecard of a page; a page without an article has no scores."""
    listed = tuple(outcomes)
    scores = {aspect: _aspect([outcome for outcome in listed if outcome.aspect == aspect], aspects["score"], found) for aspect in Aspect}
    weights = {aspect: aspects["aspects"][aspect]["weight"] for aspect, result in scores.items() if result.score is not None}
    total = sum(weights.values())
    overall = _rounded(sum(weights[aspect] * (scores[aspect].score or 0) for aspect in weights) / total) if total else None
    return Scorecard(overall, scores)


def _aspect(outcomes: list[RuleOutcome], terms: Mapping[str, Any], found: bool) -> AspectScore:
    counts = {kind: sum(outcome.outcome == kind for outcome in outcomes) for kind in Outcome}
    judged = [outcome for outcome in outcomes if outcome.passed or outcome.failed]
    total = sum(terms["severity"][outcome.severity] for outcome in judged)
    lost = sum(terms["severity"][outcome.severity] * _lost(outcome, terms["failed_base"]) for outcome in judged)
    value = _rounded(100 * (1 - lost / total)) if found and total else None
    return AspectScore(value, counts[Outcome.PASSED], counts[Outcome.FAILED], counts[Outcome.CANT_TELL])


def _rounded(value: float) -> int:
    """A whole number; what is not wholly right is never 100."""
    return min(round(value), 99) if value < 100 else 100


def _lost(outcome: RuleOutcome, base: float) -> float:
    """The share of a rule's weight that is lost, 0 to 1."""
    return base + (1 - base) * outcome.failed / (outcome.failed + outcome.passed) if outcome.failed else 0.0
