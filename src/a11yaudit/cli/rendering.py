"""Reports as text, in every format but HTML; a format's module is loaded when it is asked for."""

from importlib import import_module
from typing import Any

from a11yaudit.model.run import Run
from a11yaudit.ruleset import RuleSet

MODULES = {"json": "jsonreport", "csv": "csvreport"}
"""Formats whose module has another name."""


def rendered(form: str, run: Run, rules: RuleSet, colour: bool, base_url: str = "") -> str:
    """The report of a run. `colour` is for the terminal, `base_url` for EARL."""
    report: Any = import_module(f"a11yaudit.report.{MODULES.get(form, form)}")
    text: str
    match form:
        case "text":
            text = report.render(run, colour)
        case "json":
            text = report.audit(run)
        case "sarif":
            text = report.render(run, rules.rules)
        case "earl":
            text = report.render(run, rules, base_url)
        case "markdown":
            text = report.render(run, rules.by_id())
        case _:
            text = report.render(run)
    return text
