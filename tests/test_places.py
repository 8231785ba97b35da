"""Where reports go, and what they never replace; what a named folder holds besides pages; files that are no files."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from a11yaudit.report import formats
from test_exit_codes import CLEAN, CRITICAL, Run, run, write

__all__ = ["run"]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="links, pipes and devices as Linux has them")
OWN = "<!DOCTYPE html>\n<title>My own page</title>\n"
FORMATS = {form: f"r.{form}" for form in formats.AUDIT}


@pytest.mark.parametrize("form", FORMATS)
def test_given_somebody_s_own_file_when_a_report_is_to_go_there_then_it_stays_unless_overwriting_is_asked_for(run: Run, form: str) -> None:
    name = FORMATS[form]
    write({"a.html": CLEAN, name: OWN})
    code, out, err = run("audit", "a.html", "-o", f"{form}={name}")
    assert (code, out, err.startswith(f"a11yaudit: {name}: not replaced"), "--overwrite" in err) == (3, "", True, True)
    assert Path(name).read_text() == OWN
    for _ in range(2):
        assert run("audit", "a.html", "-o", f"{form}={name}", "--overwrite")[0] == 0
        assert run("audit", "a.html", "-o", f"{form}={name}")[0] == 0
    assert Path(name).read_text() != OWN


@pytest.mark.parametrize("form", FORMATS)
def test_given_reports_of_runs_without_findings_or_pages_when_run_again_then_they_are_known_as_ours(run: Run, form: str) -> None:
    write({"a.html": CRITICAL})
    Path("empty").mkdir()
    for named in ("empty", "a.html", "empty"):
        code, _, err = run("audit", named, "--allow-empty", "--fail-on", "never", "-o", f"{form}={FORMATS[form]}")
        assert (code, err) == (0, "")


def test_given_a_report_of_one_format_when_another_or_a_baseline_is_to_go_there_then_it_stays(run: Run) -> None:
    write({"a.html": CRITICAL, "empty.txt": ""})
    assert run("audit", "a.html", "--fail-on", "never", "-o", "json=r.json", "-o", "csv=empty.txt")[0] == 0
    assert run("baseline", "write", "a.html", "--baseline", "known.json")[0] == 0
    refused = (
        ("audit", "a.html", "-o", "csv=r.json"),
        ("audit", "a.html", "-o", "json=known.json"),
        ("extract", "a.html", "-o", "html=r.json/x.html"),
        ("baseline", "write", "a.html", "--baseline", "r.json"),
        ("baseline", "write", "a.html", "--baseline", "a.html"),
        ("audit", "a.html", "-o", "json=two.json", "-o", "csv=two.json"),
    )
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    assert [run(*call)[0] for call in refused] == [3] * len(refused)
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before
    assert run("baseline", "write", "a.html", "--baseline", "known.json")[0] == 0


def test_given_a_baseline_of_an_earlier_version_when_written_anew_then_it_is_replaced(run: Run) -> None:
    write({"a.html": CRITICAL})
    run("baseline", "write", "a.html", "--baseline", "known.json")
    table = json.loads(Path("known.json").read_text())
    del table["tool"]
    write({"known.json": json.dumps(table, indent=1), "other.json": '{"schema_version": "1.0", "files": {"a.html": {"size": 3}}}'})
    assert run("baseline", "write", "a.html", "--baseline", "known.json")[0] == 0
    assert run("baseline", "write", "a.html", "--baseline", "other.json")[0] == 3


def test_given_a_site_of_one_s_own_when_its_folder_is_named_for_reports_then_nothing_of_it_is_touched(run: Run) -> None:
    write({"drafts/a.html": CLEAN, "site/index.html": OWN, "site/b.html": OWN})
    code, _, err = run("audit", "drafts", "-o", "html=site")
    assert (code, "site/index.html: not replaced" in err) == (3, True)
    assert sorted(path.name for path in Path("site").iterdir()) == ["b.html", "index.html"]
    assert Path("site/index.html").read_text() == OWN


def test_given_a_report_folder_when_other_pages_are_audited_then_old_reports_go_and_all_else_stays(run: Run) -> None:
    write({"in/a.html": CLEAN, "in/b.html": CLEAN, "out/mine-0a1b2c3d.html": OWN, "out/notes.html": OWN})
    run("audit", "in", "-o", "html=out")
    assert len(list(Path("out").iterdir())) == 5
    Path("in/b.html").rename("in/c.html")
    run("audit", "in", "-o", "html=out")
    names = sorted(path.name.partition("-html-")[0] for path in Path("out").iterdir())
    assert names == ["a", "c", "index.html", "mine-0a1b2c3d.html", "notes.html"]


def test_given_links_when_reports_go_there_then_a_file_of_one_s_own_stays_and_nothing_is_made_elsewhere(run: Run) -> None:
    write({"a.html": CLEAN, "elsewhere/own.json": "{}"})
    Path("own.json").symlink_to("elsewhere/own.json")
    Path("gone.json").symlink_to("elsewhere/gone.json")
    assert [run("audit", "a.html", "-o", f"json={name}")[0] for name in ("own.json", "gone.json")] == [3, 3]
    assert [(path.name, path.read_text()) for path in Path("elsewhere").iterdir()] == [("own.json", "{}")]


@pytest.mark.parametrize(("device", "code"), [("/dev/null", 0), ("/dev/full", 3), ("/dev/stdout", 0), ("/dev/stderr", 0), ("/dev/fd/1", 0)])
def test_given_a_device_or_a_stream_when_a_report_goes_there_then_it_is_written_through(run: Run, device: str, code: int) -> None:
    write({"a.html": CLEAN})
    before = Path(device).lstat()
    got, out, err = run("audit", "a.html", "-o", f"json={device}", "--format", "csv")
    after = Path(device).lstat()
    assert (got, after.st_ino, after.st_mode) == (code, before.st_ino, before.st_mode)
    assert ('"schema_version"' in out, '"schema_version"' in err) == (device in ("/dev/stdout", "/dev/fd/1"), device == "/dev/stderr")


def test_given_a_named_pipe_when_a_report_goes_there_then_its_reader_gets_it_and_it_stays_a_pipe(run: Run, tmp_path: Path) -> None:
    write({"a.html": CLEAN})
    os.mkfifo("pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    assert run("audit", "a.html", "-o", "json=pipe")[0] == 0
    reader.join(60)
    assert len(json.loads(got[0])["documents"]) == 1
    assert Path("pipe").is_fifo()


def test_given_a_folder_with_more_than_pages_when_audited_then_each_other_thing_is_named_and_counted(run: Run, tmp_path: Path) -> None:
    write({"news/a.html": CLEAN, "news/sub/b.html": CLEAN, "secret.html": CRITICAL, "out/c.html": CLEAN, "news/notes.txt": "x"})
    for name, target in {
        "again.html": "a.html", "gone.html": "nothing", "loop.html": "loop.html", "out.html": "../secret.html", "zero.html": "/dev/zero",
        "inside": "sub", "up": "..", "elsewhere": "../out", "gone.txt": "nothing",
    }.items():  # fmt: skip
        (Path("news") / name).symlink_to(target)
    os.mkfifo("news/pipe.html")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("news/socket.html")
    code, out, err = run("audit", "news", "--format", "json")
    report = json.loads(out)
    assert (code, [item["path"] for item in report["documents"]]) == (0, ["news/a.html", "news/again.html", "news/sub/b.html"])
    assert [(item["path"], item["kind"]) for item in report["skipped"]] == [
        ("news/elsewhere", "link-out"),
        ("news/gone.html", "dangling-link"),
        ("news/loop.html", "dangling-link"),
        ("news/out.html", "link-out"),
        ("news/pipe.html", "special-file"),
        ("news/socket.html", "special-file"),
        ("news/up", "link-out"),
        ("news/zero.html", "special-file"),
    ]
    assert report["summary"]["skipped"] == {
        "unreadable-folder": 0, "dangling-link": 2, "link-out": 3, "special-file": 3, "path-too-long": 0,
    }  # fmt: skip
    assert err.count("\n") == 8
    assert "a11yaudit: skipped news/gone.html: link to a file that doesn't exist\n" in err
    assert json.loads(run("extract", "news", "--format", "json")[1])["skipped"] == report["skipped"]
    write({"report.json": out})
    assert run("validate", "report.json")[0] == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_given_folders_that_can_not_be_read_when_audited_then_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "in" / "shut").mkdir(parents=True)
    (tmp_path / "in" / "a.html").write_text(CLEAN)
    (tmp_path / "in" / "shut").chmod(0)
    script = (
        "import os, sys\nfrom a11yaudit.api import inputs\nos.setuid(65534)\n"
        "print(*inputs.pages([sys.argv[1]], []))\nprint(*inputs.pages([sys.argv[1] + '/shut'], []))"
    )
    for folder in (tmp_path, *(parent for parent in tmp_path.parents if parent.name.startswith(("pytest-", "popen-")))):
        folder.chmod(0o755)
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "in")], capture_output=True, text=True, check=False)
    assert done.stdout.count("unreadable-folder") == 2, done.stderr


def test_given_a_path_beyond_what_the_system_takes_when_audited_then_it_is_named(run: Run, tmp_path: Path) -> None:
    write({"in/a.html": CLEAN})
    home = Path.cwd()
    os.chdir("in")
    for _ in range(20):
        Path("d" * 250).mkdir()
        os.chdir("d" * 250)
        Path("b.html").write_text(CLEAN)
    os.chdir(home)
    report = json.loads(run("audit", "in", "--format", "json", "--fail-on", "never")[1])
    assert report["summary"]["skipped"]["path-too-long"] == 1
    assert report["summary"]["documents"] >= 10
    assert run("audit", "x" * 5_000)[0] == 2
    assert run("audit", "[" * 5_000)[0] == 2


def huge(path: Path) -> None:
    """A file of three gibibytes that takes no room."""
    path.touch()
    os.truncate(path, 3 << 30)


LINKS: dict[str, Callable[[Path], object]] = {
    "a link to /dev/zero": lambda path: path.symlink_to("/dev/zero"),
    "a pipe": os.mkfifo,
    "a folder": lambda path: path.mkdir(),
    "too large": huge,
    "nothing": lambda path: path.symlink_to("nothing"),
}


@pytest.mark.parametrize("what", LINKS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", "a.html", "--baseline", "f"), ("audit", "a.html", "--config", "f"), ("audit", "a.html", "--profile", "f"),
        ("audit", "a.html", "--filter-list", "f"), ("audit", "a.html", "--format", "html", "--compare", "f"),
        ("baseline", "show", "--baseline", "f"), ("baseline", "update", "a.html", "--baseline", "f"), ("validate", "f"),
    ],
)  # fmt: skip
def test_given_a_file_that_is_none_or_too_large_when_read_then_one_line_names_it(run: Run, what: str, arguments: tuple[str, ...]) -> None:
    write({"a.html": CLEAN})
    LINKS[what](Path("f"))
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n"), err.startswith("a11yaudit: f: ")) == (2, "", 1, True)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"schema_version": "1.0", "files": {"a.html": {"sha256": "", "sketch": [], "findings": [F]}}}'.replace("F", finding), place)
        for finding, place in (
            ('{"rule": "r", "kin": "k", "count": Infinity, "message": "m"}', "Infinity is not a finite number"),
            ('{"rule": "r", "kin": "k", "count": 1e999, "message": "m"}', "1e999 is not a finite number"),
            ('{"rule": "r", "kin": "k", "count": NaN, "message": "m"}', "NaN is not a finite number"),
            ('{"rule": "r", "kin": "k", "count": 1.5, "message": "m"}', "files.a.html.findings[0].count: not a whole number"),
            ('{"rule": "r", "kin": "k", "count": true, "message": "m"}', "files.a.html.findings[0].count: not a whole number"),
            ('{"rule": "r", "kin": "k", "count": 0, "message": "m"}', "files.a.html.findings[0].count: not between 1"),
            ('{"rule": "r", "kin": "k", "count": 1' + "0" * 30 + ', "message": "m"}', "files.a.html.findings[0].count: not between 1"),
            ('{"rule": "r", "kin": "k", "count": 1' + "0" * 5_000 + ', "message": "m"}', "not valid JSON"),
            ('{"rule": null, "kin": "k", "count": 1, "message": "m"}', "files.a.html.findings[0].rule: not a text"),
            ('{"kin": "k", "count": 1, "message": "m"}', "files.a.html.findings[0]: 'rule' is missing"),
            ("[]", "files.a.html.findings[0]: not an object"),
        )
    ]
    + [
        ('{"schema_version": "1.0", "files": []}', "files: not an object"),
        ('{"schema_version": "1.0", "files": {"' + "p" * 5_000 + '": {}}}', "not a path: 5,000 characters"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_given_a_baseline_with_values_that_make_no_sense_when_read_then_the_file_and_the_key_are_named(
    run: Run, text: str, place: str
) -> None:
    write({"a.html": CLEAN, "known.json": text})
    code, out, err = run("audit", "a.html", "--baseline", "known.json")
    assert (code, out, err.count("\n"), place in err) == (2, "", 1, True), err
    assert err.startswith("a11yaudit: known.json: not a valid baseline: ")


def test_given_a_known_file_with_a_name_that_no_system_takes_when_compared_then_it_counts_as_gone(run: Run) -> None:
    name = "/".join(["n" * 300, "a.html"])
    finding = {"rule": "alt-missing", "kin": "k", "count": 1, "message": "m"}
    known = {"schema_version": "1.0", "files": {name: {"sha256": "", "sketch": [], "findings": [finding]}}}
    write({"a.html": CLEAN, "known.json": json.dumps(known)})
    code, out, _ = run("audit", "a.html", "--baseline", "known.json")
    assert (code, "in the baseline but no longer found: alt-missing: m" in out) == (0, True)


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ('[per-file-ignores]\n"' + "[" * 20_000 + '" = ["ads"]\n', "per-file-ignores: pattern too long: 20,000 characters"),
        ('[[budgets]]\npaths = ["' + "[" * 20_000 + '"]\n', "budgets.0.paths: pattern too long: 20,000 characters"),
        ("[per-file-ignores]\n" + "".join(f'"{n}" = ["ads"]\n' for n in range(2_000)), "too many path patterns: 2,000"),
        ("[per-file-ignores]\n" + "".join(f'"{"*a" * 200}{n}" = ["ads"]\n' for n in range(500)), "characters in all; the limit is 50,000"),
        ("min-score = 1e999\n", "min-score"),
        ("min-score = nan\n", "min-score"),
        ("[thresholds.h1-count]\nmost = 1" + "0" * 400 + "\n", "thresholds.h1-count.most"),
    ],
)
def test_given_settings_that_would_cost_or_break_every_page_when_read_then_they_are_refused(run: Run, settings: str, place: str) -> None:
    write({"a.html": CLEAN, "a11yaudit.toml": settings})
    code, out, err = run("audit", "a.html")
    assert (code, out, err.count("\n"), place in err) == (2, "", 1, True), err
