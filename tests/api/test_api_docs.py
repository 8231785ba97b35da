"""Every example of `docs/api.md`, run in its order as a reader would."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs" / "api.md"
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", DOCS.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_given_the_documented_examples_when_run_in_order_then_they_say_what_their_comments_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for example in EXAMPLES:
        exec(compile(example, str(DOCS), "exec"), names)
    printed = capsys.readouterr().out.splitlines()
    assert "Harbour robots learn to wait" in printed
    assert "missing.html unreadable no such file or directory" in printed
    assert "empty the file is empty" in printed
    assert any(line.startswith("critical alt-missing 3 ") for line in printed)


def test_given_the_documented_test_when_pytest_runs_it_then_it_finds_the_fixture(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(EXAMPLES[-1])
    pytester.runpytest_inprocess().assert_outcomes(passed=1)
