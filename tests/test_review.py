"""Audit and review without the command line, and the command line's options as typed requests."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import pytest

from a11yaudit.api.runs import Workers
from a11yaudit.cli import commands, requests
from a11yaudit.report.style import Style
from a11yaudit.review.demands import Demands

SOURCE = Path(commands.__file__).parents[1]
HOST = """
import sys
from a11yaudit import Auditor
from a11yaudit.api import inputs, runs
from a11yaudit.model.part import Part
from a11yaudit.report import jsonreport
from a11yaudit.review import decision, terms
from a11yaudit.review import runs as review
from a11yaudit.review.demands import Demands

folder, workers = sys.argv[1], runs.Workers(jobs=1)
auditor = Auditor(rules=["alt-text"])
for demands in (Demands(), Demands(fail_on="never"), Demands(fail_on="never", min_score=100)):
    agreed = terms.terms(demands, auditor.settings)
    use = review.needed({"json"}, agreed, tuple(Part))
    paths, skipped = inputs.pages([folder], [])
    results = runs.audited(paths, auditor, agreed.use(use), workers)
    run = review.reviewed(review.Pages([folder], results, skipped), agreed, use, auditor, workers)
    print(decision.decided(run), len(run.kept), '"alt-missing"' in "".join(jsonreport.audited(run)))
print(sorted(name for name in sys.modules if name.split(".")[0] in ("click", "rich") or name.startswith("a11yaudit.cli")))
"""
SENTENCE = "The boats came home in the morning with little in their nets, and the women on the quay counted the crates."
PAGE = (
    f"<html lang=en><title>T</title><article><h1>Boats</h1>{f'<p>{SENTENCE}</p>' * 9}<img src=a.jpg width=900><p>{SENTENCE}</p></article>"
)


def test_given_a_program_without_click_when_it_reviews_a_run_then_it_decides_as_the_command_does(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    done = subprocess.run([sys.executable, "-c", HOST, str(tmp_path)], capture_output=True, text=True, check=False)
    assert (done.stdout.splitlines(), done.stderr) == (["findings 1 True", "clean 1 True", "findings 1 True", "[]"], "")


def named(*kinds: Any) -> set[str]:
    return {each.name for kind in kinds for each in fields(kind)}


SHARED = named(requests.Pages, requests.Reading, Workers)
RULES = named(requests.Judging)


@pytest.mark.parametrize(
    ("command", "taken"),
    [
        ("audit", SHARED | RULES | named(Demands, Style) | {"form", "outputs", "overwrite", "parts", "base_url", "cache"}),
        ("extract", SHARED | {"form", "outputs", "overwrite"}),
        ("baseline write", SHARED | RULES | {"file", "overwrite"}),
        ("baseline update", SHARED | RULES | {"file", "overwrite"}),
    ],
)
def test_given_an_option_of_a_command_when_it_is_run_then_its_request_takes_the_option(command: str, taken: set[str]) -> None:
    found: Any = commands.group
    for name in command.split():
        assert isinstance(found, click.Group)
        found = found.commands[name]
    assert {param.name for param in found.params} == taken


def test_given_the_layers_behind_the_options_when_read_then_none_takes_values_without_a_type() -> None:
    untyped = [
        str(path.relative_to(SOURCE))
        for layer in ("cli", "review")
        for path in sorted((SOURCE / layer).glob("*.py"))
        if "Any" in path.read_text(encoding="utf-8").split()
    ]
    assert untyped == ["cli/commands.py"]
