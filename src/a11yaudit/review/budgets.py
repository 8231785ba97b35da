"""Limits that a project sets for its pages, and the pages that break them."""

from collections import Counter
from collections.abc import Iterator

from a11yaudit.model.measurements import Measurements
from a11yaudit.model.outcome import Outcome
from a11yaudit.model.part import JUDGED
from a11yaudit.model.review import BrokenBudget, Change
from a11yaudit.model.run import Document
from a11yaudit.settings import Budget


def broken(document: Document, budgets: tuple[Budget, ...], changes: tuple[Change, ...]) -> Iterator[BrokenBudget]:
    """Every limit that a page is past. A figure that was not measured breaks none; `changes` are those of this page."""
    path = document.extracted.path
    for budget in budgets:
        if budget.covers(path):
            yield from _scores(document, budget)
            yield from _counts(document, budget)
            yield from _figures(document, budget)
            if budget.no_worse_than_base:
                yield from (_worse(change) for change in changes if change.worse)


def _scores(document: Document, budget: Budget) -> Iterator[BrokenBudget]:
    card = document.scorecard
    scores = {"overall": card.overall, **{str(aspect): result.score for aspect, result in card.aspects.items()}}
    for name, least in budget.min_score.items():
        score = scores[name]
        if score is not None and score < least:
            yield BrokenBudget(document.extracted.path, f"{name.replace('-', ' ')} score", score, least, True)


def _counts(document: Document, budget: Budget) -> Iterator[BrokenBudget]:
    """A fault of the article or the page counts for its rule, its aspect and its severity."""
    failed = [finding for finding in document.evaluation.findings if finding.outcome == Outcome.FAILED and finding.part in JUDGED]
    counts = Counter(str(name) for finding in failed for name in (finding.rule, finding.aspect, finding.severity))
    for name, most in budget.max_findings.items():
        if counts[name] > most:
            yield BrokenBudget(document.extracted.path, f"number of {name} findings", counts[name], most, False)


def _figures(document: Document, budget: Budget) -> Iterator[BrokenBudget]:
    figures = measured(document.measurements)
    for name, limit in budget.limits.items():
        label, value, least = figures[name]
        if value is not None and (value < limit if least else value > limit):
            yield BrokenBudget(document.extracted.path, label, round(value, 2), limit, least)


def measured(found: Measurements) -> dict[str, tuple[str, float | None, bool]]:
    """By its name in the configuration: a figure in words, its value, and whether more of it is better."""
    return {
        "grade": ("reading grade", found.readability.grade, False),
        "minutes": ("reading time in minutes", found.reading_time.minutes, False),
        "ads-per-1000-words": ("number of ads per 1,000 words", found.ads.per_1000_words, False),
        "words-between-ads": ("least number of words between ads", found.ads.words_between_min, True),
        "ads-inside-text": ("number of ads inside the text", found.ads.inside_body, False),
        "related-inside-text": ("number of related boxes inside the text", found.ads.by_kind_inside["related"], False),
        "newsletters-inside-text": ("number of newsletter boxes inside the text", found.ads.by_kind_inside["newsletter"], False),
        "promotions-inside-text": ("number of promotion boxes inside the text", found.ads.by_kind_inside["promo"], False),
        "surveys-inside-text": ("number of surveys inside the text", found.ads.by_kind_inside["survey"], False),
        "players-inside-text": ("number of players that start by themselves", found.ads.by_kind_inside["player"], False),
        "interruptions-inside-text": ("number of interruptions inside the text", found.ads.interruptions_inside_body, False),
    }


def _worse(change: Change) -> BrokenBudget:
    return BrokenBudget(
        change.path, f"{change.name}, compared with the base revision,", change.after, change.before, change.after < change.before
    )
