"""Ctrl-C and SIGTERM at any moment: one line, the right code, nothing half-written, nobody left behind."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from a11yaudit.report import marks

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
PAGE = '<html lang="en"><title>T</title><h1>Boats</h1>' + "<p>The boats came home in the morning with little in their nets.</p>" * 4
OLD_REPORT = '{"schema_version": "1.0", "tool": {"name": "a11yaudit", "version": "of the last run"}}\n'
OLD_INDEX = f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{marks.GENERATOR}\n<title>Of the last run</title>\n'
TOLD: dict[int, bytes] = {signal.SIGINT: b"a11yaudit: interrupted\n", signal.SIGTERM: b"a11yaudit: terminated\n"}
TRIES = 50
SECONDS = 30.0
"""Time for all tries; a slow machine does fewer."""
PAGES = 12


def start(folder: Path, jobs: int) -> subprocess.Popen[bytes]:
    """A run in a session of its own, which a signal reaches as Ctrl-C reaches all of a terminal."""
    command = [sys.executable, "-P", "-m", "a11yaudit", "audit", "in", "--jobs", str(jobs), "-o", "json=report.json", "-o", "html=site"]
    return subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def heeding(process: int) -> bool:
    """Whether the run catches SIGTERM; before that it is Python that is starting."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return True
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught, 16) >> (signal.SIGTERM - 1) & 1)


def of_session(leader: int) -> list[int]:
    """The processes of a run that are alive."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            found += [int(entry.name)] if int(fields[3]) == leader and fields[0] != "Z" else []
    return found


def prepared(folder: Path) -> Path:
    (folder / "in").mkdir(parents=True)
    for number in range(PAGES):
        (folder / "in" / f"{number:03}.html").write_text(PAGE)
    (folder / "site").mkdir()
    (folder / "report.json").write_text(OLD_REPORT)
    (folder / "site" / "index.html").write_text(OLD_INDEX)
    return folder


def problems(folder: Path, number: int, jobs: int, wait: float, all_of_them: bool) -> list[str]:
    """What is wrong after a run that was ended so many seconds after it began to heed signals."""
    run = start(prepared(folder), jobs)
    while not heeding(run.pid):
        time.sleep(0.001)
    time.sleep(wait)
    (os.killpg if all_of_them else os.kill)(run.pid, number)
    out, err = run.communicate(timeout=60)
    until = time.monotonic() + 5
    while of_session(run.pid) and time.monotonic() < until:
        time.sleep(0.02)
    ended = run.returncode == 128 + number
    report, index = (folder / "report.json").read_text(), (folder / "site" / "index.html").read_text()
    made = list((folder / "site").glob("0*.html"))
    beside = sorted(path.name for path in folder.iterdir())
    hidden = sorted(path.name for path in (folder / "site").glob(".*"))
    wrong = {
        f"code {run.returncode}": not ended and run.returncode != 0,
        f"said {err!r}": err != (TOLD[number] if ended else b""),
        f"printed {out[-80:]!r}": ended and not (b"\n" + out).endswith(b"\n"),
        f"left {of_session(run.pid)}": bool(of_session(run.pid)),
        f"lies beside {beside}": beside != ["in", "report.json", "site"],
        f"lies in the report {hidden}": hidden != [],
        "half a report": report != OLD_REPORT and len(json.loads(report)["documents"]) != PAGES,
        "half a folder": len(made) != (0 if index == OLD_INDEX else PAGES),
    }
    return [f"{signal.Signals(number).name} after {wait:.3f} s, {jobs} jobs: {what}" for what, is_so in wrong.items() if is_so]


def test_given_a_run_when_it_is_ended_at_any_moment_then_nothing_is_left_and_one_line_says_so(tmp_path: Path) -> None:
    began = time.monotonic()
    start(prepared(tmp_path / "whole"), 2).communicate(timeout=60)
    length = time.monotonic() - began
    dice = random.Random()
    tries = [
        (tmp_path / str(number), dice.choice(list(TOLD)), dice.choice((1, 2, 3)), dice.uniform(0, length), dice.random() < 0.5)
        for number in range(TRIES)
    ]
    until = time.monotonic() + SECONDS
    with ThreadPoolExecutor(3) as several:
        listed = list(several.map(lambda one: problems(*one) if time.monotonic() < until else None, tries))
    assert [problem for found in listed for problem in found or ()] == []
    assert sum(found is not None for found in listed) >= 5, "no time for any try"
