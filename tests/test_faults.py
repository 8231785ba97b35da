"""What a run leaves behind when the system, the disk or a person gets in its way."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

PAGE = '<html lang="en"><title>T</title><h1>Boats</h1>' + "<p>The boats came home in the morning with little in their nets.</p>" * 4
OLD = '{"the report": "of the last run"}\n'
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, /dev/full and limits as Linux has them")


def start(
    *arguments: str,
    cwd: Path,
    limit: Callable[[], None] | None = None,
    stdout: int | IO[bytes] = subprocess.PIPE,
    env: dict[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "a11yaudit", *arguments],
        cwd=cwd, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, preexec_fn=limit, env={**os.environ, **(env or {})},
    )  # fmt: skip


def pages(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.html").write_text(PAGE)
    return folder


def children(process: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
            found += [int(entry.name)] if parent == process else []
    return found


def at_work(process: int) -> bool:
    """A worker that has started has a second thread, which follows its parent."""
    try:
        return len(list(Path(f"/proc/{process}/task").iterdir())) > 1
    except OSError:
        return False


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_given_a_run_with_workers_when_it_is_ended_then_no_worker_and_no_half_report_stays(tmp_path: Path, number: int, code: int) -> None:
    folder = pages(tmp_path / "in", 300)
    report = tmp_path / "report.json"
    report.write_text(OLD)
    run = start("audit", "in", "--jobs", "2", "-q", "-o", "json=report.json", cwd=tmp_path)
    while len(workers := [child for child in children(run.pid) if at_work(child)]) < 2:
        time.sleep(0.02)
    run.send_signal(number)
    out, err = run.communicate(timeout=60)
    for _ in range(100):
        if not any(map(alive, workers)):
            break
        time.sleep(0.1)
    assert (run.returncode, out, err.strip()) == (code, b"", b"")
    assert [worker for worker in workers if alive(worker)] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "report.json"]
    assert report.read_text() == OLD
    assert len(list(folder.iterdir())) == 300


@pytest.mark.parametrize(
    "sink",
    [
        pytest.param(lambda folder: {"stdout": (folder / "out").open("wb"), "limit": _small_files}, id="a limit on file sizes"),
        pytest.param(lambda folder: {"stdout": os.open("/dev/full", os.O_WRONLY)}, id="a full disk"),
        pytest.param(lambda folder: {"stdout": _closed_pipe()}, id="a closed pipe"),
    ],
)
def test_given_an_output_that_takes_no_more_when_printed_then_the_code_is_3_and_one_line_says_so(
    tmp_path: Path, sink: Callable[[Path], dict[str, Any]]
) -> None:
    pages(tmp_path / "in", 3)
    run = start("audit", "in", "--format", "json", cwd=tmp_path, **sink(tmp_path))
    _, err = run.communicate(timeout=60)
    assert (run.returncode, err.count(b"\n"), b"Traceback" in err) == (3, 1, False)


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def _closed_pipe() -> int:
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def test_given_a_limit_on_file_sizes_when_a_report_is_written_then_the_old_one_stays_whole(tmp_path: Path) -> None:
    pages(tmp_path / "in", 3)
    (tmp_path / "report.json").write_text(OLD)
    run = start("audit", "in", "-o", "json=report.json", cwd=tmp_path, limit=_small_files)
    _, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (3, b"a11yaudit: report.json: can't be written: file too large\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "report.json"]
    assert (tmp_path / "report.json").read_text() == OLD


@pytest.mark.parametrize("output", ["json=in/a.html", "html=in", "json=in/link.json", "json=nowhere.html/x.json", "html=in/a.html"])
def test_given_a_report_that_would_overwrite_or_join_the_pages_when_run_then_it_is_refused_first(tmp_path: Path, output: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(PAGE)
    (tmp_path / "in" / "link.json").symlink_to("a.html")
    (tmp_path / "nowhere.html").write_text(PAGE)
    run = start("audit", "in", "-o", output, cwd=tmp_path)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, out, err.count(b"\n")) == (3, b"", 1)
    assert (tmp_path / "in" / "a.html").read_text() == PAGE


def test_given_reports_inside_the_folder_of_the_pages_when_run_again_then_they_are_not_audited(tmp_path: Path) -> None:
    pages(tmp_path / "in", 2)
    for _ in range(2):
        run = start("audit", "in", "--format", "json", "-o", "html=in/report", "-o", "json=in/report.json", cwd=tmp_path)
        out, _ = run.communicate(timeout=60)
    assert [document["path"] for document in json.loads(out)["documents"]] == ["in/000.html", "in/001.html"]


def test_given_no_locale_and_a_narrow_terminal_and_odd_names_when_run_then_every_page_is_there(tmp_path: Path) -> None:
    names = [b"caf\xe9.html", b"a\n::error::x.html", b"--help.html", b"caf\xc3\xa9.html"]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text(PAGE)
    for form in ("json", "text", "github"):
        plain = {"LC_ALL": "C", "COLUMNS": "40", "TERM": "dumb"}
        run = start("audit", ".", "--fail-on", "never", "--format", form, cwd=tmp_path, env=plain)
        out, err = run.communicate(timeout=60)
        assert (run.returncode, err) == (0, b"")
        assert not any(line.startswith(b"::error::x") for line in out.splitlines())
        if form == "json":
            assert len(json.loads(out)["documents"]) == 4


def test_given_a_page_that_vanishes_when_its_turn_comes_then_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.html").symlink_to("nothing.html")
    (tmp_path / "here.html").write_text(PAGE)
    run = start("audit", "gone.html", "here.html", "--format", "json", cwd=tmp_path)
    out, _ = run.communicate(timeout=60)
    report = json.loads(out)
    assert run.returncode == 4
    assert report["errors"] == [{"path": "gone.html", "kind": "unreadable", "message": "no such file or directory"}]
    assert [document["path"] for document in report["documents"]] == ["here.html"]
