"""Runs declared rules over a page and turns their verdicts into findings."""

import hashlib
import importlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from a11yaudit import one_fault, shapes
from a11yaudit.checks.subject import Subject
from a11yaudit.errors import ConfigError
from a11yaudit.model.location import Location
from a11yaudit.model.outcome import PASSED, UNLISTED, Evaluation, Finding, Outcome, RuleOutcome, Verdict
from a11yaudit.model.part import Part, part_of
from a11yaudit.model.rule import Rule
from a11yaudit.ruleset import RuleSet
from a11yaudit.semantics.index import Cover

IGNORE_ATTRIBUTE = "data-a11yaudit-ignore"
MOST_LISTED = 1_000
"""Findings of one rule and outcome on one page that are listed: more than anybody reads, and it bounds every report."""
_FIELD = re.compile(r"\{(\w+)\}")
Asked = Mapping[str, Cover]
"""By rule or aspect the elements in which a page itself asks to ignore its findings."""


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
            findings += _findings(rule, ready, kept, subject)
    findings = one_fault.told_once(findings, ruleset.aspects["one_fault"], subject.page.flat)
    findings = list(_bounded(findings))
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
        raise ConfigError(f"{rule.id}: the params don't match those of the check {rule.check}: {error}") from error
    inapplicable = RuleOutcome(rule.id, rule.aspect, rule.severity, Outcome.INAPPLICABLE, 0, 0, 0, 0, rule.act)
    return _Ready(module.check, params, inapplicable, tuple((item.criterion, item.level) for item in rule.requirements))


def _asked_to_ignore(subject: Subject) -> Asked:
    page = subject.page
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number in subject.semantics.having(IGNORE_ATTRIBUTE):
        for name in (page.attribute(number, IGNORE_ATTRIBUTE) or "").replace(",", " ").split():
            places[name].append(number)
    return {name: Cover(page.flat, numbers) for name, numbers in places.items()}


def _suppressed(verdict: Verdict, rule: Rule, ignored: frozenset[str], asked: Asked) -> bool:
    names = (rule.id, str(rule.aspect))
    if not ignored.isdisjoint(names):
        return True
    node = verdict.location.node if verdict.location else -1
    return any(name in asked and asked[name].holds(node) for name in names)


def _summary(ready: _Ready, passed: int, kept: Sequence[Verdict], suppressed: int) -> RuleOutcome:
    rule = ready.inapplicable
    failed = [verdict.outcome for verdict in kept].count(Outcome.FAILED)
    unsure = len(kept) - failed
    outcome = Outcome.FAILED if failed else Outcome.CANT_TELL if unsure else Outcome.PASSED if passed else Outcome.INAPPLICABLE
    return RuleOutcome(rule.rule, rule.aspect, rule.severity, outcome, passed, failed, unsure, suppressed, rule.act)


def _findings(rule: Rule, ready: _Ready, verdicts: Sequence[Verdict], subject: Subject) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for verdict in verdicts:
        part = part_of(subject.article.extent, verdict.location, rule.about)
        about = " ".join(verdict.subject.casefold().split())
        seen[about] = seen.get(about, 0) + 1
        yield Finding(
            rule=rule.id,
            aspect=rule.aspect,
            outcome=verdict.outcome,
            severity=rule.severity,
            confidence=verdict.confidence or rule.confidence,
            message=fill(_message(rule, verdict.outcome), verdict.values),
            location=verdict.location,
            related=verdict.related,
            evidence=verdict.values,
            fix=fill(rule.fix, verdict.values),
            requirements=ready.requirements,
            act=ready.inapplicable.act,
            fingerprint=_digest(rule.id, about, str(seen[about])),
            kin=_digest(rule.id, about),
            part=part,
            group=shapes.group(subject.page, rule.id, part, verdict.outcome, verdict.location),
        )


def _message(rule: Rule, outcome: Outcome) -> str:
    """What a rule says of a target. Raises ConfigError where its check yields what the rule has no message for."""
    if outcome == Outcome.PASSED:
        raise ConfigError(f"{rule.id}: the check {rule.check} yields a passed verdict of its own; it must yield PASSED")
    if outcome not in rule.messages:
        raise ConfigError(f"{rule.id}: the check {rule.check} yields {outcome}, for which the rule has no message")
    return rule.messages[outcome]


def _bounded(findings: Sequence[Finding]) -> Iterator[Finding]:
    """At most `MOST_LISTED` findings of a rule, an outcome and a part; one more says how many there are besides.

    Outcomes count them all.
    """
    seen: Counter[tuple[str, Outcome, Part]] = Counter()
    rest: dict[tuple[str, Outcome, Part], Finding] = {}
    for finding in findings:
        kind = finding.rule, finding.outcome, finding.part
        seen[kind] += 1
        if seen[kind] <= MOST_LISTED:
            yield finding
        else:
            rest.setdefault(kind, finding)
    for kind, finding in rest.items():
        yield _unlisted(finding, seen[kind] - MOST_LISTED)


def _unlisted(first: Finding, count: int) -> Finding:
    """The finding that stands for those that are not listed, at the place of their first."""
    told = "1 more finding of this rule is" if count == 1 else f"{count:,} more findings of this rule are"
    identity = _digest(first.rule, str(first.outcome), str(first.part), UNLISTED)
    return first._replace(
        message=f"{told} on this page, not listed one by one.",
        related=(),
        evidence={UNLISTED: count},
        group=identity[: len(first.group)],
        fix="Correct those that are listed, then audit the page again.",
        fingerprint=identity,
        kin=identity,
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


def advice(rule: Rule) -> str:
    """How to fix what a rule finds, for readers of the rule: thresholds filled in, no words of a page."""
    return fill(rule.fix_in_general or rule.fix, rule.params)


@cache
def _parts(template: str) -> list[tuple[bool, str]]:
    """A template in pieces: its own words, true, and the names of the fields between them, false."""
    return [(place % 2 == 0, text) for place, text in enumerate(_FIELD.split(template))]


def _told(value: Any) -> str:
    if value is None:
        return "…"
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
