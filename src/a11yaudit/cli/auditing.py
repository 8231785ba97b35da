"""The commands `audit` and `extract`: pages in, reports out, an exit code."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from a11yaudit import __version__, cache, config, pipeline, pool, ruleset, source
from a11yaudit import slots as slot_files
from a11yaudit.article.slots import Slots
from a11yaudit.cache import Cache
from a11yaudit.cli import git, inputs, outputs, progress, reviewing
from a11yaudit.cli.commands import AUDIT_FORMATS, EXTRACT_FORMATS
from a11yaudit.cli.exits import Exit
from a11yaudit.cli.rendering import rendered
from a11yaudit.config import Config
from a11yaudit.errors import OutputError
from a11yaudit.model.run import Document, Extracted, Failure, Run
from a11yaudit.model.source import Limits
from a11yaudit.report import jsonmetrics, jsonreport, text
from a11yaudit.report.escape import terminal
from a11yaudit.ruleset import RuleSet

if TYPE_CHECKING:
    from a11yaudit.cli.editing import Editor


def audit(**options: Any) -> int:
    """Audit pages and write the reports that were asked for."""
    settings, rules = configured(options)
    asked = outputs.parse(options["outputs"], AUDIT_FORMATS)
    editor = _editor(options, settings, rules, asked)
    terms = reviewing.terms(options)
    documents, failures = audited(options, settings, rules, asked, terms.since, editor)
    marked, review = reviewing.reviewed(documents, options, settings, rules, terms, _limits(options))
    run = Run(__version__, rules.version, marked, tuple(failures), review)
    for output in asked:
        _write(output, run, rules, editor, options["base_url"])
    outputs.show(_printed(options["form"], run, rules, editor, _colour(), options["base_url"]))
    return _exit_code(run)


def configured(options: Mapping[str, Any]) -> tuple[Config, RuleSet]:
    """The settings and the rules that a command line asks for."""
    settings = _settings(options["config"])
    return settings, ruleset.configured(ruleset.load(), settings, _names(options.get("select", ())), _names(options.get("ignore", ())))


def audited(
    options: dict[str, Any],
    settings: Config,
    rules: RuleSet,
    asked: Sequence[outputs.Output] = (),
    since: reviewing.Changed | None = None,
    editor: "Editor | None" = None,
) -> tuple[list[Document], list[Failure]]:
    """The pages that a command line names; their HTML reports are written on the way."""
    folders = [output.path for output in asked if output.is_folder]
    whole = editor is not None or options.get("form") is None or options.get("baseline") is not None
    limits, scope, slots = _limits(options), options["scope"], _slots(options)
    kept = _cache(options.get("cache"), rules, limits, scope, whole, slots)
    work = partial(_audit_one, rules=rules, settings=settings, limits=limits, scope=scope, slots=slots, whole=whole, kept=kept)
    return _each(options, asked, work, since, partial(editor.write, folders) if editor else lambda _: None)


def _editor(options: dict[str, Any], settings: Config, rules: RuleSet, asked: Sequence[outputs.Output]) -> "Editor | None":
    """Who makes the HTML reports, None where none is asked for."""
    if "html" not in (options["form"], *(output.format for output in asked)):
        return None
    from a11yaudit.cli.editing import Editor

    return Editor(options, settings, rules)


def extract(**options: Any) -> int:
    """Print what the pages' articles are."""
    asked = outputs.parse(options["outputs"], EXTRACT_FORMATS)
    documents, failures = _each(
        options, asked, partial(_extract_one, limits=_limits(options), scope=options["scope"], slots=_slots(options))
    )
    for output in asked:
        path = output.path / "extract.html" if output.is_folder else output.path
        outputs.write(path, _extracted(output.format, documents, failures))
    outputs.show(_extracted(options["form"], documents, failures))
    return Exit.PAGES if failures else Exit.CLEAN


def _extracted(form: str, documents: Sequence[Extracted], failures: Sequence[Failure]) -> str:
    if form == "html":
        from a11yaudit.report.html import extract_page

        return extract_page.page(documents, failures)
    return (jsonreport.extract if form == "json" else text.extracted)(tuple(documents), tuple(failures))


def _each(
    options: dict[str, Any],
    asked: Sequence[outputs.Output],
    work: Any,
    since: reviewing.Changed | None = None,
    use: Callable[[Any], None] = lambda _: None,
) -> tuple[list[Any], list[Failure]]:
    """Run the work over all pages, or over those that changed, and use each result when it is there.

    Returns documents and failures, each in the order of the paths.
    """
    for output in asked:
        outputs.prepare(output)
    folders = [output.path for output in asked if output.is_folder]
    paths = inputs.pages(options["paths"], folders, options["allow_empty"] or since is not None)
    if since is not None:
        paths = [path for path in paths if git.key(path) in since]
    outputs.keep_apart(asked, paths)
    results: list[Any] = [None] * len(paths)
    jobs = 1 if source.STDIN in paths else pool.jobs_for(options["jobs"], len(paths))
    done = pool.run(paths, work, jobs, options["timeout"])
    for number, result in progress.shown(done, len(paths), options["quiet"]):
        results[number] = result
        if not isinstance(result, Failure):
            use(result)
    failures = [result for result in results if isinstance(result, Failure)]
    return [result for result in results if not isinstance(result, Failure)], failures


def _audit_one(
    path: str, rules: RuleSet, settings: Config, limits: Limits, scope: str, slots: Slots, whole: bool, kept: Cache | None
) -> Document:
    """One page; `whole` where a report shows the article's text, or a baseline looks for renamed files by it."""
    read = source.read(path, limits)
    ignored = settings.ignored_in(read.path)

    def make() -> Document:
        document = pipeline.audit(read, rules, limits, scope, ignored, slots)
        return document if whole else document.without_text(jsonmetrics.metrics(document))

    return kept.document((read.path, read.sha256, *sorted(ignored)), make) if kept else make()


def _cache(folder: Path | None, *settings: Any) -> Cache | None:
    if folder is None:
        return None
    try:
        return cache.open_in(folder, *settings)
    except OSError as error:
        raise OutputError(f"{folder}: can't be used as a cache: {(error.strerror or str(error)).lower()}") from error


def _extract_one(path: str, limits: Limits, scope: str, slots: Slots) -> Extracted:
    return pipeline.extract(source.read(path, limits), limits, scope, slots)


def _slots(options: dict[str, Any]) -> Slots:
    """The filter lists and profiles that were asked for; what was skipped in them is said once."""
    loaded, warnings = slot_files.load(options["filter_lists"], options["profiles"], options["url"])
    for warning in warnings:
        click.echo(f"a11yaudit: {terminal(warning)}", err=True)
    return loaded


def _settings(path: Path | None) -> Config:
    found = path or config.find(Path())
    return config.load(found) if found else Config()


def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for item in given for name in item.split(",") if name.strip())


def _limits(options: dict[str, Any]) -> Limits:
    return Limits(max_bytes=options["max_bytes"])


def _write(output: outputs.Output, run: Run, rules: RuleSet, editor: "Editor | None", base_url: str) -> None:
    if editor and output.is_folder:
        editor.write_index(output.path, run)
    elif output.format == "html":
        outputs.write(output.path, _printed("html", run, rules, editor, False, base_url))
    else:
        outputs.write(output.path, rendered(output.format, run, rules, colour=False, base_url=base_url))


def _printed(form: str, run: Run, rules: RuleSet, editor: "Editor | None", colour: bool, base_url: str) -> str:
    if editor and form == "html":
        return editor.page(run.documents[0]) if len(run.documents) == 1 else editor.index(run, {})
    return rendered(form, run, rules, colour, base_url)


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def _exit_code(run: Run) -> int:
    if run.failures:
        return Exit.PAGES
    found = any(run.review.fails(finding) for document in run.documents for finding in document.evaluation.findings)
    stale = run.review.stale_fails and run.review.stale
    return Exit.FINDINGS if found or run.review.broken or stale else Exit.CLEAN
