"""The command `audit`: pages in, reports out, an exit code."""

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from typing import TYPE_CHECKING

from a11yaudit.api import runs
from a11yaudit.api.auditor import Auditor
from a11yaudit.cli import preparing
from a11yaudit.cli.exits import Exit
from a11yaudit.cli.requests import AuditRequest
from a11yaudit.model.run import Kept, Run
from a11yaudit.report import outputs, streams
from a11yaudit.report.outputs import Output
from a11yaudit.report.rendering import rendered
from a11yaudit.review import decision, terms
from a11yaudit.review import runs as review
from a11yaudit.ruleset import RuleSet

if TYPE_CHECKING:
    from a11yaudit.report.html_reports import HtmlReports

_EXITS = {
    decision.Decision.CLEAN: Exit.CLEAN,
    decision.Decision.FINDINGS: Exit.FINDINGS,
    decision.Decision.PAGES: Exit.PAGES,
}


def audit(request: AuditRequest) -> int:
    """Audit pages and write the reports that were asked for."""
    auditor = preparing.auditor(request.reading, request.judging)
    html = _html(request, auditor)
    with html or nullcontext():
        run = _run(request, auditor, html)
        for output in request.reports.outputs:
            _write(output, run, auditor.rules, html, request.base_url)
        streams.show(_printed(request.reports.form, run, auditor.rules, html, _colour(), request.base_url))
        return _EXITS[decision.decided(run)]


def _html(request: AuditRequest, auditor: Auditor) -> "HtmlReports | None":
    """Who makes the HTML reports, None where none is asked for."""
    if "html" not in request.reports.formats:
        return None
    from a11yaudit.report.html_reports import HtmlReports, told

    judging = request.judging
    settings = told(auditor.settings, auditor.rules, auditor.scope, judging.select, judging.ignore)
    return HtmlReports(request.style, settings, auditor.rules)


def _run(request: AuditRequest, auditor: Auditor, html: "HtmlReports | None") -> Run:
    """The run; the HTML reports of its articles are written on the way."""
    asked = request.reports.outputs
    agreed = terms.terms(request.demands, auditor.settings)
    use = review.needed(request.reports.formats, agreed, request.parts)
    paths, skipped = preparing.found(request.pages, asked, agreed.since)
    results = runs.audited(
        paths,
        auditor,
        agreed.use(use),
        request.workers,
        request.cache,
        preparing.watched(len(paths), request.pages.quiet),
        _writing(request, html),
    )
    pages = review.Pages(request.pages.paths, results, skipped)
    return review.reviewed(pages, agreed, use, auditor, request.workers)


def _writing(request: AuditRequest, html: "HtmlReports | None") -> Callable[[Kept], None]:
    """What is done with a page at once: its HTML report is written into each folder."""
    folders = [output for output in request.reports.outputs if output.is_folder]
    if not html or not folders:
        return lambda _: None
    return lambda page: html.write(folders, review.shown(page, request.parts))


def _write(output: Output, run: Run, rules: RuleSet, html: "HtmlReports | None", base_url: str) -> None:
    if html and output.is_folder:
        html.publish(output, run)
    else:
        outputs.write(output, _printed(output.format, run, rules, html, False, base_url))


def _printed(form: str, run: Run, rules: RuleSet, html: "HtmlReports | None", colour: bool, base_url: str) -> Iterable[str]:
    if html and form == "html":
        return [html.whole(run)]
    return rendered(form, run, rules, colour, base_url)


def _colour() -> bool:
    return sys.stdout is not None and sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
