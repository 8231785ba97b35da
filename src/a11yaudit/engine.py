"""Runs declared rules over a page and turns their verdicts into findings."""

import hashlib
import importlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.errors import ConfigError
from a11yaudit.model.location import Location
from a11yaudit.model.outcome import PASSED, Evaluation, Finding, Outcome, RuleOutcome, Verdict
from a11yaudit.model.rule import Rule
from a11yaudit.ruleset import RuleSet

IGNORE_ATTRIBUTE = "data-a11yaudit-ignore"
_FIELD = re.compile(r"\{(\w+)\}")
Asked = list[tuple[range, frozenset[str]]]
"""The elements whose findings a page itself asks to ignore, and the rules that it names."""


class _Ready(NamedTuple):
    """A rule ready to judge: what is the same on every page."""

    check: Callable[[Subject, Any], Iterator[Verdict]]
    params: Any
    inapplicable: RuleOutcome
    """What it says of a page without targets."""
    requirements: tuple[tuple[str, str], ...]


def evaluate(ruleset: RuleSet, subject: Subject, ignored: frozenset[str] = frozenset()) -> Evaluation:
    """Judge a page by all rules. `ignored` names rules and aspects whose findings are counted but not shown."""
    asked = _asked_to_ignore(subject)
    outcomes: list[RuleOutcome] = []
    findings: list[Finding] = []
    for rule in ruleset.rules:
        ready = _ready(rule)
        verdicts = list(ready.check(subject, ready.params))
        if not verdicts:
            outcomes.append(ready.inapplicable)
            continue
        shown = [verdict for verdict in verdicts if verdict is not PASSED]
        kept = [verdict for verdict in shown if not _suppressed(verdict, rule, ignored, asked)] if ignored or asked else shown
        outcomes.append(_summary(ready, len(verdicts) - len(shown), kept, len(shown) - len(kept)))
        if kept:
            findings += _findings(rule, ready, kept)
    findings.sort(key=lambda finding: (_place(finding.location), finding.rule))
    return Evaluation(tuple(outcomes), tuple(findings))


def judge(rule: Rule, subject: Subject) -> Iterator[Verdict]:
    """The verdicts of one rule on a page, one for each target."""
    ready = _ready(rule)
    return ready.check(subject, ready.params)


@lru_cache(maxsize=1024)
def _ready(rule: Rule) -> _Ready:
    module = importlib.import_module(f"a11yaudit.checks.{rule.aspect.replace('-', '_')}.{rule.check}")
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in rule.params.items()}
    try:
        params = module.Params(**values)
    except TypeError as error:
        raise ConfigError(f"{rule.id}: the params do not fit the check {rule.check}: {error}") from error
    inapplicable = RuleOutcome(rule.id, rule.aspect, rule.severity, Outcome.INAPPLICABLE, 0, 0, 0, 0, rule.act)
    return _Ready(module.check, params, inapplicable, tuple((item.criterion, item.level) for item in rule.requirements))


def _asked_to_ignore(subject: Subject) -> Asked:
    page = subject.page
    return [
        (
            range(number, page.flat.end[number]),
            frozenset((page.attribute(number, IGNORE_ATTRIBUTE) or "").replace(",", " ").split()),
        )
        for number in subject.semantics.having(IGNORE_ATTRIBUTE)
    ]


def _suppressed(verdict: Verdict, rule: Rule, ignored: frozenset[str], asked: Asked) -> bool:
    names = {rule.id, str(rule.aspect)}
    node = verdict.location.node if verdict.location else -1
    return not names.isdisjoint(ignored) or any(node in nodes and not names.isdisjoint(rules) for nodes, rules in asked)


def _summary(ready: _Ready, passed: int, kept: Sequence[Verdict], suppressed: int) -> RuleOutcome:
    rule = ready.inapplicable
    failed = [verdict.outcome for verdict in kept].count(Outcome.FAILED)
    unsure = len(kept) - failed
    outcome = Outcome.FAILED if failed else Outcome.CANT_TELL if unsure else Outcome.PASSED if passed else Outcome.INAPPLICABLE
    return RuleOutcome(rule.rule, rule.aspect, rule.severity, outcome, passed, failed, unsure, suppressed, rule.act)


def _findings(rule: Rule, ready: _Ready, verdicts: Sequence[Verdict]) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for verdict in verdicts:
        about = " ".join(verdict.subject.casefold().split())
        seen[about] = seen.get(about, 0) + 1
        yield Finding(
            rule=rule.id,
            aspect=rule.aspect,
            outcome=verdict.outcome,
            severity=rule.severity,
            confidence=verdict.confidence or rule.confidence,
            message=fill(rule.messages[verdict.outcome], verdict.values),
            location=verdict.location,
            related=verdict.related,
            evidence=verdict.values,
            fix=fill(rule.fix, verdict.values),
            requirements=ready.requirements,
            act=ready.inapplicable.act,
            fingerprint=_digest(rule.id, about, str(seen[about])),
            kin=_digest(rule.id, about),
        )


def fill(template: str, values: Mapping[str, Any], shown: Callable[[str], str] = str, between: Callable[[str], str] = str) -> str:
    """A message with its `{name}` fields filled; what a value says is never read as a template again.

    `shown` makes a value harmless where the message itself is markup, `between` the template's own words.
    """
    parts = []
    for own, text in _parts(template):
        if own:
            parts.append(between(text))
        else:
            parts.append(shown(_told(values[text])) if text in values else between(f"{{{text}}}"))
    return "".join(parts)


@cache
def _parts(template: str) -> list[tuple[bool, str]]:
    """A template in pieces: its own words, true, and the names of the fields between them, false."""
    return [(place % 2 == 0, text) for place, text in enumerate(_FIELD.split(template))]


def _told(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return str(value)


def _digest(*parts: str) -> str:
    """Made of the rule and what the finding is about, never of its place or the file's name."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _place(location: Location | None) -> tuple[int, int]:
    return (location.line, location.column) if location else (0, 0)
