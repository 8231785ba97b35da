"""Scores: what they are made of, and that a new defect never raises one."""

from hypothesis import given
from hypothesis import strategies as st

from a11yaudit import ruleset
from a11yaudit.model.outcome import Aspect, Outcome, RuleOutcome, Severity
from a11yaudit.score import score

ASPECTS = ruleset.load().aspects


def outcome(severity: Severity, passed: int, failed: int, aspect: Aspect = Aspect.ADS) -> RuleOutcome:
    kind = Outcome.FAILED if failed else Outcome.PASSED if passed else Outcome.INAPPLICABLE
    return RuleOutcome("some-rule", aspect, severity, kind, passed, failed, 0, 0, ())


def test_given_one_of_two_rules_failed_on_half_of_its_targets_when_scored_then_weights_and_shares_count() -> None:
    card = score([outcome(Severity.SERIOUS, 1, 1), outcome(Severity.MODERATE, 4, 0)], ASPECTS, found=True)
    assert (card.overall, card.aspects[Aspect.ADS].score) == (50, 50)


def test_given_nothing_applicable_when_scored_then_there_is_no_score() -> None:
    card = score([outcome(Severity.SERIOUS, 0, 0)], ASPECTS, found=True)
    assert (card.overall, card.aspects[Aspect.ADS].score, card.aspects[Aspect.ALT_TEXT].score) == (None, None, None)


def test_given_one_small_fault_among_much_that_is_right_when_scored_then_it_is_not_rounded_to_100() -> None:
    card = score([outcome(Severity.MINOR, 99, 1), *[outcome(Severity.CRITICAL, 9, 0)] * 30], ASPECTS, found=True)
    assert (card.overall, card.aspects[Aspect.ADS].score) == (99, 99)


def test_given_no_article_when_scored_then_there_is_no_score() -> None:
    assert score([outcome(Severity.SERIOUS, 3, 1)], ASPECTS, found=False).overall is None


counts = st.tuples(st.sampled_from(list(Severity)), st.integers(0, 20), st.integers(0, 20))


@given(st.lists(counts, min_size=1, max_size=6), st.data())
def test_given_any_outcomes_when_a_target_fails_that_passed_then_no_score_rises(
    rules: list[tuple[Severity, int, int]], data: st.DataObject
) -> None:
    before = score([outcome(*rule) for rule in rules], ASPECTS, found=True)
    index = data.draw(st.integers(0, len(rules) - 1))
    severity, passed, failed = rules[index]
    rules[index] = (severity, max(0, passed - 1), failed + 1)
    after = score([outcome(*rule) for rule in rules], ASPECTS, found=True)
    assert before.overall is None or after.overall is None or after.overall <= before.overall
