"""Whatever docs/ci.md tells people to copy works: commands run, files fit their schemas."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from repository import audit, git, page, picture, start

from a11yaudit import ruleset
from a11yaudit.settings import Settings

ROOT = Path(__file__).parent.parent.parent
DOCS = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", DOCS, re.DOTALL | re.MULTILINE)
SCHEMAS = {".github/workflows/articles.yml": "vendor.github-workflows", ".gitlab-ci.yml": "vendor.gitlab-ci"}
FILES = {text.split("\n")[0].removeprefix("# "): text for language, text in BLOCKS if language in {"yaml", "toml"}}
COMMANDS = [line for language, text in BLOCKS if language == "sh" for line in text.splitlines() if line.startswith("a11yaudit ")]


def test_given_the_guide_then_it_holds_the_files_and_commands_that_are_checked_here() -> None:
    assert sorted(FILES) == [".github/workflows/articles.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml", "a11yaudit.toml"]
    assert len(COMMANDS) == 7


def test_given_the_commands_of_the_guide_when_run_in_their_order_then_none_is_a_wrong_call(tmp_path: Path) -> None:
    start(tmp_path, {"a.html": page("a", picture("old"))})
    codes = [audit(tmp_path, *shlex.split(command)[1:])[0] for command in COMMANDS]
    assert codes == [0, 0, 0, 0, 0, 0, 1]
    git(tmp_path, "add", "--all")
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["a11yaudit.sarif", "html", "summary.md"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_given_a_file_of_the_guide_when_checked_then_it_fits_its_schema(name: str, tmp_path: Path) -> None:
    path = tmp_path / Path(name).name
    path.write_text(FILES[name])
    command = [Path(sys.executable).parent / "check-jsonschema", "--builtin-schema", SCHEMAS[name], path]
    done = subprocess.run(list(map(str, command)), capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_given_the_settings_of_the_guide_when_loaded_then_they_are_budgets_over_known_names(tmp_path: Path) -> None:
    path = tmp_path / "a11yaudit.toml"
    path.write_text(FILES["a11yaudit.toml"])
    settings = Settings.load(path)
    ruleset.configured(ruleset.load(), settings)
    assert [(budget.covers("news/a/b.html"), budget.covers("blog/a.html")) for budget in settings.budgets] == [(True, True), (True, False)]


def test_given_the_inputs_of_the_guide_then_they_are_those_of_the_action() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    table = dict(re.findall(r"^\| `([a-z-]+)` \| (?:`([^`]*)`)? ?\|", DOCS[DOCS.index("| input |") : DOCS.index("Outputs:")], re.MULTILINE))
    assert table == {name: item["default"] for name, item in action["inputs"].items()}
    assert re.findall(r"`(\w+)`", DOCS[DOCS.index("Outputs:") :].split("\n")[0]) == list(action["outputs"])
    used = yaml.safe_load(FILES[".github/workflows/articles.yml"])["jobs"]["audit"]["steps"][1]["with"]
    assert set(used) <= set(action["inputs"])


def test_given_the_hook_of_the_guide_then_it_is_one_that_the_repository_offers_and_it_runs(tmp_path: Path) -> None:
    offered = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    used = yaml.safe_load(FILES[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]
    hook = offered[used["id"]]
    (tmp_path / "a.html").write_text(page("a", picture("old")))
    entry = shlex.split(hook["entry"])
    code, out, _ = audit(tmp_path, *entry[entry.index("a11yaudit") + 1 :], *used["args"], "a.html")
    assert (code, "alt-missing" in out, bool(re.search(hook["files"], "x/a.html")), hook["language"]) == (1, True, True, "python")


def test_given_the_promises_of_the_security_page_then_the_tests_that_hold_them_exist() -> None:
    text = (ROOT / "docs" / "security.md").read_text("utf-8")
    named = set(re.findall(r"`((?:tests|tools)/[\w/.]+)`", text))
    assert len(named) > 8
    assert [name for name in named if not (ROOT / name).exists()] == []
