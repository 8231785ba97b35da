"""What a build that runs the tool gets: exit codes, which pages were audited, and where the reports are. In this process, so quick."""

import contextlib
import gc
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from a11yaudit import cli, pipeline
from a11yaudit.cli import commands
from a11yaudit.errors import OutputError
from a11yaudit.report import formats, outputs
from a11yaudit.review import revisions

sys.path.insert(0, str(Path(__file__).parent / "ci"))
from repository import commit, git, page, picture, start

CLEAN = page("Boats")
CRITICAL = page("Nets", picture("nets"))
"""A picture without an alternative text."""
MINOR = page("Crates").replace("</h1>", '</h1><p>Read the <a href="/plan.pdf">plan of the harbour</a> first, it is long.</p>')

OLD = '{"schema_version": "1.0", "tool": {"name": "a11yaudit", "version": "of the last run"}}\n'
TOLD = {130: "a11yaudit: interrupted\n", 143: "a11yaudit: terminated\n"}

Run = Callable[..., tuple[int, str, str]]
Ran = tuple[int, list[str], list[str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Runs the tool in a folder of its own."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    monkeypatch.chdir(tmp_path)
    revisions._real.cache_clear()

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["a11yaudit", *arguments])
        for number, handler in before.items():
            signal.signal(number, handler)
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    yield call
    for number, handler in before.items():
        signal.signal(number, handler)
    gc.enable()


def write(files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content.encode() if isinstance(content, str) else content)


def pages(ran: tuple[int, str, str]) -> Ran:
    """The exit code, the pages that were audited, and those that were not with the reason."""
    report = json.loads(ran[1])
    return ran[0], [item["path"] for item in report["documents"]], [f"{item['path']}: {item['kind']}" for item in report["errors"]]


@pytest.mark.parametrize(
    ("content", "options", "code"),
    [
        (CLEAN, (), 0),
        (CRITICAL, (), 1),
        (CRITICAL, ("--fail-on", "critical"), 1),
        (CRITICAL, ("--fail-on", "never"), 0),
        (CRITICAL, ("--ignore", "alt-missing"), 0),
        (CRITICAL, ("--ignore", "structure, alt-missing"), 0),
        (CRITICAL, ("--ignore", "structure,,captions"), 1),
        (CRITICAL, ("--select", "ads"), 0),
        (MINOR, ("--select", "link-file-untold"), 0),
        (MINOR, ("--select", "link-file-untold", "--fail-on", "minor"), 1),
        (CLEAN, ("--min-score", "90"), 0),
        (CRITICAL, ("--fail-on", "never", "--min-score", "100"), 1),
        (CRITICAL, ("--fail-on", "never", "--min-score", "1"), 0),
        (CLEAN, ("--new-only",), 2),
        (CLEAN, ("--baseline-strict",), 2),
        (CLEAN, ("--baseline", "absent.json"), 2),
        (CLEAN, ("--select", "no-such-rule"), 2),
        (CLEAN, ("--jobs", "0"), 2),
        (CLEAN, ("-o", "json"), 2),
        (CLEAN, ("-o", "json="), 2),
        (CLEAN, ("-o", "pdf=a.pdf"), 2),
        (CLEAN, ("-o", "json=/dev/null/a.json"), 3),
        (CLEAN, ("-o", "json=folder"), 3),
        (CLEAN, ("-o", "json=a.html"), 3),
        (CLEAN, ("-o", "html=."), 3),
        (CLEAN, ("--cache", "/dev/null/cache"), 3),
        (CLEAN, ("--timeout", "0"), 2),
    ],
)  # fmt: skip
def test_given_one_page_when_audited_then_the_code_is(run: Run, content: str, options: tuple[str, ...], code: int) -> None:
    write({"a.html": content})
    Path("folder").mkdir()
    got, _, err = run("audit", "a.html", "--quiet", *options)
    assert (got, "Traceback" in err) == (code, False)
    assert bool(err) == (code in (2, 3))
    assert Path("a.html").read_text() == content


@pytest.mark.parametrize(("content", "code"), [(CLEAN, 4), (CRITICAL, 4)])
def test_given_a_page_that_cannot_be_audited_then_the_code_is_4_whatever_the_others_have(run: Run, content: str, code: int) -> None:
    write({"a.html": content, "b.html": "", "c.html": content})
    assert pages(run("audit", ".", "--format", "json")) == (code, ["a.html", "c.html"], ["b.html: empty"])
    assert pages(run("extract", ".", "--format", "json")) == (code, ["a.html", "c.html"], ["b.html: empty"])


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_given_a_file_without_a_character_when_audited_then_it_is_called_empty(run: Run, content: bytes) -> None:
    write({"a.html": content})
    assert pages(run("audit", "a.html", "--format", "json")) == (4, [], ["a.html: empty"])


def test_given_nothing_but_good_pages_when_extracted_then_the_code_is_0_whatever_their_faults(run: Run) -> None:
    write({"a.html": CRITICAL})
    assert pages(run("extract", ".", "--format", "json")) == (0, ["a.html"], [])


def test_given_an_output_that_cannot_be_written_and_a_page_that_cannot_be_audited_then_the_output_wins(run: Run) -> None:
    write({"a.html": CRITICAL, "b.html": ""})
    assert run("audit", ".", "-o", "json=a.html/report.json")[0] == 3


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (["a.html"], ["a.html"]),
        (["news", "a.html", "news/b.htm"], ["news/b.htm", "news/c.HTML", "news/sub/d.xhtml", "a.html"]),
        (["*.html"], ["a.html"]),
        (["*/*.htm", "*.htm?"], ["news/b.htm", "a.html"]),
        (["n?ws"], ["news/b.htm", "news/c.HTML", "news/sub/d.xhtml"]),
        (["odd[1].html"], ["odd[1].html"]),
        (["notes.txt"], ["notes.txt"]),
    ],
)
def test_given_files_folders_and_patterns_when_named_then_each_page_is_audited_once(
    run: Run, named: list[str], expected: list[str]
) -> None:
    write(dict.fromkeys(("a.html", "news/b.htm", "news/c.HTML", "news/sub/d.xhtml", "news/e.txt", "notes.txt"), CLEAN))
    write(dict.fromkeys(set(named) & {"odd[1].html"}, CLEAN))
    Path("news/again").symlink_to("..")
    Path("news/sub/gone.html").symlink_to("nothing")
    assert pages(run("audit", *named, "--format", "json")) == (0, expected, [])


def test_given_no_page_when_run_then_it_is_an_error_unless_that_is_accepted(run: Run) -> None:
    Path("empty").mkdir()
    assert [run("audit", "empty")[0], run("audit", "empty", "--allow-empty")[0]] == [2, 0]
    assert [run("audit", "absent.html", "--allow-empty")[0], run("audit", "*.html")[0]] == [2, 2]


def test_given_reports_among_the_pages_when_run_again_then_they_are_left_out(run: Run) -> None:
    write({"news/a.html": CLEAN})
    for _ in range(2):
        ran = run("audit", "news", "--format", "json", "-o", "html=news/report", "-o", "text=news/made/for/it.txt")
    assert pages(ran) == (0, ["news/a.html"], [])
    assert Path("news/made/for/it.txt").read_text().startswith("a11yaudit: report of the audit\nnews/a.html:")
    assert Path("news/report/index.html").exists()


def test_given_a_page_reached_by_a_link_when_a_report_would_overwrite_it_then_it_is_refused(run: Run) -> None:
    write({"a.html": CLEAN})
    Path("link.json").symlink_to("a.html")
    assert [run("audit", "a.html", "-o", "json=link.json")[0], run("audit", "a.html", "-o", "html=a.html")[0]] == [3, 3]
    assert run("audit", "a.html", "-o", "html=b.html")[0] == 0
    assert Path("a.html").read_text() == CLEAN


def test_given_a_configuration_when_run_then_its_terms_hold_unless_the_command_line_says_otherwise(run: Run) -> None:
    write({"a.html": CRITICAL, "a11yaudit.toml": 'fail-on = "never"\n', "own.toml": "min-score = 100\n"})
    assert run("audit", "a.html")[0] == 0
    assert run("audit", "a.html", "--fail-on", "critical")[0] == 1
    assert run("audit", "a.html", "--config", "own.toml", "--fail-on", "never")[0] == 1
    assert run("audit", "a.html", "--config", "own.toml", "--fail-on", "never", "--min-score", "0")[0] == 0


def test_given_files_with_rules_of_their_own_when_run_then_what_is_ignored_there_fails_elsewhere(run: Run) -> None:
    write({"a.html": CRITICAL, "old/b.html": CRITICAL, "a11yaudit.toml": '[per-file-ignores]\n"old/*" = ["alt-missing"]\n'})
    assert [run("audit", "old")[0], run("audit", "a.html")[0]] == [0, 1]


def test_given_known_findings_when_run_then_only_new_and_gone_ones_can_fail(run: Run) -> None:
    write({"a.html": CRITICAL})
    known = ("--baseline", "known.json")
    assert run("baseline", "write", "a.html", *known)[0] == 0
    assert [run("audit", "a.html", *known)[0], run("audit", "a.html", *known, "--baseline-strict")[0]] == [0, 0]
    write({"a.html": page("Nets", picture("nets"), picture("rope"))})
    assert run("audit", "a.html", *known)[0] == 1
    write({"a.html": page("Nets")})
    assert [run("audit", "a.html", *known)[0], run("audit", "a.html", *known, "--baseline-strict")[0]] == [0, 1]


def test_given_a_base_revision_when_run_then_only_changed_pages_are_audited_and_only_what_is_new_need_fail(
    run: Run, tmp_path: Path
) -> None:
    start(tmp_path, {"a.html": CRITICAL, "b.html": CRITICAL})
    commit(tmp_path, {"b.html": page("Nets", picture("nets"), "<p>One more sentence for the readers.</p>"), "c.html": CLEAN}, "Work")
    asked = ("audit", ".", "--format", "json", "--diff", "HEAD~1")
    assert pages(run(*asked)) == (1, ["b.html", "c.html"], [])
    assert pages(run(*asked, "--new-only")) == (0, ["b.html", "c.html"], [])
    report = json.loads(run(*asked, "--select", "alt-missing")[1])
    assert [(f["rule"], f["state"]) for f in report["documents"][0]["findings"]] == [("alt-missing", "unchanged")]
    assert report["review"]["base"] == "HEAD~1"
    assert [change["path"] for change in report["review"]["changes"]] == ["b.html"]
    assert pages(run("audit", ".", "--format", "json", "--diff", "HEAD")) == (0, [], [])
    write({"c.html": page("Boats", picture("quay"))})
    assert pages(run(*asked, "--new-only")) == (1, ["b.html", "c.html"], [])


def test_given_a_base_version_that_cannot_be_audited_when_run_then_what_stands_on_changed_lines_is_new(run: Run, tmp_path: Path) -> None:
    start(tmp_path, {"a.html": " "})
    write({"a.html": CRITICAL})
    assert pages(run("audit", ".", "--format", "json", "--diff", "HEAD", "--new-only")) == (1, ["a.html"], [])
    git(tmp_path, "commit", "--all", "--quiet", "--message", "Work")
    assert pages(run("audit", ".", "--format", "json", "--diff", "HEAD", "--new-only")) == (0, [], [])


def test_given_reports_of_all_kinds_when_asked_for_then_each_is_there_and_no_other_file(run: Run) -> None:
    write({"in/a.html": CRITICAL, "in/b.html": CLEAN})
    wanted = {form: f"out/report.{form}" for form in formats.AUDIT}
    assert run("audit", "in", *(word for form, path in wanted.items() for word in ("-o", f"{form}={path}")))[0] == 1
    assert sorted(path.name for path in Path("out").iterdir()) == sorted(Path(path).name for path in wanted.values())
    assert Path("out/report.html").stat().st_mode & 0o777 == 0o644
    run("extract", "in", "-o", "html=whole.html", "-o", "html=folder", "-o", "json=extract.json")
    assert Path("whole.html").read_text() == Path("folder/extract.html").read_text()
    assert [item["path"] for item in json.loads(Path("extract.json").read_text())["documents"]] == ["in/a.html", "in/b.html"]


@pytest.mark.parametrize(("names", "titles"), [(["a.html"], "Nets"), (["a.html", "b.html"], "2 ")])
def test_given_one_page_or_two_when_printed_as_html_then_it_is_the_page_s_report_or_the_overview(
    run: Run, names: list[str], titles: str
) -> None:
    write({"a.html": CRITICAL, "b.html": CLEAN})
    code, out, _ = run("audit", *names, "--format", "html")
    assert (code, out.startswith("<!DOCTYPE html>"), titles in out.partition("<title>")[2].partition("</title>")[0]) == (1, True, True)


def test_given_colour_is_unwanted_or_not_seen_when_printed_then_there_is_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.html": CRITICAL})
    seen = []
    for terminal, environment in ((False, {}), (True, {"NO_COLOR": "1"}), (True, {"TERM": "dumb"}), (True, {"TERM": "xterm"})):
        with monkeypatch.context() as here:
            here.delenv("NO_COLOR", raising=False)
            here.setattr(sys.stdout, "isatty", lambda terminal=terminal: terminal, raising=False)
            for name, value in environment.items():
                here.setenv(name, value)
            seen.append("\x1b[" in run("audit", "a.html")[1])
    assert seen == [False, False, False, True]


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (OutputError("report.json: can't be written\n::error::x"), 3, "a11yaudit: report.json: can't be written ::error::x\n"),
        (ZeroDivisionError("by\nnothing"), 70, "a11yaudit: internal error, please report it: ZeroDivisionError: by nothing\n"),
    ],
)
def test_given_an_error_when_run_then_its_code_and_one_line_tell_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, told: str
) -> None:
    def fail(**_: Any) -> int:
        raise error

    monkeypatch.delenv("A11YAUDIT_DEBUG", raising=False)
    monkeypatch.setattr(commands.group, "main", fail)
    assert run("audit") == (code, "", told)


def swallow() -> None:
    """What code that calls back from C does with an exception."""
    with contextlib.suppress(BaseException):
        os.kill(os.getpid(), signal.SIGINT)


def wrap() -> None:
    """What a class in the making does with an exception of one of its parts."""
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except BaseException as error:
        raise RuntimeError("Error calling __set_name__") from error


@pytest.mark.parametrize(("interrupted", "code"), [(swallow, 130), (wrap, 143)])
def test_given_a_word_to_end_that_gets_lost_in_the_first_page_when_running_then_no_further_page_is_audited(
    run: Run, monkeypatch: pytest.MonkeyPatch, interrupted: Callable[[], None], code: int
) -> None:
    write({"a.html": CLEAN, "b.html": CLEAN, "report.json": OLD})
    audited = []

    def audit(*arguments: Any) -> Any:
        audited.append(arguments[0].path)
        interrupted()
        return kept(*arguments)

    kept = pipeline.audit
    monkeypatch.setattr(pipeline, "audit", audit)
    assert (run("audit", "a.html", "b.html", "-o", "json=report.json"), audited) == ((code, "", TOLD[code]), ["a.html"])
    assert Path("report.json").read_text() == OLD


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_given_a_word_to_end_when_running_then_the_code_says_which(
    run: Run, monkeypatch: pytest.MonkeyPatch, number: int, code: int
) -> None:
    monkeypatch.setattr(commands.group, "main", lambda **_: os.kill(os.getpid(), number))
    assert run("audit") == (code, "", TOLD[code])


def test_given_a_whole_report_when_the_new_one_cannot_be_put_in_its_place_then_it_stays_and_nothing_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    report = outputs.Output("json", tmp_path / "report.json")
    report.path.write_text(OLD)
    for step in ("fsync", "replace"):
        with monkeypatch.context() as here:
            here.setattr(os, step, full)
            with pytest.raises(OutputError, match="no space left on device"):
                outputs.write(report, "new")
        assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report.json", OLD)]
    outputs.write(report, "new")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report.json", "new")]
