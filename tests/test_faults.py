"""What a run leaves behind when the system, the disk or a person gets in its way."""

import contextlib
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from a11yaudit.report import marks

TOLD: dict[int, bytes] = {signal.SIGINT: b"a11yaudit: interrupted\n", signal.SIGTERM: b"a11yaudit: terminated\n"}
PAGE = '<html lang="en"><title>T</title><h1>Boats</h1>' + "<p>The boats came home in the morning with little in their nets.</p>" * 4
OLD = '{"schema_version": "1.0", "tool": {"name": "a11yaudit", "version": "of the last run"}}\n'
OLD_PAGE = f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{marks.GENERATOR}\n<title>Of the last run</title>\n'
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
    assert (run.returncode, out, err) == (code, b"", TOLD.get(number, b""))
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


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
@pytest.mark.parametrize("arguments", [("-o", "json=disk/report.json"), ("-o", "html=disk/report"), ("-o", "html=disk/report.html")])
def test_given_a_disk_that_fills_up_when_a_report_is_written_then_the_old_one_stays_whole(
    tmp_path: Path, disk: Path, arguments: tuple[str, ...]
) -> None:
    pages(tmp_path / "in", 20)
    name = arguments[1].partition("=")[2]
    old = tmp_path / name if name.endswith((".json", ".html")) else tmp_path / name / "index.html"
    old.parent.mkdir(exist_ok=True)
    before = OLD if name.endswith(".json") else OLD_PAGE
    old.write_text(before)
    run = start("audit", "in", *arguments, cwd=tmp_path)
    _, err = run.communicate(timeout=60)
    assert (run.returncode, err.count(b"\n"), b"no space left on device" in err) == (3, 1, True)
    assert old.read_text() == before
    assert [path.name for path in disk.rglob(".*")] == []


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 KiB."""
    yield from _mounted(tmp_path / "disk", "size=16k")


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """A folder in which nobody may write; root only heeds a disk that is read-only."""
    place = tmp_path / "shut"
    if os.geteuid() == 0:
        yield from _mounted(place, "ro")
    else:
        place.mkdir(mode=0o555)
        yield place


def _mounted(place: Path, options: str) -> Iterator[Path]:
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


def test_given_a_folder_that_cannot_be_written_to_when_run_then_the_code_is_3_before_any_page_is_read(tmp_path: Path, shut: Path) -> None:
    pages(tmp_path / "in", 1)
    run = start("audit", "in", "-o", f"json={shut.name}/report.json", cwd=tmp_path)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, out) == (3, b"")
    assert re.fullmatch(rb"a11yaudit: shut/report.json: can't be written: (permission denied|read-only file system)\n", err)


def test_given_a_report_that_is_being_written_when_the_run_is_killed_then_the_old_one_or_a_whole_new_one_is_there(tmp_path: Path) -> None:
    """The kills hit before, in and after the writing, whose length is measured first."""
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from a11yaudit.report import outputs\n"
        "text = 'the new report\\n' * 4_000_000\n"
        "for number in range(int(sys.argv[2])):\n"
        "    print('ready', flush=True)\n"
        "    outputs.write(outputs.Output('json', Path(sys.argv[1])), text)\n"
        "    print('written', flush=True)\n"
    )
    report = tmp_path / "report.json"

    def write() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", script, str(report), "1"]
        run = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert run.stdout
        run.stdout.readline()
        return run

    began = time.monotonic()
    write().communicate()
    length, new = time.monotonic() - began, report.stat().st_size
    dice, sizes, begun = random.Random(1), set(), 0
    for _ in range(20):
        report.write_text(OLD)
        run = write()
        time.sleep(dice.uniform(0, length))
        run.kill()
        run.communicate()
        sizes.add(report.stat().st_size)
        halves = list(tmp_path.glob(".a11yaudit-*"))
        begun += len(halves)
        for half in halves:
            half.unlink()
    assert sizes <= {len(OLD), new}
    assert begun > 0, "no kill hit the writing"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_given_one_page_and_no_worker_when_ended_then_it_stops_in_the_middle_and_leaves_nothing(tmp_path: Path, number: int) -> None:
    (tmp_path / "report.json").write_text(OLD)
    (tmp_path / "large.html").write_text(PAGE * 20_000)
    run = start("audit", "large.html", "-o", "json=report.json", "--timeout", "600", cwd=tmp_path)
    while not Path(f"/proc/{run.pid}/maps").read_text().count("turbohtml"):
        time.sleep(0.02)
    run.send_signal(number)
    out, err = run.communicate(timeout=60)
    assert (run.returncode, out, err) == (128 + number, b"", TOLD[number])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["large.html", "report.json"]
    assert (tmp_path / "report.json").read_text() == OLD


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


def test_given_pages_that_vanish_while_others_are_audited_then_those_are_named_and_the_rest_are_there(tmp_path: Path) -> None:
    folder = pages(tmp_path / "in", 60)
    run = start("audit", "in", "--jobs", "2", "--format", "json", cwd=tmp_path)
    while len([child for child in children(run.pid) if at_work(child)]) < 2:
        time.sleep(0.02)
    for path in sorted(folder.iterdir())[30:]:
        path.unlink()
    out, _ = run.communicate(timeout=60)
    report = json.loads(out)
    told = [*(document["path"] for document in report["documents"]), *(error["path"] for error in report["errors"])]
    assert sorted(told) == [f"in/{number:03}.html" for number in range(60)]
    assert {error["message"] for error in report["errors"]} <= {"no such file or directory"}
    assert run.returncode == (4 if report["errors"] else 0)


@pytest.mark.parametrize("columns", ["40", "200"])
def test_given_a_terminal_when_a_long_run_is_watched_then_its_bar_fits_and_the_report_is_apart(tmp_path: Path, columns: str) -> None:
    pages(tmp_path / "in", 25)
    ours, theirs = os.openpty()
    with (tmp_path / "out.json").open("wb") as out:
        run = subprocess.Popen(
            [sys.executable, "-P", "-m", "a11yaudit", "audit", "in", "--format", "json"],
            cwd=tmp_path, stdin=subprocess.DEVNULL, stdout=out, stderr=theirs, env={**os.environ, "COLUMNS": columns, "TERM": "xterm"},
        )  # fmt: skip
    os.close(theirs)
    seen = b""
    with contextlib.suppress(OSError):  # the end of a terminal is an error
        while part := os.read(ours, 65_536):
            seen += part
    os.close(ours)
    lines = re.split(r"[\r\n]+", re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", seen).decode())
    assert run.wait(60) == 0
    assert len(json.loads((tmp_path / "out.json").read_text())["documents"]) == 25
    assert any(line.startswith("Auditing") for line in lines)
    assert max(map(len, lines)) <= int(columns)
