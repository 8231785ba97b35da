"""Runs declared rules over a page and turns their verdicts into findings."""

import hashlib
import importlib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import chain, zip_longest
from typing import Any

from a11yaudit.checks.subject import Subject
from a11yaudit.errors import ConfigError
from a11yaudit.model.location import Location
from a11yaudit.model.outcome import Evaluation, Finding, Outcome, RuleOutcome, Verdict
from a11yaudit.model.rule import Rule
from a11yaudit.ruleset import RuleSet

IGNORE_ATTRIBUTE = "data-a11yaudit-ignore"
_FIELD = re.compile(r"\{(\w+)\}")
_SHOWN = frozenset({Outcome.FAILED, Outcome.CANT_TELL})


def evaluate(ruleset: RuleSet, subject: Subject, ignored: frozenset[str] = frozenset()) -> Evaluation:
    """Judge a page by all rules. `ignored` names rules and aspects whose findings are counted but not shown."""
    asked = _asked_to_ignore(subject)
    outcomes: list[RuleOutcome] = []
    findings: list[Finding] = []
    for rule in ruleset.rules:
        verdicts = list(judge(rule, subject))
        kept = [verdict for verdict in verdicts if not _suppressed(verdict, rule, subject, ignored, asked)]
        outcomes.append(_summary(rule, kept, len(verdicts) - len(kept)))
        findings += _findings(rule, subject, kept)
    findings.sort(key=lambda finding: (_place(finding.location), finding.rule))
    return Evaluation(tuple(outcomes), tuple(findings))


def judge(rule: Rule, subject: Subject) -> Iterator[Verdict]:
    """The verdicts of one rule on a page, one for each target."""
    check, params = _check(rule.check)
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in rule.params.items()}
    try:
        filled = params(**values)
    except TypeError as error:
        raise ConfigError(f"{rule.id}: the params do not fit the check {rule.check}: {error}") from error
    return check(subject, filled)


@cache
def _check(name: str) -> tuple[Callable[[Subject, Any], Iterator[Verdict]], type[Any]]:
    module = importlib.import_module(f"a11yaudit.checks.{name}")
    return module.check, module.Params


def _asked_to_ignore(subject: Subject) -> list[tuple[range, frozenset[str]]]:
    """The elements whose findings the page itself asks to ignore, and the rules that it names."""
    page = subject.page
    if IGNORE_ATTRIBUTE not in page.text.lower():
        return []
    return [
        (
            range(number, page.flat.end[number]),
            frozenset((page.attribute(number, IGNORE_ATTRIBUTE) or "").replace(",", " ").split()),
        )
        for number, node in enumerate(page.flat.nodes)
        if getattr(node, "attrs", None) and IGNORE_ATTRIBUTE in page.tag(number).attrs
    ]


def _suppressed(verdict: Verdict, rule: Rule, subject: Subject, ignored: frozenset[str], asked: list[tuple[range, frozenset[str]]]) -> bool:
    if verdict.outcome not in _SHOWN or not (ignored or asked):
        return False
    names = {rule.id, str(rule.aspect)}
    node = verdict.location.node if verdict.location else -1
    return not names.isdisjoint(ignored) or any(node in nodes and not names.isdisjoint(rules) for nodes, rules in asked)


def _summary(rule: Rule, verdicts: list[Verdict], suppressed: int) -> RuleOutcome:
    counts = Counter(verdict.outcome for verdict in verdicts)
    outcome = next((outcome for outcome in Outcome if counts[outcome]), Outcome.INAPPLICABLE)
    return RuleOutcome(
        rule.id, rule.aspect, rule.severity, outcome,
        counts[Outcome.PASSED], counts[Outcome.FAILED], counts[Outcome.CANT_TELL], suppressed, rule.act,
    )  # fmt: skip


def _findings(rule: Rule, subject: Subject, verdicts: list[Verdict]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for verdict in verdicts:
        if verdict.outcome not in _SHOWN:
            continue
        about = " ".join(verdict.subject.casefold().split())
        seen[about] += 1
        yield Finding(
            rule=rule.id,
            aspect=rule.aspect,
            outcome=verdict.outcome,
            severity=rule.severity,
            confidence=rule.confidence,
            message=fill(rule.messages[verdict.outcome], verdict.values),
            location=verdict.location,
            related=verdict.related,
            evidence=verdict.values,
            fix=fill(rule.fix, verdict.values),
            requirements=tuple((item.criterion, item.level) for item in rule.requirements),
            act=rule.act,
            fingerprint=_digest(rule.id, about, str(seen[about])),
            kin=_digest(rule.id, about),
        )


def fill(template: str, values: Mapping[str, Any], shown: Callable[[str], str] = str, between: Callable[[str], str] = str) -> str:
    """A message with its `{name}` fields filled; what a value says is never read as a template again.

    `shown` makes a value harmless where the message itself is markup, `between` the template's own words.
    """
    parts = _FIELD.split(template)
    own, names = parts[::2], parts[1::2]
    filled = (shown(_told(values[name])) if name in values else between(f"{{{name}}}") for name in names)
    return "".join(chain.from_iterable(zip_longest(map(between, own), filled, fillvalue="")))


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
