"""What an audit costs: stage by stage, by page size, by workers, and to start. Prints figures and asserts nothing.

    python benchmarks/speed.py FOLDER    # *.html of the kind that you audit

Milliseconds are of the processor, so that a busy machine disturbs them less; pages a second are of the clock.
"""

import argparse
import gc
import math
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from a11yaudit import article, engine, page, pipeline, ruleset, semantics, source
from a11yaudit.checks.subject import Subject
from a11yaudit.measure import measure
from a11yaudit.model.source import Limits, Source

T = TypeVar("T")
FACTORS = (1, 2, 4, 8, 16)
ROUNDS = 3
COMMAND = (sys.executable, "-m", "a11yaudit")


def stages(paths: list[Path]) -> None:
    """Mean cost of each stage; each page is seen once, as in a run, and the first ones load what the others use."""
    rules, limits = ruleset.load(), Limits()
    spent: dict[str, float] = defaultdict(float)

    def timed(stage: str, work: Callable[..., T], *given: object) -> T:
        start = time.process_time()
        result = work(*given)
        spent[stage] += time.process_time() - start
        return result

    gc.disable()
    for path in paths:
        read = timed("source", source.read, str(path), limits)
        parsed = timed("page", page.parse, read, limits)
        meaning = timed("semantics", semantics.build, parsed)
        found = timed("article", article.extract, parsed, meaning, "article")
        measured = timed("measure", measure, found)
        timed("engine", engine.evaluate, rules, Subject(parsed, meaning, found, measured))
        timed("untie", parsed.flat.untie)
    gc.enable()
    for stage, seconds in (*spent.items(), ("together", sum(spent.values()))):
        print(f"{stage:12}{1000 * seconds / len(paths):8.2f} ms a page")


def command(*arguments: str | Path) -> tuple[float, float]:
    """Seconds of the processor, workers included, and of the clock that a call takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*COMMAND, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.perf_counter() - start


def growth(page_path: Path) -> None:
    """How the cost grows with the body of a page: the slope of log cost over log copies, 1 = linear."""
    html = page_path.read_text("utf-8", "replace")
    opening, closing = html.lower().find("<body"), html.lower().rfind("</body")
    opening = html.find(">", opening) + 1
    rules, limits, costs = ruleset.load(), Limits(max_bytes=sys.maxsize), list[float]()
    for factor in FACTORS:
        data = (html[:opening] + html[opening:closing] * factor + html[closing:]).encode()
        repeated = Source("repeated.html", data, "")
        cost = min(_seconds(pipeline.audit, repeated, rules, limits, "article") for _ in range(ROUNDS))
        costs.append(cost)
        print(f"x{factor:<4}{len(data) / 1000:10.0f} kB{1000 * cost:10.1f} ms")
    print(f"exponent {math.log(costs[-1] / costs[0]) / math.log(FACTORS[-1]):.2f}")


def _seconds(work: Callable[..., object], *given: object) -> float:
    start = time.process_time()
    work(*given)
    return time.process_time() - start


def workers(folder: Path, pages: int) -> None:
    """Pages a second with one worker and with two."""
    rates = {}
    for jobs in (1, 2):
        _, wall = command("audit", folder, "--jobs", str(jobs), "--format", "json")
        rates[jobs] = pages / wall
        print(f"{jobs} jobs {rates[jobs]:8.1f} pages a second")
    print(f"2 jobs are {rates[2] / rates[1]:.2f} times as fast as 1; this machine has {os.cpu_count()} processors")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    paths = sorted(folder.glob("*.html"), key=lambda path: path.stat().st_size)
    stages(paths)
    growth(paths[len(paths) // 2])
    workers(folder, len(paths))
    for name, arguments in (("--help", ("--help",)), ("one page", ("audit", paths[0]))):
        runs = [command(*arguments) for _ in range(ROUNDS)]
        print(f"start, {name:10}{1000 * min(cpu for cpu, _ in runs):8.0f} ms, {1000 * min(wall for _, wall in runs):.0f} ms of the clock")


if __name__ == "__main__":
    main()
