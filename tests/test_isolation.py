"""Nothing of the folder that is audited, and of what surrounds a run, is imported."""

import json
import os
import py_compile
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

import a11yaudit

PAGE = '<html lang="en"><title>T</title><h1>Boats</h1>' + "<p>The boats came home in the morning with little in their nets.</p>" * 4
SCRIPT = Path(sys.executable).parent / "a11yaudit"
SAFE = [sys.executable, "-I", "-m", "a11yaudit"]
HOOKS = (
    "sitecustomize", "usercustomize", "encodings", "conftest", "a11yaudit", "lxml", "html5lib", "chardet", "cchardet", "charset_normalizer",
    "PIL", "nltk", "simplejson", "colorama", "_pydevd_bundle", "site", "runpy", "zipimport", "antigravity", "this",
)  # fmt: skip
"""Modules that a run does not load, but which Python or a library tries to."""


def loaded_by(code: str, *arguments: str) -> set[str]:
    """The names of all modules that are loaded when the code has run."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"{code}\nimport json, sys\nprint(json.dumps(list(sys.modules)))", *arguments],
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The top names of all that the command, its workers and its reports load, of the whole library, and of what hooks are called."""
    folder = tmp_path_factory.mktemp("names")
    (folder / "a.html").write_text(PAGE)
    run = (
        "import sys; sys.argv[1:1] = ['audit']; from a11yaudit import cli\ntry: cli.main()\nexcept SystemExit: pass\n"
        "import a11yaudit.pool.process, a11yaudit.review.terms"
    )
    loaded = loaded_by(run, str(folder / "a.html"), "-q", "--format", "html")
    assert {"bs4", "click", "multiprocessing", "turbohtml"} <= loaded
    return sorted({name.partition(".")[0] for name in loaded} | sys.stdlib_module_names | set(HOOKS))


def canary(folder: Path, name: str) -> str:
    return f"import os\nos.close(os.open({str(folder / 'CANARY')!r} + '-{name}', os.O_CREAT | os.O_WRONLY))\n"


def plant(folder: Path, names: Iterable[str], kind: str, canaries: Path) -> None:
    """Put a hostile module of each name into the folder: a file, a package, or a file without its source."""
    compiled = canaries / "compiled.py"
    for name in names:
        if kind == "package":
            (folder / name).mkdir(exist_ok=True)
            (folder / name / "__init__.py").write_text(canary(canaries, name))
            (folder / name / "__main__.py").write_text(canary(canaries, name))
        elif kind == "file":
            (folder / f"{name}.py").write_text(canary(canaries, name))
        else:
            compiled.write_text(canary(canaries, name))
            py_compile.compile(str(compiled), str(folder / f"{name}.pyc"), doraise=True)


def run(command: list[str], folder: Path, *arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*command, *arguments], cwd=folder, env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL, capture_output=True,
        check=False, timeout=120,
    )  # fmt: skip


def sprung(canaries: Path) -> list[str]:
    return sorted(path.name for path in canaries.glob("CANARY-*"))


@pytest.fixture
def canaries(tmp_path: Path) -> Path:
    (tmp_path / "canaries").mkdir()
    return tmp_path / "canaries"


@pytest.fixture
def hostile(request: pytest.FixtureRequest, tmp_path: Path, names: list[str], canaries: Path) -> Path:
    """A folder with hostile modules of every name, and another of the pages with the same."""
    folder = tmp_path / "checkout"
    (folder / "pages").mkdir(parents=True)
    for number in range(4):
        (folder / "pages" / f"{number}.html").write_text(PAGE)
    for place in (folder, folder / "pages"):
        plant(place, names, getattr(request, "param", "file"), canaries)
    return folder


KINDS = pytest.mark.parametrize("hostile", ["file", "package", "pyc"], indirect=True)


@KINDS
def test_given_hostile_modules_of_every_name_when_planted_then_they_would_spring(hostile: Path, canaries: Path) -> None:
    run([sys.executable, "-c", "import json, click"], hostile)
    assert {"CANARY-json"} <= set(sprung(canaries))


@KINDS
def test_given_hostile_modules_when_audited_with_one_process_or_with_workers_then_none_is_run(hostile: Path, canaries: Path) -> None:
    for jobs in ("1", "2"):
        done = run([str(SCRIPT)], hostile, "audit", ".", "--jobs", jobs, "-q", "--fail-on", "never", "-o", f"html={canaries}/html{jobs}")
        assert (done.returncode, done.stderr, sprung(canaries)) == (0, b"", [])


@pytest.mark.parametrize("arguments", [["rules"], ["schema"], ["extract", "pages"], ["baseline", "write", ".", "--jobs", "2"]])
def test_given_hostile_modules_when_any_command_runs_then_none_is_run(arguments: list[str], hostile: Path, canaries: Path) -> None:
    done = run([str(SCRIPT)], hostile, *arguments)
    assert (done.returncode, sprung(canaries)) == (0, [])


def test_given_an_environment_that_names_the_hostile_folder_when_isolated_then_none_is_run(hostile: Path, canaries: Path) -> None:
    named = {
        "PYTHONPATH": f"{hostile}{os.pathsep}", "PYTHONHOME": str(hostile), "PYTHONSTARTUP": str(hostile / "json.py"), "PYTHONINSPECT": "1",
        "PYTHONBREAKPOINT": "json.x", "PYTHONUSERBASE": str(hostile), "PYTHONPLATLIBDIR": str(hostile), "PYTHONWARNINGS": "error::json.X",
        "PYTHONPYCACHEPREFIX": str(hostile), "PYTHONCASEOK": "1", "HOME": str(hostile),
    }  # fmt: skip
    for jobs in ("1", "2"):
        done = run(SAFE, hostile, "audit", ".", "--jobs", jobs, "-q", "--fail-on", "never", environment=named)
        assert (done.returncode, done.stderr, sprung(canaries)) == (0, b"", [])


def test_given_the_hostile_folder_on_the_path_when_the_command_has_started_then_nothing_more_is_run(hostile: Path, canaries: Path) -> None:
    """What Python and the script that the installer makes load before any code of ours runs is left out."""
    for name in {name.partition(".")[0] for name in loaded_by("import re, sys, a11yaudit.__main__")} | {"sitecustomize", "usercustomize"}:
        for path in hostile.glob(f"**/{name}.py*"):
            path.unlink()
        if (hostile / name).exists():
            (hostile / name).rename(canaries / name)
    for jobs in ("1", "2"):
        done = run(
            [str(SCRIPT)], hostile, "audit", ".", "--jobs", jobs, "-q", "--fail-on", "never", environment={"PYTHONPATH": str(hostile)}
        )
        assert (done.returncode, done.stderr, sprung(canaries)) == (0, b"", [])


def test_given_the_hook_when_run_in_a_hostile_repository_then_nothing_of_it_is_run(hostile: Path, canaries: Path) -> None:
    hook = yaml.safe_load((Path(__file__).parent.parent / ".pre-commit-hooks.yaml").read_text())[0]
    tools = {"PATH": f"{SCRIPT.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(hostile)}
    done = run(hook["entry"].split(), hostile, "--fail-on", "never", "pages/0.html", "pages/1.html", environment=tools)
    assert (done.returncode, sprung(canaries)) == (0, [])


def test_given_a_program_that_calls_the_pool_when_its_main_module_has_effects_then_workers_do_not_load_it(
    tmp_path: Path, canaries: Path
) -> None:
    """Engines start workers from programs whose main module has no guard; multiprocessing would run it in each."""
    host = tmp_path / "host.py"
    host.write_text(
        f"open({str(canaries)!r} + '/CANARY-host', 'a').write('x')\n"
        "from a11yaudit import pool\nfrom a11yaudit.api.page_work import load\n"
        "print(sorted(pool.run(['a.html', 'b.html'], len, 2, 30)))\n"
    )
    done = run([sys.executable, str(host)], tmp_path)
    assert (done.stdout, done.stderr) == (b"[(0, 6), (1, 6)]\n", b"")
    assert (canaries / "CANARY-host").read_text() == "x"


def test_given_the_package_is_found_by_the_path_only_when_workers_start_then_they_load_the_same_package(tmp_path: Path) -> None:
    """As with `pip install --target`, or an engine that ships modules."""
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "a11yaudit").symlink_to(Path(a11yaudit.__file__).parent)
    code = "from a11yaudit import pool; from a11yaudit.isolation import FOLDERS; print(FOLDERS, sorted(pool.run(['a', 'b'], len, 2, 30)))"
    done = run([sys.executable, "-c", code], tmp_path, environment={"PYTHONPATH": str(tmp_path / "shipped")})
    assert done.stdout.decode() == f"({str(tmp_path / 'shipped')!r},) [(0, 1), (1, 1)]\n", done.stderr


@pytest.mark.parametrize("name", ["--config=x.html", "-ohtml=out.html", "--quiet"])
def test_given_a_page_whose_name_is_an_option_when_named_by_a_pattern_then_the_run_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(PAGE)
    done = run(SAFE, tmp_path, "audit", *sorted(path.name for path in tmp_path.iterdir()))
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"a11yaudit: {name}: a file has this name, but it looks like an option; write ./{name}" in done.stderr.decode()
    assert run(SAFE, tmp_path, "audit", "-q", "--fail-on", "never", "--", name).returncode == 0
    assert run(SAFE, tmp_path, "audit", "-q", "--fail-on", "never", f"./{name}").returncode == 0
