"""Every example of every rule, and that the rules are complete."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from a11yaudit import engine, pipeline, resources, ruleset
from a11yaudit.model.outcome import Aspect, Outcome
from a11yaudit.model.rule import Example, Rule
from a11yaudit.ruleset import examples, for_example
from findings import kept, name_of, told

RULES = ruleset.load().rules
SHOWN = {Outcome.FAILED, Outcome.CANT_TELL}
SHARED = {"__init__", "subject", "pictures", "advertising", "targets"}


@pytest.mark.parametrize(("rule", "example"), [pytest.param(r, e, id=f"{r.id}: {e.name}") for r in RULES for e in examples(r)])
def test_given_an_example_when_judged_then_the_outcomes_are_exactly_these(rule: Rule, example: Example) -> None:
    assert pipeline.judge_fragment(example.html, for_example(rule, example), example.scope) == example.expect


def test_given_the_examples_when_audited_then_messages_places_and_identities_are_those_that_users_know() -> None:
    """A new rule need not be in the file; `python tests/findings.py` puts it in."""
    known = kept()
    now = {name_of(rule, example): told(rule, example) for rule in RULES for example in examples(rule)}
    assert {name: lines for name, lines in now.items() if name in known} == known


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_given_a_rule_then_its_examples_show_every_outcome_that_it_has_words_for(rule: Rule) -> None:
    shown = {outcome for example in examples(rule) for outcome in example.expect}
    assert shown >= {Outcome.PASSED, Outcome.INAPPLICABLE}
    assert set(rule.messages) == shown & SHOWN != set()


FILES = [path for aspect in Aspect for path in sorted((resources.data_dir("rules") / aspect).glob("*.toml"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_given_a_rule_file_then_it_fits_the_schema_and_is_named_by_its_id(path: Path) -> None:
    table = tomllib.loads(path.read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(resources.schema("rule")).iter_errors(table)] == []
    assert table["id"] == path.stem


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_given_a_rule_file_when_read_without_its_examples_then_nothing_else_is_lost(path: Path) -> None:
    table = tomllib.loads(path.read_text("utf-8"))
    rule = ruleset.read(path, Aspect(path.parent.name))
    read = {"params": rule.params, "messages": {key.value: text for key, text in rule.messages.items()}, "fix": rule.fix}
    assert read == {name: table[name] for name in read}
    assert len(examples(rule)) == len(table["examples"])


def test_given_the_checks_then_each_is_used_by_a_rule() -> None:
    modules = {path.stem for path in (Path(ruleset.__file__).parent / "checks").rglob("*.py")} - SHARED
    assert modules == {rule.check for rule in RULES}


def numeric(rule: Rule) -> list[str]:
    """The thresholds that are set; 0 stands for none."""
    return [name for name, value in rule.params.items() if isinstance(value, (int, float)) and not isinstance(value, bool) and value]


def outcomes(rule: Rule, params: dict[str, Any]) -> list[tuple[Outcome, ...]]:
    changed = replace(rule, params={**rule.params, **params})
    return [pipeline.judge_fragment(example.html, for_example(changed, example), example.scope) for example in examples(rule)]


@pytest.mark.parametrize(("rule", "name"), [pytest.param(r, n, id=f"{r.id}.{n}") for r in RULES for n in numeric(r)])
def test_given_a_threshold_when_halved_or_doubled_then_some_example_changes(rule: Rule, name: str) -> None:
    value, expected = rule.params[name], [example.expect for example in examples(rule)]
    kind = type(value)
    assert outcomes(rule, {name: kind(value / 2)}) != expected or outcomes(rule, {name: kind(value * 2)}) != expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_given_a_rule_when_explained_then_its_advice_has_no_unfilled_field(rule: Rule) -> None:
    """What `a11yaudit rule` and SARIF show, where no page fills the fields."""
    assert re.findall(r"\{\w*\}|…(?=\W?$)", engine.advice(rule)) == []


def test_given_what_users_are_told_then_no_field_of_a_text_is_left_unfilled() -> None:
    left = {name: line for name, lines in kept().items() for line in lines if re.search(r"\{\w+\}", line)}
    assert left == {}
