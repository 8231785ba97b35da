"""The words of the HTML reports in every language."""

import re
import tomllib
from typing import Any

import pytest
from runs import RULES

import pages
from a11yaudit.model.article import AROUND, ImageRole, InterruptionKind, Role, Zone
from a11yaudit.model.outcome import Aspect, Severity
from a11yaudit.report import languages
from a11yaudit.report.html import strings
from a11yaudit.report.html.judged import State


def _forms(text: str | dict[str, str]) -> dict[str, str]:
    return {"": text} if isinstance(text, str) else text


def _shape(language: str) -> dict[str, Any]:
    """The keys with their forms and fields; all forms of a text have the same fields."""
    with (languages.folder() / f"{language}.toml").open("rb") as file:
        tables = tomllib.load(file)
    del tables["format"]
    return {
        f"{table}.{key}": {form: sorted(re.findall(r"\{\w+\}", words)) for form, words in _forms(text).items()}
        for table, texts in tables.items()
        for key, text in texts.items()
    }


@pytest.mark.parametrize("language", languages.known())
def test_given_a_language_when_compared_with_english_then_it_has_the_same_texts_with_the_same_fields(language: str) -> None:
    assert _shape(language) == _shape("en")


def test_given_the_languages_promised_then_each_has_its_file() -> None:
    assert languages.known() == ("de", "en", "es", "fr", "zh")


def test_given_the_closed_sets_of_the_model_then_each_member_has_a_word() -> None:
    t = strings.load("en")
    spoken = {Role.BODY, Role.HEADING, Role.HEADLINE, *AROUND}
    wanted = [
        *(f"role.{role}" for role in Role if role not in spoken),
        *(f"{table}.{aspect}" for aspect in Aspect for table in ("aspect", "short", "goal")),
        *(f"severity.{severity}" for severity in Severity),
        *(f"image.{role}" for role in ImageRole),
        *(f"kind.{kind}" for kind in InterruptionKind),
        *(f"zone.{zone}" for zone in Zone),
        *(f"state.{state}" for state in State),
        *(f"grade.{grade}" for grade in RULES.aspects["score"]["grades"]),
    ]
    assert [key for key in wanted if not t.has(key)] == []


@pytest.mark.parametrize(
    ("language", "count", "minutes"),
    [
        ("en", "1 problem must be fixed", "about 7½ minutes"),
        ("de", "1 Fehler muss behoben werden", "etwa 7½ Minuten"),
        ("fr", "1 problème à corriger", "environ 7 min 30"),
        ("zh", "1 个问题必须修改", "约 7 分半钟"),
    ],
)
def test_given_a_number_when_told_then_its_form_is_that_of_the_language(language: str, count: str, minutes: str) -> None:
    t = strings.load(language)
    assert (t("verdict.must", n=1), t.minutes(7.4)) == (count, minutes)


def test_given_a_value_that_looks_like_a_field_when_filled_in_then_it_stays_as_it_is() -> None:
    assert strings.load("en")("tag.acronym-unexplained", acronym="{n}") == "{n} is not explained"


def test_given_the_english_words_when_measured_as_an_article_then_eight_years_of_school_are_enough() -> None:
    words = [form for text in strings.load("en").texts.values() for form in _forms(text).values() if len(form.split()) > 4]
    article = "".join(f"<p>{re.sub(r'[{][a-z_]+[}]', 'five', text)}</p>" for text in words)
    grade = pages.document("a.html", f"<html lang=en><h1>Words</h1>{article}", scope="page").measurements.readability.grade
    assert grade is not None
    assert grade <= 8
