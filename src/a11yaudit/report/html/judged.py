"""The summary of a page: the verdict, what to fix first, the six cards."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from a11yaudit.model.outcome import Aspect, Finding, Outcome, Severity
from a11yaudit.model.part import JUDGED, Part
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import Document
from a11yaudit.model.scorecard import Looked
from a11yaudit.report.html.strings import Strings

FIRST = 5
"""Entries under "Fix these first"."""
MUST = frozenset({Severity.CRITICAL, Severity.SERIOUS})
_ORDER = {severity: number for number, severity in enumerate(Severity)}


class State(StrEnum):
    """Whether a page can go out."""

    STOP = "stop"
    """Something must be fixed first."""
    LOOK = "look"
    """It can go out, and would be better with some changes."""
    GO = "go"
    NONE = "none"
    """No article was found."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The counts behind the first sentence of a report."""

    state: State
    must: int
    """Critical and serious faults of the article and the page."""
    around: int
    """All faults of what stands around the article; they decide nothing."""
    passages: int
    """Other faults of the text."""
    smaller: int
    """All other faults."""
    questions: int
    """What a machine could not decide."""
    minutes: float
    ads: int
    """Ads before and inside the text; those after it are not met on the way."""


@dataclass(frozen=True, slots=True)
class First:
    """One fault to fix first, and how many more there are of its rule."""

    finding: Finding
    more: int


@dataclass(frozen=True, slots=True)
class Card:
    """One aspect at a glance."""

    aspect: Aspect
    score: int | None
    grade: str
    """A word of `rules/aspects.toml`, or `none`."""
    value: str
    goal: str
    failed: tuple[str, ...]
    """Titles of the rules that failed, worst first."""
    cant_tell: int
    """Rules with a question."""


def faults(document: Document) -> list[Finding]:
    """The faults of the article and the page, worst first, then in the order of the page."""
    return _of(document, Outcome.FAILED, JUDGED)


def questions(document: Document) -> list[Finding]:
    """What only a person can answer of the article and the page, worst first."""
    return _of(document, Outcome.CANT_TELL, JUDGED)


def outside(document: Document) -> list[Finding]:
    """The faults, then the questions, of what stands around the article."""
    return [*_of(document, Outcome.FAILED, (Part.AROUND,)), *_of(document, Outcome.CANT_TELL, (Part.AROUND,))]


def _of(document: Document, outcome: Outcome, parts: Collection[Part]) -> list[Finding]:
    return sorted((f for f in document.evaluation.findings if f.outcome == outcome and f.part in parts), key=worst_first)


def worst_first(finding: Finding) -> tuple[int, int, int]:
    """The order of findings in a report."""
    place = finding.location
    return _ORDER[finding.severity], place.line if place else 0, place.column if place else 0


def verdict(document: Document) -> Verdict:
    """Whether the article and its page can go out; what stands around them is told and decides nothing."""
    found, asked = faults(document), questions(document)
    must = _count(finding for finding in found if finding.severity in MUST)
    passages = _count(f for f in found if f.aspect == Aspect.READABILITY and f.severity not in MUST)
    load = document.measurements.ads
    state = State.STOP if must else State.LOOK if found or asked else State.GO
    return Verdict(
        state=state if document.extracted.article.found else State.NONE,
        must=must,
        around=_count(_of(document, Outcome.FAILED, (Part.AROUND,))),
        passages=passages,
        smaller=_count(found) - must - passages,
        questions=_count(asked),
        minutes=document.measurements.reading_time.minutes,
        ads=load.before_first_paragraph + load.inside_body,
    )


def _count(findings: Iterable[Finding]) -> int:
    return sum(finding.stands_for for finding in findings)


def sentence(judged: Verdict, t: Strings) -> str:
    """The verdict in one or two sentences."""
    counts = [(name, getattr(judged, name)) for name in ("must", "passages", "smaller", "questions")]
    told = t("verdict.join").join(t(f"verdict.{name}", n=number) for name, number in counts if number) or t("verdict.clean")
    if judged.state == State.NONE:
        return t("verdict.no_article", told=told)
    opening = t("verdict.sentence", state=t(f"state.{judged.state}"), told=told)
    met = t("verdict.ads", n=judged.ads) if judged.ads else t("verdict.no_ads")
    return f"{opening}{t('verdict.space')}{t('verdict.reader', minutes=t.minutes(judged.minutes), ads=met)}"


def first(found: Iterable[Finding]) -> list[First]:
    """The worst fault of each of the worst rules; of two as bad, that of the article before that of the page."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in sorted(found, key=lambda finding: (_ORDER[finding.severity], finding.part != Part.ARTICLE)):
        by_rule.setdefault(finding.rule, []).append(finding)
    return [First(listed[0], len(listed) - 1) for listed in list(by_rule.values())[:FIRST]]


def cards(document: Document, rules: Mapping[str, Rule], aspects: Mapping[str, Any], t: Strings) -> list[Card]:
    """Value, goal and grade of each aspect."""
    failed = {finding.rule: finding.aspect for finding in faults(document)}
    return [
        Card(
            aspect=aspect,
            score=result.score,
            grade=grade(result.score, aspects),
            value=_VALUES[aspect](document, t),
            goal=_goal(aspect, rules, t),
            failed=tuple(rules[rule].title if rule in rules else rule for rule in failed if failed[rule] == aspect),
            cant_tell=result.cant_tell,
        )
        for aspect, result in document.scorecard.aspects.items()
    ]


def grade(score: int | None, aspects: Mapping[str, Any]) -> str:
    """The word for a score, `none` where nothing was judged."""
    grades = sorted(aspects["score"]["grades"].items(), key=lambda item: -item[1])
    return "none" if score is None else next(name for name, least in grades if score >= least)


def _time(document: Document, t: Strings) -> str:
    time = document.measurements.reading_time
    return t.minutes(time.minutes) if time.words else t("value.no_text")


def _reading(document: Document, t: Strings) -> str:
    reading = document.measurements.readability
    if reading.grade is not None:
        return t("value.grade", grade=reading.grade)
    if reading.words_per_sentence is not None:
        return t("value.words_per_sentence", words=reading.words_per_sentence)
    return t("value.no_text")


def _alts(document: Document, t: Strings) -> str:
    return _looked(document.scorecard.pictures, "alts", t) or t("value.no_pictures")


def _captions(document: Document, t: Strings) -> str:
    return _looked(document.scorecard.captions, "captions", t) or t("value.no_captions")


def _looked(seen: Looked, what: str, t: Strings) -> str:
    """`4 of 6 fine, 2 open`; empty where there is nothing to look at."""
    if not seen.total:
        return ""
    return t(f"value.{what}", n=seen.total, good=seen.fine) + (t("value.open", n=seen.open) if seen.open else "")


def _ads(document: Document, t: Strings) -> str:
    load = document.measurements.ads
    return t("value.ads", n=load.before_first_paragraph + load.inside_body)


def _structure(document: Document, t: Strings) -> str:
    result = document.scorecard.aspects[Aspect.STRUCTURE]
    asked = t("value.open", n=result.cant_tell) if result.cant_tell else ""
    return t("value.rules", n=result.passed + result.failed + result.cant_tell, good=result.passed) + asked


_VALUES = {
    Aspect.READING_TIME: _time,
    Aspect.READABILITY: _reading,
    Aspect.ALT_TEXT: _alts,
    Aspect.CAPTIONS: _captions,
    Aspect.ADS: _ads,
    Aspect.STRUCTURE: _structure,
}
_GOALS = {
    Aspect.READING_TIME: ("reading-time-over-budget", "minutes"),
    Aspect.READABILITY: ("text-too-hard", "grade"),
    Aspect.ADS: ("ads-too-close", "words"),
}
"""The rule and the threshold that an aspect's goal is told by."""


def _goal(aspect: Aspect, rules: Mapping[str, Rule], t: Strings) -> str:
    """The goal as the rules in use set it; empty where the rule that sets it is not in use."""
    if aspect not in _GOALS:
        return t(f"goal.{aspect}")
    rule, param = _GOALS[aspect]
    known = rule in rules and rules[rule].params.get(param)
    return t(f"goal.{aspect}", limit=rules[rule].params[param]) if known else ""
