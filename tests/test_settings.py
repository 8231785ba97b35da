"""Configuration files: good ones are read, bad ones are named with the place and the reason."""

from pathlib import Path

import pytest

from a11yaudit.errors import ConfigError
from a11yaudit.settings import Settings, find


def test_given_a_pyproject_with_a_table_when_found_and_loaded_then_its_settings_are_there(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text('[tool.a11yaudit]\nselect = ["ads"]\nmin-score = 80\n[tool.a11yaudit.per-file-ignores]\n"old/*" = ["alt-text"]\n')
    found = find(tmp_path)
    assert found == file
    loaded = Settings.load(file)
    assert loaded == Settings(select=("ads",), min_score=80, per_file_ignores={"old/*": ("alt-text",)})
    assert (loaded.ignored_in("old/a.html"), loaded.ignored_in("new/a.html")) == (frozenset({"alt-text"}), frozenset())


def test_given_a_pyproject_without_a_table_when_looked_for_then_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n")
    assert find(tmp_path) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("select = ", "not valid TOML"),
        ('selcet = ["ads"]', "selcet"),
        ('fail-on = "dreadful"', "fail-on"),
        ("[thresholds.a-rule]\nwords = -1", "thresholds.a-rule.words"),
        ("min-score = nan", "min-score: nan isn't a number from 0"),
        ("min-score = " + "9" * 5000, "not valid TOML"),
        (".".join(["a"] * 60_000) + " = 1", "not valid TOML"),
        (" . ".join(["'a'"] * 2000) + " = 1", "not valid TOML"),
        ("a = " + "[" * 5000 + "]" * 5000, "not valid TOML"),
        ("#" * 2_000_000, "too large for a settings file"),
        ("[thresholds.a-rule]\nwords = nan", "thresholds.a-rule.words: (nan|inf) isn't a number from 0"),
        ("[thresholds.a-rule]\nwords = inf", "thresholds.a-rule.words: (nan|inf) isn't a number from 0"),
        ("[[budgets]]\nlimits = { grade = nan }", "budgets.0.limits.grade: nan isn't a number from 0"),
        ("[[budgets]]\nlimits = { grades = 9 }", "budgets.0.limits: .*grades"),
        ("[[budgets]]\nmin-score = { overall = 101 }", "budgets.0.min-score.overall: must be at most 100, not 101"),
        ("[[budgets]]\nmax-findings = { serious = 1.5 }", "budgets.0.max-findings.serious: must be a whole number, not 1.5"),
        ('fial-on = "serious"', r"toml: unknown key 'fial-on'; did you mean 'fail-on'\?"),
        ("[[budgets]]\nlimits = { x = 9 }", "budgets.0.limits: unknown key 'x'; use grade, minutes,"),
        ('no-article = "skip"', "no-article: 'skip' isn't allowed; use error, warn or ignore"),
        ('select = "ads"', "select: must be a list, not 'ads'"),
        ("[thresholds.a-rule]\nwords = {}", "words: must be a number, a text in quotes, true or false or a list, not a table"),
        ("[thresholds.a-rule]\nwords = -1", "words: must be at least 0, not -1"),
    ],
)
def test_given_a_bad_file_when_loaded_then_the_reason_names_file_and_place(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "a11yaudit.toml"
    file.write_text(text)
    with pytest.raises(ConfigError, match=reason) as caught:
        Settings.load(file)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value).removesuffix("\n")
