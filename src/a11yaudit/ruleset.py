"""The declared rules: loading, choosing, changing severities and thresholds."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from a11yaudit import resources
from a11yaudit.errors import ConfigError, UsageError
from a11yaudit.model.outcome import Aspect, Confidence, Outcome, Severity
from a11yaudit.model.part import Part
from a11yaudit.model.rule import Example, Requirement, Rule
from a11yaudit.settings import Settings

_EXAMPLES = "\n[[examples]]\n"
"""What ends the part of a rule file that judges."""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules that judge, in the order of aspects and ids."""

    rules: tuple[Rule, ...]
    aspects: Mapping[str, Any]
    """`rules/aspects.toml`."""
    version: str
    """Eight hex digits that change with any rule, severity or threshold."""
    known: frozenset[str]
    """Ids of all rules and aspects, chosen or not."""

    def rule(self, identity: str) -> Rule:
        """The rule of that id. Raises UsageError where there is none."""
        found = next((rule for rule in self.rules if rule.id == identity), None)
        if found is None:
            raise UsageError(f"unknown rule {identity!r}; see `a11yaudit rules`")
        return found

    def by_id(self) -> dict[str, Rule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.rules}


def load() -> RuleSet:
    """All shipped rules."""
    folder = resources.data_dir("rules")
    rules = tuple(read(path, aspect) for aspect in Aspect for path in sorted((folder / aspect).glob("*.toml")))
    with (folder / "aspects.toml").open("rb") as file:
        aspects = tomllib.load(file)
    known = frozenset(rule.id for rule in rules) | frozenset(Aspect)
    return RuleSet(rules, aspects, _version(rules), known)


def read(path: Path, aspect: Aspect) -> Rule:
    """One rule file as far as its examples, which most runs never look at. Raises ConfigError if the file isn't a rule."""
    try:
        table = tomllib.loads(path.read_text("utf-8").partition(_EXAMPLES)[0])
        return Rule(
            id=table["id"],
            title=table["title"],
            aspect=aspect,
            severity=Severity(table["severity"]),
            confidence=Confidence(table["confidence"]),
            check=table["check"],
            requirements=tuple(Requirement(item["wcag"], item["level"]) for item in table["requirements"]),
            references=tuple(table["references"]),
            applicability=table["applicability"],
            expectation=table["expectation"],
            rationale=table["rationale"],
            fix=table["fix"],
            params=table["params"],
            messages={Outcome(key): text for key, text in table["messages"].items()},
            about=Part(table["about"]) if "about" in table else None,
            fix_in_general=table.get("fix_in_general", ""),
        )
    except (tomllib.TOMLDecodeError, KeyError, ValueError) as error:
        raise ConfigError(f"{path.name}: not a valid rule: {error}") from error


@cache
def examples(rule: Rule) -> tuple[Example, ...]:
    """The examples of a shipped rule, from its file."""
    with (resources.data_dir("rules") / rule.aspect / f"{rule.id}.toml").open("rb") as file:
        return tuple(_example(item) for item in tomllib.load(file)["examples"])


def _example(item: Mapping[str, Any]) -> Example:
    return Example(
        item["name"], item["html"], tuple(Outcome(value) for value in item["expect"]), item.get("scope", "page"), item.get("params", {})
    )


def for_example(rule: Rule, example: Example) -> Rule:
    """The rule with the thresholds that an example asks for."""
    return replace(rule, params={**rule.params, **example.params}) if example.params else rule


def configured(ruleset: RuleSet, settings: Settings, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> RuleSet:
    """The rules that a project and a command line ask for. Raises UsageError for names that are no rule or aspect."""
    chosen, left_out = tuple(select) or settings.select, (*settings.ignore, *ignore)
    named = {
        *chosen,
        *left_out,
        *settings.severities,
        *settings.thresholds,
        *(n for names in settings.per_file_ignores.values() for n in names),
        *(name for budget in settings.budgets for name in budget.max_findings if name not in set(Severity)),
    }
    unknown = sorted(named - ruleset.known)
    if unknown:
        raise UsageError(f"unknown rule or aspect {unknown[0]!r}; see `a11yaudit rules`")
    rules = tuple(
        _changed(rule, settings)
        for rule in ruleset.rules
        if (not chosen or not {rule.id, rule.aspect}.isdisjoint(chosen)) and {rule.id, rule.aspect}.isdisjoint(left_out)
    )
    if not rules:
        raise UsageError("select and ignore leave no rule; drop one of them")
    return replace(ruleset, rules=rules, version=_version(rules))


def _changed(rule: Rule, settings: Settings) -> Rule:
    severity = settings.severities.get(rule.id) or settings.severities.get(rule.aspect)
    params = settings.thresholds.get(rule.id, {})
    unknown = sorted(set(params) - set(rule.params))
    if unknown:
        raise UsageError(f"{rule.id} has no threshold {unknown[0]!r}; it has {', '.join(rule.params) or 'none'}")
    for name, value in params.items():
        if _kinds(value) != _kinds(rule.params[name]):
            raise UsageError(f"{rule.id}.{name} must be a value like {rule.params[name]!r}, not {value!r}")
    return replace(rule, severity=Severity(severity) if severity else rule.severity, params={**rule.params, **params})


def _kinds(value: Any) -> set[type]:
    """The kind of a threshold, with that of a list's items; whole and broken numbers are one kind."""
    return {float if type(item) is int else type(item) for item in (value, *(value if isinstance(value, list) else ()))}


def _version(rules: tuple[Rule, ...]) -> str:
    told = repr([(rule.id, rule.severity, sorted(rule.params.items(), key=lambda item: item[0])) for rule in rules])
    return hashlib.sha256(told.encode()).hexdigest()[:8]
