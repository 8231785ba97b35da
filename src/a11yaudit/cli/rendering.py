"""Reports as text, in every format but HTML; a format's module is loaded when it is asked for."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from a11yaudit.model.run import Run
from a11yaudit.ruleset import RuleSet

MODULES = {"json": "jsonreport", "csv": "csvreport"}
"""Formats whose module has another name."""


def rendered(form: str, run: Run, rules: RuleSet, colour: bool, base_url: str = "") -> Iterable[str]:
    """The report of a run in pieces. `colour` is for the terminal, `base_url` for EARL."""
    report: Any = import_module(f"a11yaudit.report.{MODULES.get(form, form)}")
    pieces: Iterable[str]
    match form:
        case "text":
            pieces = report.rendered(run, colour)
        case "json":
            pieces = report.audited(run)
        case "sarif":
            pieces = [report.render(run, rules.rules)]
        case "earl":
            pieces = [report.render(run, rules, base_url)]
        case "markdown":
            pieces = [report.render(run, rules.by_id())]
        case _:
            pieces = [report.render(run)]
    return pieces
