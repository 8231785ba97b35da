"""Reports as text, those of audits in every format but HTML; a format's module is loaded when it is asked for."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from a11yaudit.model.run import Extracted, Failure, Run, Skipped
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


def extracted(form: str, documents: Sequence[Extracted], failures: Sequence[Failure], skipped: Sequence[Skipped]) -> Iterable[str]:
    """What the articles of some pages are, in pieces."""
    if form == "html":
        from a11yaudit.report.html import extract_page

        return [extract_page.page(documents, failures)]
    if form == "json":
        from a11yaudit.report import jsonreport

        return jsonreport.extracted(documents, failures, skipped)
    from a11yaudit.report import text

    return [text.extracted(documents, failures)]
