"""The GitHub Action from end to end: its shell steps as they stand, with stand-ins for what the runner gives."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from repository import audit, commit, git, page, picture, start

ROOT = Path(__file__).parent.parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def script(source: dict[str, Any], name: str) -> str:
    return str(next(step["run"] for step in source["steps"] if step.get("name") == name))


def environment(name: str, **given: str) -> dict[str, str]:
    """The step's own variables: those given, else the defaults of the action's inputs."""
    step = next(step for step in ACTION["runs"]["steps"] if step.get("name") == name)
    defaults = {variable: ACTION["inputs"].get(variable.lower().replace("_", "-"), {}).get("default", "") for variable in step["env"]}
    fixed = {variable: value for variable, value in step["env"].items() if "${{" not in value}
    assert set(given) <= set(defaults)
    return {**defaults, **fixed, **given}


def step(folder: Path, runner: Path, source: str, variables: dict[str, str]) -> tuple[int, str]:
    """Run a script as the runner runs a step with `shell: bash`."""
    given = {
        "RUNNER_TEMP": str(runner),
        "GITHUB_WORKSPACE": str(folder),
        "GITHUB_OUTPUT": str(runner / "output"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary"),
    }
    path = f"{variables.get('PATH', '')}{os.pathsep}{runner / 'bin'}{os.pathsep}{os.environ['PATH']}".lstrip(os.pathsep)
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", source],
        cwd=folder, env={**os.environ, **given, **variables, "PATH": path}, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    return done.returncode, done.stdout.decode() + done.stderr.decode()


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """The runner's temporary folder, with this environment in the place of the one that the action makes."""
    folder = tmp_path / "runner"
    tools = folder / "a11yaudit" / "venv" / "bin"
    tools.mkdir(parents=True)
    (folder / "bin").mkdir()
    (tools / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (tools / "python").chmod(0o755)
    return folder


def installed(runner: Path) -> str:
    """The folder that the first step has made."""
    return str(runner / "a11yaudit")


def outputs(runner: Path) -> dict[str, str]:
    return dict(line.split("=", 1) for line in (runner / "output").read_text().splitlines())


@pytest.fixture
def repository(tmp_path: Path) -> tuple[Path, str]:
    """A repository whose branch has one regression, one fix, one moved article and one renamed file; another bad one is untouched."""
    folder = tmp_path / "site"
    start(
        folder,
        {
            "news/regression.html": page("Regression", picture("pier")),
            "news/fix.html": page("Fix", picture("mole"), picture("quay")),
            "news/moved.html": page("Moved", picture("dock")),
            "news/renamed.html": page("Renamed", picture("crane")),
            "news/untouched.html": page("Untouched", picture("ferry")),
        },
    )
    assert audit(folder, "baseline", "write", ".")[0] == 0
    base = commit(folder, {}, "Baseline")
    git(folder, "switch", "--quiet", "--create", "branch")
    (folder / "archive").mkdir()
    git(folder, "mv", "news/moved.html", "archive/moved.html")
    git(folder, "mv", "news/renamed.html", "news/new-name.html")
    renamed = page("Renamed", "<p>And one sentence more for those who waited.</p>", picture("crane"))
    commit(
        folder,
        {
            "news/new-name.html": renamed,
            "news/regression.html": page("Regression", picture("pier"), picture("tower")),
            "news/fix.html": page("Fix", picture("mole"), picture("quay", "A quay with two cranes")),
        },
        "Work",
    )
    return folder, base


@pytest.mark.parametrize("way", ["changed files", "baseline"])
def test_given_a_pull_request_when_the_action_runs_then_exactly_the_regression_fails(
    way: str, repository: tuple[Path, str], runner: Path
) -> None:
    folder, base = repository
    given = {"BASE": base, "PATHS": "news\narchive\n"} if way == "changed files" else {"BASELINE": "a11yaudit-baseline.json"}
    code, printed = step(folder, runner, script(ACTION["runs"], "Audit"), environment("Audit", INSTALLED=installed(runner), **given))
    assert code == 0, printed
    told = outputs(runner)
    report = json.loads(Path(told["json"]).read_text())
    failing = [
        (document["path"], finding["evidence"]["file"])
        for document in report["documents"]
        for finding in document["findings"]
        if finding["severity"] in report["review"]["failing"] and finding["state"] == "new"
    ]
    assert failing == [("news/regression.html", "tower.jpg")]
    states = {document["path"]: {finding["state"] for finding in document["findings"]} for document in report["documents"]}
    was = "unchanged" if way == "changed files" else "known"
    untouched = {} if way == "changed files" else {"news/untouched.html": {was}}
    assert states == {
        "archive/moved.html": {was},
        "news/fix.html": {was},
        "news/new-name.html": {was},
        "news/regression.html": {was, "new"},
        **untouched,
    }
    annotations = [line for line in printed.splitlines() if line.startswith(("::error", "::warning"))]
    assert [("tower" in line, line.startswith("::error file=news/regression.html,line=")) for line in annotations] == [(True, True)]
    summary = (runner / "summary").read_text()
    assert summary.startswith("## a11yaudit: failed, 1 new finding\n")
    assert (told["findings"], told["around"], told["without_article"], told["code"]) == ("1", "0", "0", "1")
    assert 0 <= int(told["score"]) <= 100
    assert (Path(told["html"]) / "index.html").is_file()
    assert json.loads(Path(told["sarif"]).read_text())["version"] == "2.1.0"
    assert step(folder, runner, script(ACTION["runs"], "Verdict"), {"CODE": told["code"]})[0] == 1


def test_given_paths_and_inputs_with_shell_characters_when_the_action_runs_then_they_are_words_only(
    repository: tuple[Path, str], runner: Path
) -> None:
    folder, _ = repository
    odd = "news/$(touch owned) `touch owned`; touch owned #.html"
    (folder / odd).write_text(page("Odd"))
    variables = environment("Audit", INSTALLED=installed(runner), PATHS=odd, FAIL_ON="never", MIN_SCORE="0")
    code, printed = step(folder, runner, script(ACTION["runs"], "Audit"), variables)
    assert (code, outputs(runner)["code"], (folder / "owned").exists()) == (0, "0", False), printed


def test_given_a_wrong_call_when_the_action_runs_then_the_verdict_is_its_exit_code(repository: tuple[Path, str], runner: Path) -> None:
    code, printed = step(
        repository[0], runner, script(ACTION["runs"], "Audit"), environment("Audit", INSTALLED=installed(runner), BASE="0" * 40)
    )
    told = outputs(runner)
    assert (code, told["code"], "findings" in told, "fetch-depth: 0" in printed) == (0, "2", False, True)


TRAP = "import os\nos.close(os.open({!r}, os.O_CREAT | os.O_WRONLY))\n"


def test_given_a_hostile_checkout_when_the_action_runs_then_nothing_of_it_is_run_and_no_output_is_forged(
    repository: tuple[Path, str], runner: Path, tmp_path: Path
) -> None:
    folder, base = repository
    bin_folder = folder / "node_modules" / ".bin"
    bin_folder.mkdir(parents=True)
    for name in (*sys.stdlib_module_names, "a11yaudit", "click", "pip", "sitecustomize", "usercustomize"):
        (folder / f"{name}.py").write_text(TRAP.format(str(tmp_path / "sprung")))
    for name in ("git", "gh", "gzip", "base64", "cat", "mkdir", "mktemp", "python", "python3", "sh", "env"):
        (bin_folder / name).write_text(f'#!/bin/sh\n: > "{tmp_path}/sprung"\n')
        (bin_folder / name).chmod(0o755)
    (runner / "bin" / "gh").write_text("#!/bin/sh\nexec /bin/cat > /dev/null\n")
    (runner / "bin" / "gh").chmod(0o755)
    hostile = {"PYTHONPATH": str(folder), "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}"}
    code, printed = step(
        folder, runner, script(ACTION["runs"], "Audit"), {**environment("Audit", INSTALLED=installed(runner), BASE=base), **hostile}
    )
    assert code == 0, printed
    told = outputs(runner)
    assert (told["code"], told["findings"], sorted(told)) == ("1", "1", sorted(["code", *ACTION["outputs"]]))
    given = {
        "SARIF": told["sarif"],
        "GITHUB_SHA": "0f",
        "GITHUB_REF": "refs/heads/x",
        "GITHUB_REPOSITORY": "a/b",
        "FORK": "false",
        **hostile,
    }
    assert step(folder, runner, script(ACTION["runs"], "Upload to code scanning"), given)[0] == 0
    assert not (tmp_path / "sprung").exists()


def test_given_a_hostile_environment_when_the_action_installs_then_python_gets_no_variable_and_no_program_of_the_checkout(
    tmp_path: Path,
) -> None:
    """pip starts Python without -I to build a package, and `uname` to tell its index where it runs."""
    runner, checkout = tmp_path / "runner", tmp_path / "checkout"
    checkout.mkdir()
    (runner / "bin").mkdir(parents=True)
    stub = tmp_path / "interpreter"
    stub.write_text(
        f'#!/bin/sh\necho "$PWD $PYTHONPATH$PYTHONHOME $PATH $*" >> "{tmp_path}/calls"\n'
        f'case "$*" in *mkdtemp*) mkdir "{runner}/new" && echo "{runner}/new";;\n'
        f'*venv*) mkdir -p venv/bin && ln -s "{stub}" venv/bin/python;; esac\n'
    )
    stub.chmod(0o755)
    given = environment("Install a11yaudit", INTERPRETER=str(stub), ACTION="/the/action")
    hostile = {"PYTHONPATH": str(checkout), "PYTHONHOME": str(checkout), "PATH": str(checkout)}
    code, printed = step(checkout, runner, script(ACTION["runs"], "Install a11yaudit"), {**given, **hostile})
    assert code == 0, printed
    calls = (tmp_path / "calls").read_text().splitlines()
    assert [call.split("  ")[0] for call in calls] == [str(runner), *[f"{runner}/new"] * 3]
    assert [call.split("  ")[1].split(" ")[:2] for call in calls] == [["/usr/bin:/bin", "-I"]] * 4
    assert outputs(runner) == {"home": f"{runner}/new"}


def test_given_the_steps_of_the_action_then_each_leaves_the_checkout_first_and_every_python_is_isolated() -> None:
    scripts = [str(step["run"]) for step in ACTION["runs"]["steps"] if "run" in step]
    assert [source.split("\n")[0] in {'cd -- "$RUNNER_TEMP"', 'cd -- "$INSTALLED"'} for source in scripts] == [True] * 4
    calls = re.findall(r"""(?:"\$INTERPRETER"|/bin/python"?) (\S+)""", "\n".join(scripts))
    assert [call.rstrip(")") for call in calls] == ["-I"] * 4


def test_given_the_container_then_python_is_isolated_and_git_trusts_one_folder_only() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert lines[-1] == 'ENTRYPOINT ["/opt/a11yaudit/bin/python", "-I", "-m", "a11yaudit"]'
    assert [line for line in lines if "safe.directory" in line] == ["RUN git config --global --add safe.directory /pages"]
    assert lines.index("USER a11yaudit") < lines.index("RUN git config --global --add safe.directory /pages")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-build.lock", "requirements-dev.lock"])
def test_given_a_list_of_locked_versions_then_each_has_hashes_and_none_an_address(name: str) -> None:
    text = (ROOT / name).read_text()
    entries = text.replace("\\\n", "").splitlines()
    assert [
        entry for entry in entries if not re.fullmatch(r"[\w.-]+(?:\[[\w,]+\])?==[\w.]+( ; [^;]+?)?(\s+--hash=sha256:[0-9a-f]{64})+", entry)
    ] == []
    assert "://" not in text


@pytest.mark.parametrize(("fork", "status", "expected"), [("true", 0, "::notice"), ("false", 0, ""), ("false", 1, "::warning")])
def test_given_findings_when_uploaded_to_code_scanning_then_forks_are_skipped_and_a_refusal_is_a_warning(
    fork: str, status: int, expected: str, runner: Path, tmp_path: Path
) -> None:
    (runner / "bin" / "gh").write_text(f'#!/bin/sh\ncat > "{tmp_path}/sent"\nexit {status}\n')
    (runner / "bin" / "gh").chmod(0o755)
    (tmp_path / "a.sarif").write_text("{}")
    variables = {"SARIF": str(tmp_path / "a.sarif"), "GITHUB_SHA": "0f", "GITHUB_REF": "refs/pull/1/merge", "GITHUB_REPOSITORY": "a/b"}
    (tmp_path / "checkout").mkdir()
    code, printed = step(tmp_path / "checkout", runner, script(ACTION["runs"], "Upload to code scanning"), {**variables, "FORK": fork})
    assert (code, printed[: len(expected)], bool(printed)) == (0, expected, bool(expected))
    assert (tmp_path / "sent").exists() == (fork == "false")
    if fork == "false":
        assert sorted(json.loads((tmp_path / "sent").read_text())) == ["commit_sha", "ref", "sarif"]


@pytest.mark.parametrize(
    ("figures", "head", "code", "sent"),
    [
        ("7\n2\n81\n", "0f", 0, True),
        ("7\n2\n81\n", "1f", 0, False),
        ("7/../8\n2\n81\n", "0f", 1, False),
        ("7\n2; x\n81\n", "0f", 1, False),
        ("7\n2\n@all\n", "0f", 1, False),
    ],
)
def test_given_figures_of_an_untrusted_run_when_commented_then_they_are_numbers_of_the_audited_pull_request(
    figures: str, head: str, code: int, sent: bool, runner: Path, tmp_path: Path
) -> None:
    comment = yaml.safe_load((ROOT / ".github" / "workflows" / "comment.yml").read_text())["jobs"]["comment"]
    (runner / "comment").mkdir()
    (runner / "comment" / "figures").write_text(figures)
    gh = f'#!/bin/sh\ncase "$*" in *head.sha*) echo 0f;; *--method*) printf "%s\\n" "$@" > "{tmp_path}/sent";; esac\n'
    (runner / "bin" / "gh").write_text(gh)
    (runner / "bin" / "gh").chmod(0o755)
    variables = {"HEAD_SHA": head, "RUN_URL": "https://example.org/run", "GITHUB_REPOSITORY": "a/b"}
    assert step(tmp_path, runner, script(comment, "Comment"), variables)[0] == code
    assert (tmp_path / "sent").exists() == sent
    if sent:
        assert "**a11yaudit: failed, findings to fix: 2**" in (tmp_path / "sent").read_text()


def test_given_the_workflows_then_none_has_a_right_that_no_job_asks_for_and_every_action_is_pinned() -> None:
    for path in WORKFLOWS:
        assert yaml.safe_load(path.read_text())["permissions"] == {}
    used = [line.strip() for path in (*WORKFLOWS, ROOT / "action.yml") for line in path.read_text().splitlines() if "uses:" in line]
    loose = [line for line in used if "@" in line.split("#")[0] and not line.split("@")[1].split(" ")[0].isalnum()]
    assert [line for line in used if "./" not in line and len(line.split("@")[1].split(" ")[0]) != 40] == loose == []


def test_given_the_workflows_when_linted_then_zizmor_and_the_schemas_find_nothing() -> None:
    tools = Path(sys.executable).parent
    for command in (
        [tools / "zizmor", "--offline", "--quiet", ".github", "action.yml"],
        [tools / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS],
        [tools / "check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"],
    ):
        done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
