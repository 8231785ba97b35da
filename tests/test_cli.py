"""The command line, from the outside: exit codes, one-line errors, formats."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = '<html lang="en"><title>T</title><h1>Boats</h1>' + "<p>The boats came home in the morning with little in their nets.</p>" * 4


def run(*arguments: str | Path, cwd: Path = ROOT, stdin: bytes = b"") -> tuple[int, str, str]:
    command = [sys.executable, "-m", "a11yaudit", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, check=False, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_given_the_sample_article_when_audited_then_its_known_faults_are_named_with_their_places() -> None:
    code, out, _ = run("audit", "examples/harbour-robots.html", "--format", "json")
    findings = json.loads(out)["documents"][0]["findings"]
    assert code == 1
    assert [(finding["rule"], finding["location"]["line"], finding["location"]["column"]) for finding in findings] == [
        ("ad-before-headline", 9, 1),
        ("words-run-together", 15, 45),
        ("words-run-together", 21, 56),
        ("ad-inside-body", 24, 1),
        ("ad-label-read-aloud", 24, 22),
        ("acronym-unexplained", 28, 1),
        ("alt-repeats-caption", 30, 1),
    ]


def test_given_a_clean_article_when_audited_then_there_is_nothing_to_say() -> None:
    code, out, _ = run("audit", "examples/tide-tables.html", "--format", "json")
    assert (code, json.loads(out)["documents"][0]["findings"]) == (0, [])


def test_given_the_committed_sample_report_when_made_anew_then_it_is_the_same(tmp_path: Path) -> None:
    run("audit", "examples", "-q", "--fail-on", "never", "-o", f"json={tmp_path / 'report.json'}", "-o", f"html={tmp_path}")
    committed = {path.name: path.read_bytes() for path in (ROOT / "reports" / "examples").iterdir()}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == committed


def test_given_a_written_report_when_validated_then_it_is_valid(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    run("audit", "examples", "-o", f"json={report}")
    assert run("validate", report) == (0, f"{report}: valid\n", "")


def test_given_bad_files_among_a_good_one_when_audited_then_each_is_named_and_the_good_one_is_there(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text(PAGE)
    (tmp_path / "empty.html").write_text("")
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (tmp_path / "deep.html").write_text("<div>" * 200_000)
    (tmp_path / "large.html").write_text(PAGE + " " * 20_000_000)
    code, out, _ = run("audit", ".", "--format", "json", cwd=tmp_path)
    report = json.loads(out)
    assert code == 4
    assert [document["path"] for document in report["documents"]] == ["deep.html", "good.html"]
    assert [(error["path"], error["kind"]) for error in report["errors"]] == [
        ("empty.html", "empty"),
        ("large.html", "too-large"),
        ("picture.html", "not-html"),
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["audit", "no-such-file.html"], 2, "no-such-file.html: no such file or folder"),
        (["audit", "examples", "--select", "no-such-rule"], 2, "unknown rule or aspect 'no-such-rule'"),
        (["rule", "no-such-rule"], 2, "unknown rule 'no-such-rule'"),
        (["audit", "examples", "--config", "no-such.toml"], 2, "no-such.toml: no such file or directory"),
        (["audit", "tests/page", "-q"], 2, "no HTML file"),
        (["audit", "examples", "-o", "json=/dev/null/report.json"], 3, "can't be written"),
        (["audit", "examples", "-o", "wrong=x"], 2, "FORMAT=PATH"),
    ],
)
def test_given_a_wrong_call_when_run_then_one_line_says_why(arguments: list[str], code: int, reason: str) -> None:
    got, out, err = run(*arguments)
    assert (got, out, err.count("\n")) == (code, "", 1)
    assert reason in err


def test_given_an_unreadable_config_when_run_then_one_line_names_it(tmp_path: Path) -> None:
    (tmp_path / "a11yaudit.toml").write_text("select = [")
    (tmp_path / "page.html").write_text(PAGE)
    code, out, err = run("audit", "page.html", cwd=tmp_path)
    assert (code, out, err.count("\n"), "a11yaudit.toml" in err) == (2, "", 1, True)


def test_given_a_page_on_the_standard_input_when_audited_then_it_is_called_a_dash() -> None:
    code, out, _ = run("audit", "-", "--format", "json", stdin=PAGE.encode())
    assert (code, json.loads(out)["documents"][0]["path"]) == (0, "-")


def test_given_the_standard_input_among_files_and_two_jobs_when_audited_then_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    code, out, _ = run("audit", "a.html", "-", "--jobs", "2", "--format", "json", cwd=tmp_path, stdin=PAGE.encode())
    assert (code, [document["path"] for document in json.loads(out)["documents"]]) == (0, ["a.html", "-"])


def test_given_an_html_file_as_output_when_one_page_or_two_are_audited_then_it_is_the_page_s_report_or_the_overview(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(PAGE)
    run("audit", "a.html", "-o", "html=one.html", cwd=tmp_path)
    run("audit", "a.html", "b.html", "-o", "html=two.html", cwd=tmp_path)
    assert "a.html" in (tmp_path / "one.html").read_text()
    assert "b.html" in (tmp_path / "two.html").read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.html", "one.html", "two.html"]


def test_given_an_element_that_asks_to_be_ignored_when_audited_then_it_is_counted_and_not_shown() -> None:
    page = PAGE + '<div data-a11yaudit-ignore="ad-inside-body ads"><div class="ad-slot">Advertisement</div></div>' + PAGE
    _, out, _ = run("audit", "-", "--format", "json", "--select", "ad-inside-body", stdin=page.encode())
    report = json.loads(out)
    assert (report["documents"][0]["findings"], report["summary"]["suppressed"]) == ([], 1)


def test_given_hostile_text_when_reported_on_the_terminal_then_no_escape_and_no_command_gets_through() -> None:
    page = PAGE.replace("Boats", "Boats\x1b[31m\u202e\n::error::x ##[error]x") + '<img src="a.jpg\x1b]8;;x">'
    for form in ("text", "github"):
        _, out, _ = run("audit", "-", "--format", form, "--scope", "page", stdin=page.encode())
        lines = out.splitlines()
        assert not any("\x1b" in line or "\u202e" in line or "##[" in line for line in lines)
        assert not any(line.startswith("::error::") for line in lines)


def test_given_another_hash_seed_and_two_jobs_when_audited_then_the_bytes_are_the_same(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.html").write_text(PAGE + f'<img src="{number}.jpg">')
    assert run("audit", ".", "--format", "json", cwd=tmp_path) == run("audit", ".", "--format", "json", "--jobs", "2", cwd=tmp_path)


@pytest.mark.parametrize(
    "others",
    [
        ("-o", "csv=r/a.csv"),
        ("-o", "html=r"),
        ("--cache", "kept"),
        ("--cache", "kept", "--jobs", "2"),
        ("--min-score", "0"),
        ("-o", "json=r/a.json"),
    ],
)
def test_given_whatever_else_is_asked_for_when_audited_then_the_json_report_is_the_same_byte_for_byte(
    tmp_path: Path, others: tuple[str, ...]
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.html").write_text(PAGE + f'<img src="{number}.jpg">', encoding="utf-8")
    (tmp_path / "empty.html").write_text("")
    alone = run("audit", ".", "--format", "json", cwd=tmp_path)
    first, again = (run("audit", ".", "--format", "json", *others, cwd=tmp_path) for _ in range(2))
    assert (first, again) == (alone, alone)


def test_given_no_network_when_audited_then_no_connection_is_tried() -> None:
    guard = (
        "import socket, sys\n"
        "def refuse(*_): raise AssertionError('a connection was opened')\n"
        "socket.socket.connect = refuse\nsocket.getaddrinfo = refuse\n"
        "sys.argv = ['a11yaudit', 'audit', 'examples', '--format', 'json']\n"
        "from a11yaudit.cli import main\nmain()\n"
    )
    done = subprocess.run([sys.executable, "-c", guard], cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (1, b"")


def test_given_an_error_in_the_tool_itself_when_run_then_one_line_says_so_and_the_code_is_70() -> None:
    broken = "from a11yaudit.cli import commands, main\ncommands.group.main = lambda **_: 1 / 0\nmain()\n"
    done = subprocess.run([sys.executable, "-c", broken], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (70, b"a11yaudit: internal error, please report it: ZeroDivisionError: division by zero\n")


def test_given_an_ad_in_a_list_after_the_article_when_audited_then_it_breaks_nothing_inside_the_text() -> None:
    page = PAGE + "<ul><li><div class='ad-slot'></div></li></ul>"
    _, out, _ = run("audit", "-", "--format", "json", "--scope", "page", "--select", "ad-inside-paragraph", stdin=page.encode())
    assert json.loads(out)["documents"][0]["findings"] == []


def test_given_a_filter_list_and_a_profile_when_extracted_then_their_slots_are_found_and_one_warning_counts_what_was_skipped(
    tmp_path: Path,
) -> None:
    text = "<p>The boats came home in the morning with little in their nets.</p>" * 4
    (tmp_path / "page.html").write_text(f'<h1>Boats</h1>{text}<div class="zone-x"></div>{text}<div class="own-x"></div>{text}')
    (tmp_path / "list.txt").write_text("news.example##.zone-x\n##div:has(> .b)\n")
    (tmp_path / "own.toml").write_text('[[slots]]\nkind = "promo"\nselectors = [".own-x"]\n')
    options = ("--filter-list", "list.txt", "--profile", "own.toml", "--url", "https://news.example/a", "--format", "json")
    code, out, error = run("extract", "page.html", *options, cwd=tmp_path)
    assert (code, error) == (0, "a11yaudit: list.txt: 1 rule skipped (unknown syntax), 1 used\n")
    assert [(unit["kind"], unit["words_before"]) for unit in json.loads(out)["documents"][0]["interruptions"]] == [
        ("ad", 48),
        ("promo", 96),
    ]


def test_given_a_profile_that_is_not_there_when_audited_then_it_is_a_configuration_error(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    code, _, error = run("audit", "page.html", "--profile", "absent.toml", cwd=tmp_path)
    assert (code, error.count("\n"), "absent.toml" in error) == (2, 1, True)


def test_given_a_page_when_extracted_as_html_then_it_shows_what_was_taken_and_what_was_left_with_the_reason() -> None:
    page = "<nav><p>All <b>sections</b> of the paper</p></nav>" + PAGE.replace("<p>", "<p>&lt;script>alert(1)&lt;/script> ", 1)
    code, out, _ = run("extract", "-", "--format", "html", stdin=page.encode())
    told = out.decode() if isinstance(out, bytes) else out
    assert code == 0
    assert '<li class="left"><p class="what"><strong>other</strong> <span>line 1, column 6: inside &lt;nav&gt;</span></p>' in told
    assert '<li class="text"><p class="what"><strong>body</strong>' in told
    assert "<script" not in told
