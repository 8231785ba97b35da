"""Scores: the worst fault gives the range, the load of all gives the place in it, and a further fault never raises one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11yaudit import pipeline, ruleset, score
from a11yaudit.model.outcome import Aspect, Confidence, Evaluation, Finding, Outcome, RuleOutcome, Severity
from a11yaudit.model.part import Part
from a11yaudit.model.run import Document
from a11yaudit.model.scorecard import Looked, Scorecard
from a11yaudit.model.source import Limits, Source

RULES = ruleset.load()
TERMS = RULES.aspects["score"]


def fault(severity: Severity, part: Part = Part.ARTICLE, outcome: Outcome = Outcome.FAILED) -> Finding:
    return Finding(
        "some-rule", Aspect.ADS, outcome, severity, Confidence.HIGH, "", None, (), {}, "", (), (), "0f", "0f", part, "00"
    )  # fmt: skip


def audited(html: str) -> Document:
    return pipeline.audit(Source("a.html", html.encode(), "0" * 64), RULES, Limits(), "article")


def card(*findings: Finding, passed: int = 1) -> Scorecard:
    """The scorecard of a page with an article, ten rules on ads and these findings."""
    document = audited(page())
    outcomes = (RuleOutcome("other-rule", Aspect.ADS, Severity.MINOR, Outcome.PASSED, passed, 0, 0, 0, ()),)
    return score.score(Evaluation(outcomes, findings), document.extracted.article, document.measurements.captions, RULES.aspects)


def page(text: str = "", before: str = "") -> str:
    """A short article with nothing wrong."""
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Snow on the pass</title>'
        f"<body>{before}<main><article><h1>Snow on the pass</h1>"
        "<p>The pass was closed on Friday because of the snow. Two buses waited in the valley until noon.</p>"
        f"{text}<p>The road crew worked all night with four machines. At dawn the first cars went up the hill again.</p>"
        "<p>More snow may fall on Sunday. The crew asks all drivers to take chains, and to look at the signs.</p>"
        "</article></main></body></html>"
    )


@pytest.mark.parametrize(
    ("severity", "aspect", "overall"),
    [(Severity.CRITICAL, (0, 49), (0, 69)), (Severity.SERIOUS, (0, 79), (0, 89)), (Severity.MINOR, (80, 99), (80, 99))],
)
@pytest.mark.parametrize("number", [1, 3, 200])
def test_given_faults_of_one_severity_when_scored_then_they_stay_in_its_range(
    severity: Severity, aspect: tuple[int, int], overall: tuple[int, int], number: int
) -> None:
    got = card(*[fault(severity)] * number)
    assert aspect[0] <= (got.aspects[Aspect.ADS].score or 0) <= aspect[1]
    assert overall[0] <= (got.overall or 0) <= overall[1]


def test_given_no_fault_a_question_and_nothing_judged_when_scored_then_100_99_and_none() -> None:
    question = fault(Severity.SERIOUS, outcome=Outcome.CANT_TELL)
    nothing = card(passed=0)
    assert [
        card().aspects[Aspect.ADS].score, card(question).aspects[Aspect.ADS].score, card(question).overall,
        nothing.aspects[Aspect.ADS].score, card(question, passed=0).aspects[Aspect.ADS].score,
    ] == [100, 99, 99, None, None]  # fmt: skip


def test_given_faults_around_the_article_when_scored_then_only_their_own_score_falls() -> None:
    clean, around = card(), card(*[fault(Severity.CRITICAL, Part.AROUND)] * 30)
    assert (around.overall, around.aspects, clean.around) == (clean.overall, clean.aspects, 100)
    assert (around.around or 0) < 10


def test_given_a_page_without_an_article_when_scored_then_there_is_no_score() -> None:
    got = audited("<title>Menu</title><p>Nothing here.</p>").scorecard
    assert (got.overall, got.around, {each.score for each in got.aspects.values()}) == (None, None, {None})


PICTURES = "".join(
    f'<figure><img src="snow-{n}.jpg" alt=""><figcaption>The pass on day {n}, seen from a bus</figcaption></figure>' for n in "abc"
)


@pytest.mark.parametrize(
    ("html", "pictures", "alt", "whole"),
    [
        (page(PICTURES), Looked(0, 3, 0), None, 99),
        (page(PICTURES + '<figure><img src="plough.jpg" alt="A plough on the pass"></figure>'), Looked(0, 3, 1), 99, 99),
        (page('<p><a href="/big"><img src="plough.jpg" alt=""></a></p>'), Looked(1, 0, 0), 49, 69),
        (page('<p><img src="plough.jpg"></p>'), Looked(1, 0, 0), 49, 69),
        (page(before='<header><img src="/brand.png"></header>'), Looked(0, 0, 0), None, 100),
        (page(before="<header>" + '<a href="/x"></a>' * 30 + "</header>"), Looked(0, 0, 0), None, 100),
    ],
    ids=["all open", "one fine", "link without words", "no alt", "logo in the header", "thirty links in the header"],
)
def test_given_a_page_when_scored_then_open_pictures_are_not_fine_and_the_template_costs_nothing(
    html: str, pictures: Looked, alt: int | None, whole: int
) -> None:
    got = audited(html).scorecard
    assert (got.pictures, got.aspects[Aspect.ALT_TEXT].score, got.overall) == (pictures, alt, whole)


def test_given_a_text_of_17_minutes_without_a_budget_when_scored_then_the_reading_time_is_nothing_to_judge() -> None:
    sentence = "The crew cleared the road above the village before the shops had opened, and then had tea. "
    got = audited(page("".join(f"<h2>Day {day}</h2><p>{sentence * 6}</p>" for day in range(45)))).scorecard
    assert got.aspects[Aspect.READING_TIME].score is None


@pytest.mark.parametrize("terms", [TERMS["overall"], TERMS["aspect"]], ids=["overall", "aspect"])
@given(severities=st.lists(st.sampled_from(list(Severity)), max_size=40), more=st.sampled_from(list(Severity)))
def test_given_any_faults_when_one_more_is_found_then_the_score_does_not_rise(
    terms: dict[str, Any], severities: list[Severity], more: Severity
) -> None:
    faults = [fault(severity) for severity in severities]
    assert score.value([*faults, fault(more)], terms) <= score.value(faults, terms)


@given(st.lists(st.sampled_from(list(Severity)), max_size=40))
def test_given_a_score_of_90_and_more_when_looked_at_then_nothing_must_be_fixed(severities: list[Severity]) -> None:
    must = {Severity.CRITICAL, Severity.SERIOUS} & set(severities)
    assert not (must and score.value([fault(severity) for severity in severities], TERMS["overall"]) >= 90)
