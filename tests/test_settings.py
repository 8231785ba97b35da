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
        ("select = ", "no valid TOML"),
        ('selcet = ["ads"]', "selcet"),
        ('fail-on = "dreadful"', "fail-on"),
        ("[thresholds.a-rule]\nwords = -1", "thresholds.a-rule.words"),
        ("min-score = nan", "min-score: nan is not a finite number"),
        ("min-score = " + "9" * 5000, "no valid TOML"),
        (".".join(["a"] * 60_000) + " = 1", "no valid TOML"),
        (" . ".join(["'a'"] * 2000) + " = 1", "no valid TOML"),
        ("a = " + "[" * 5000 + "]" * 5000, "no valid TOML"),
        ("#" * 2_000_000, "no configuration"),
        ("[thresholds.a-rule]\nwords = nan", "thresholds.a-rule.words: (nan|inf) is not a finite number"),
        ("[thresholds.a-rule]\nwords = inf", "thresholds.a-rule.words: (nan|inf) is not a finite number"),
        ("[[budgets]]\nlimits = { grade = nan }", "budgets.0.limits.grade: nan is not a finite number"),
        ("[[budgets]]\nlimits = { grades = 9 }", "budgets.0.limits: .*grades"),
        ("[[budgets]]\nmin-score = { overall = 101 }", "budgets.0.min-score.overall"),
        ("[[budgets]]\nmax-findings = { serious = 1.5 }", "budgets.0.max-findings.serious"),
    ],
)
def test_given_a_bad_file_when_loaded_then_the_reason_names_file_and_place(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "a11yaudit.toml"
    file.write_text(text)
    with pytest.raises(ConfigError, match=reason) as caught:
        Settings.load(file)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value).removesuffix("\n")
