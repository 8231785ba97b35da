"""Ten thousand small pages of which fifty are poison: is a page lost, is each poison one named, does the memory stay flat?

    python benchmarks/poison.py [--pages 10000] [--jobs 2]

A page can't really make an auditor exit or crash; these do it in the worker's place, by their first word. Prints figures; exit 1 where a
page is lost, a poison one is not named, or a good one is.
"""

import argparse
import ctypes
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from a11yaudit import pipeline, ruleset
from a11yaudit.api.page_work import Use, keep, load
from a11yaudit.model.run import Failure, Kept
from a11yaudit.model.source import Limits, Source
from a11yaudit.pool import clock, workers
from a11yaudit.settings import Settings

Item = tuple[str, bytes]
WORDS = "the boat came in late from island and nobody waited on pier because post office had closed spring".split()
SECONDS = 1.0
"""CPU seconds for one page: few, so that those that wait or compute for ever are soon over."""
PATIENCE = 60.0
"""How many times that by the clock: a page must not be late because the machine has other things to do."""
MOST_MEMORY = 512 << 20
"""A lower limit than in earnest, for machines with little memory."""


def page(number: int) -> bytes:
    """A small article; no two are alike."""
    sentences = (" ".join(WORDS[(number + place * step) % len(WORDS)] for step in range(1, 12)).capitalize() + "." for place in range(24))
    text = "".join(f"<p>{' '.join(next(sentences) for _ in range(4))}</p>" for _ in range(6))
    html = f"<!DOCTYPE html><html lang=en><title>Letter {number}</title><article><h1>Letter {number}</h1>{text}<img src=p{number}.jpg>"
    return html.encode()


def _compute() -> None:
    while True:
        pass


def _swell() -> None:
    held = []
    while True:
        held.append(bytearray(1 << 20))


def _recurse() -> None:
    _recurse()


POISON: dict[str, Callable[[], None]] = {
    "waits": lambda: time.sleep(3600),
    "computes": _compute,
    "exits": lambda: os._exit(3),
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "segfault": lambda: print(ctypes.string_at(0)),
    "swells": _swell,
    "recursion": _recurse,
    "garbage": lambda: None,
}


def name(item: Item) -> str:
    """What the item is called."""
    return item[0]


def audit(item: Item) -> Kept:
    """One page, or what its name promises."""
    called, data = item
    POISON.get(called.partition(" ")[0], lambda: None)()
    document = pipeline.audit(Source(called, data, ""), _rules(), Limits(), "article")
    return keep(document, Use(part=True, document=False, text=False))


def _rules() -> ruleset.RuleSet:
    return ruleset.configured(ruleset.load(), Settings(), (), ())


def items(pages: int, poison: int) -> list[Item]:
    """The pages, the poison ones spread evenly among them."""
    made = [(f"page {number}", page(number)) for number in range(pages)]
    for place in range(poison):
        kind = list(POISON)[place % len(POISON)]
        data = bytes((place * step) % 251 for step in range(1, 4000)) if kind == "garbage" else page(place)
        made[place * (pages // poison) + 7] = (f"{kind} {place}", data)
    return made


def _memory(process: int | str) -> int:
    """Megabytes of a process that lie in memory."""
    return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20


def _workers() -> list[int]:
    """Megabytes of this process's children."""
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text("ascii").split()
    return [_memory(child) for child in children if Path(f"/proc/{child}/statm").exists()]


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--poison", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    workers.MOST_MEMORY, clock.PATIENCE = MOST_MEMORY, PATIENCE
    given = items(asked.pages, asked.poison)
    results: dict[int, Kept | Failure] = {}
    began = time.monotonic()
    for number, result in workers.run_in_workers(given, audit, load, asked.jobs, SECONDS, name):
        if number in results:
            print(f"twice: {name(given[number])}")
        results[number] = result
        if len(results) % (asked.pages // 10) == 0:
            print(f"{len(results):7,} pages, this process {_memory('self')} MB, workers {_workers()} MB", flush=True)
    failed = {result.path: result for result in results.values() if isinstance(result, Failure)}
    poison = {called for called, _ in given if not called.startswith("page ")}
    print(f"{time.monotonic() - began:.0f} seconds")
    for (kind, reason), count in sorted(
        Counter((path.split()[0], f"{each.kind}: {each.message}") for path, each in failed.items()).items()
    ):
        print(f"{count:3} {kind:10} {reason}")
    lost, unnamed, wrong = len(given) - len(results), poison - set(failed), set(failed) - poison
    print(f"{len(given):,} pages, {lost} lost, {len(failed)} named, {len(unnamed)} poison not named, {len(wrong)} good named")
    return 1 if lost or unnamed or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
