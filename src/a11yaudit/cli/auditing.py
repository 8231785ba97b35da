"""The commands `audit` and `extract`: pages in, reports out, an exit code."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from a11yaudit import __version__, config, pipeline, pool, ruleset, source
from a11yaudit.cli import inputs, outputs, progress
from a11yaudit.cli.commands import AUDIT_FORMATS, EXTRACT_FORMATS
from a11yaudit.cli.exits import Exit
from a11yaudit.config import Config
from a11yaudit.model.outcome import Outcome, Severity
from a11yaudit.model.run import Document, Extracted, Failure, Run
from a11yaudit.model.source import Limits
from a11yaudit.report import github, html, jsonreport, names, text
from a11yaudit.ruleset import RuleSet


def audit(**options: Any) -> int:
    """Audit pages and write the reports that were asked for."""
    settings = _settings(options["config"])
    rules = ruleset.configured(ruleset.load(), settings, _names(options["select"]), _names(options["ignore"]))
    asked = outputs.parse(options["outputs"], AUDIT_FORMATS)
    work = partial(_audit_one, rules=rules, settings=settings, limits=_limits(options), scope=options["scope"])
    documents, failures = _each(options, asked, work)
    run = Run(__version__, rules.version, tuple(documents), tuple(failures))
    for output in asked:
        _write(output, run, rules)
    outputs.show(_printed(options["form"], run, rules))
    return _exit_code(run, options["fail_on"] or settings.fail_on or "serious", _either(options["min_score"], settings.min_score))


def extract(**options: Any) -> int:
    """Print what the pages' articles are."""
    asked = outputs.parse(options["outputs"], EXTRACT_FORMATS)
    documents, failures = _each(options, asked, partial(_extract_one, limits=_limits(options), scope=options["scope"]))
    for form, path in (*((output.format, output.path) for output in asked), (options["form"], None)):
        told = (jsonreport.extract if form == "json" else text.extracted)(tuple(documents), tuple(failures))
        if path:
            outputs.write(path, told)
        else:
            outputs.show(told)
    return Exit.PAGES if failures else Exit.CLEAN


def _each(options: dict[str, Any], asked: Sequence[outputs.Output], work: Any) -> tuple[list[Any], list[Failure]]:
    """Run the work over all pages; documents and failures, each in the order of the paths."""
    for output in asked:
        outputs.prepare(output)
    paths = inputs.pages(options["paths"], [output.path for output in asked if output.format == "html"], options["allow_empty"])
    results: list[Any] = [None] * len(paths)
    done = pool.run(paths, work, pool.jobs_for(options["jobs"], len(paths)), options["timeout"])
    for number, result in progress.shown(done, len(paths), options["quiet"]):
        results[number] = result
    failures = [result for result in results if isinstance(result, Failure)]
    return [result for result in results if not isinstance(result, Failure)], failures


def _audit_one(path: str, rules: RuleSet, settings: Config, limits: Limits, scope: str) -> Document:
    read = source.read(path, limits)
    return pipeline.audit(read, rules, limits, scope, settings.ignored_in(read.path))


def _extract_one(path: str, limits: Limits, scope: str) -> Extracted:
    return pipeline.extract(source.read(path, limits), limits, scope)


def _settings(path: Path | None) -> Config:
    found = path or config.find(Path())
    return config.load(found) if found else Config()


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for item in given for name in item.split(",") if name.strip())


def _limits(options: dict[str, Any]) -> Limits:
    return Limits(max_bytes=options["max_bytes"])


def _write(output: outputs.Output, run: Run, rules: RuleSet) -> None:
    if output.format == "html":
        outputs.write_all(output.path, _html_files(run, rules))
    else:
        outputs.write(output.path, _printed(output.format, run, rules, to_file=True))


def _html_files(run: Run, rules: RuleSet) -> dict[str, str]:
    files = {document.extracted.path: names.file_name(document.extracted.path) for document in run.documents}
    pages = {files[document.extracted.path]: html.page(document, rules.by_id(), rules.aspects, run.version) for document in run.documents}
    return {**pages, "index.html": html.index(run, files)}


def _printed(form: str, run: Run, rules: RuleSet, to_file: bool = False) -> str:
    if form == "json":
        return jsonreport.audit(run)
    if form == "github":
        return github.render(run)
    if form == "html":
        return html.page(run.documents[0], rules.by_id(), rules.aspects, run.version) if len(run.documents) == 1 else html.index(run, {})
    return text.render(run, colour=not to_file and _colour())


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _exit_code(run: Run, fail_on: str, min_score: float | None) -> int:
    if run.failures:
        return Exit.PAGES
    scores = (document.scorecard.overall for document in run.documents)
    if min_score is not None and any(score is not None and score < min_score for score in scores):
        return Exit.FINDINGS
    order = list(Severity)
    failing = order[: order.index(Severity(fail_on)) + 1] if fail_on != "never" else []
    found = any(
        finding.outcome == Outcome.FAILED and finding.severity in failing
        for document in run.documents
        for finding in document.evaluation.findings
    )
    return Exit.FINDINGS if found else Exit.CLEAN


def _either(first: float | None, second: float | None) -> float | None:
    return second if first is None else first
