"""What the engine says of a check that doesn't keep to its rule."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import SimpleNamespace

import pytest

import a11yaudit
from a11yaudit import engine, ruleset
from a11yaudit.errors import ConfigError
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

PAGE = "<!doctype html><html lang=en><title>Boats</title><main><h1>Boats</h1><p>The boats came home.</p></main></html>"
RULES = ruleset.load()


@dataclass(frozen=True)
class Params:
    """None."""


def judged_by(verdict: Verdict, monkeypatch: pytest.MonkeyPatch) -> a11yaudit.Page:
    """A page, judged by one rule whose check yields this verdict."""

    def check(subject: object, params: object) -> Iterator[Verdict]:
        yield verdict

    engine._ready.cache_clear()
    module = SimpleNamespace(Params=Params, check=check)
    monkeypatch.setitem(sys.modules, "a11yaudit.checks.structure.crate_check", module)
    rule = replace(RULES.rule("page-title-missing"), id="crates", check="crate_check", params={})
    return a11yaudit.Auditor(rules=replace(RULES, rules=(rule,))).audit(PAGE)


@pytest.mark.parametrize(
    ("outcome", "error"),
    [
        (Outcome.PASSED, "crates: the check crate_check yields a passed verdict of its own; it must yield PASSED"),
        (Outcome.CANT_TELL, "crates: the check crate_check yields cantTell, for which the rule has no message"),
    ],
)
def test_given_a_check_with_an_outcome_that_its_rule_does_not_know_when_judged_then_the_rule_is_named(
    outcome: Outcome, error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ConfigError) as raised:
        judged_by(Verdict(outcome, None), monkeypatch)
    assert str(raised.value) == error


def test_given_a_check_that_yields_passed_when_judged_then_the_page_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    page = judged_by(PASSED, monkeypatch)
    assert ([outcome.outcome for outcome in page.outcomes], page.findings) == ([Outcome.PASSED], ())
