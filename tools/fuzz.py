"""Audits broken pages until the time is up: `python tools/fuzz.py 60 [SEED]`. What goes wrong is kept in build/fuzz/ and named.

The seeds are the examples of all rules, put together and then damaged: parts repeated, swapped, cut, and odd bytes put in.
"""

import hashlib
import json
import random
import sys
import time
import traceback
from pathlib import Path

from jsonschema import Draft202012Validator

from a11yaudit import pipeline, resources, ruleset
from a11yaudit.errors import PageError
from a11yaudit.model.run import Run
from a11yaudit.model.source import Limits, Source
from a11yaudit.report import github, html, jsonreport, text

KEPT = Path("build/fuzz")
SLOW = 5.0
"""Seconds of the processor for a page of at most 40 kB; more is reported."""
ODD = (
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"<", b">", b"\"", b"'", b"&#xD800;", b"&#0;", b"<!--", b"-->",
    b"<![CDATA[", b"</",    b"<svg><title>", b"<template shadowrootmode=open>", b"<table><tr>",
    b"<a href=", b"<p hidden>", b"aria-labelledby=x id=x", b"<math>",
    b"<script>", b"</script>", b"<textarea>", b"<select><option>", b"<meta charset=utf-16>", b"<plaintext>", b"\r", b"\xc2\xa0" * 50,
    b"<div>" * 300, b"<b>" * 60, b"A" * 3000, b"1." * 500, b"Photo: " * 80, b"::error::", b"\x1b[2J", b"{0}{title}{{ 7*7 }}",
)  # fmt: skip


def page(dice: random.Random, seeds: list[bytes]) -> bytes:
    """One damaged page."""
    data = bytearray(b"\n".join(dice.choices(seeds, k=dice.randint(1, 12))))
    for _ in range(dice.randint(0, 15)):
        start, length = dice.randrange(len(data) + 1), dice.randint(0, 200)
        part = data[start : start + length]
        replacement = dice.choice((b"", dice.choice(ODD), part * dice.randint(1, 20), bytes(reversed(part)), dice.randbytes(3)))
        data[start : start + dice.choice((0, length))] = replacement
    return bytes(data[:40_000])


def problem(data: bytes, rules: ruleset.RuleSet, validator: Draft202012Validator, scope: str) -> str | None:
    """What is wrong with the audit of a page, None where nothing is."""
    began = time.process_time()
    try:
        document = pipeline.audit(Source("a.html", data, hashlib.sha256(data).hexdigest()), rules, Limits(), scope)
    except PageError:
        return None
    except Exception:
        return traceback.format_exc()
    if time.process_time() - began > SLOW:
        return f"{time.process_time() - began:.1f} s"
    run = Run("1", "fuzz", (document,), ())
    report = json.loads(jsonreport.audit(run))
    invalid = next(validator.iter_errors(report), None)
    if invalid:
        return f"{invalid.json_path}: {invalid.message}"
    html.page(document, rules.by_id(), rules.aspects, "1")
    printed = text.render(run, colour=False) + github.render(run)
    return "an escape gets through" if "\x1b" in printed or "\u202e" in printed else None


def main() -> None:
    """Command line."""
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns()
    rules, dice = ruleset.load(), random.Random(seed)
    validator = Draft202012Validator(resources.schema("report"))
    seeds = [example.html.encode() for rule in rules.rules for example in ruleset.examples(rule)]
    count, found, end = 0, 0, time.monotonic() + seconds
    while time.monotonic() < end:
        data, scope = page(dice, seeds), dice.choice(("page", "article"))
        told = problem(data, rules, validator, scope)
        count += 1
        if told:
            found += 1
            KEPT.mkdir(parents=True, exist_ok=True)
            path = KEPT / f"{hashlib.sha256(data).hexdigest()[:12]}.html"
            path.write_bytes(data)
            print(f"{path} (scope {scope}): {told}", flush=True)
    print(f"{count} pages with seed {seed}, {found} with problems")
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
