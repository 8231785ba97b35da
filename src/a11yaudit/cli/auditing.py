"""The commands `audit` and `extract`: pages in, reports out, an exit code."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from a11yaudit import __version__, config, ending, pool, ruleset
from a11yaudit.api import inputs
from a11yaudit.api.page_work import Auditing, Extracting, Use, keep, load
from a11yaudit.cache import Cache, open_in
from a11yaudit.cli import outputs, progress, telling
from a11yaudit.cli.commands import AUDIT_FORMATS, EXTRACT_FORMATS
from a11yaudit.cli.exits import Exit
from a11yaudit.cli.rendering import rendered
from a11yaudit.config import Config
from a11yaudit.errors import OutputError, UsageError
from a11yaudit.model.packing import Lazily, unpack
from a11yaudit.model.part import Part
from a11yaudit.model.review import Review
from a11yaudit.model.run import Document, Extracted, Failure, Kept, Run, Skipped
from a11yaudit.model.source import Limits
from a11yaudit.model.template import templates
from a11yaudit.review import decision
from a11yaudit.review import terms as review_terms
from a11yaudit.review.revisions import Changes
from a11yaudit.ruleset import RuleSet
from a11yaudit.source import STDIN

if TYPE_CHECKING:
    from a11yaudit.article.interruptions.slots import Slots
    from a11yaudit.cli.editing import Editor


MOST_TOLD = 20
"""Lines about what was skipped."""
_EXITS = {
    decision.Decision.CLEAN: Exit.CLEAN,
    decision.Decision.FINDINGS: Exit.FINDINGS,
    decision.Decision.PAGES: Exit.PAGES,
}


def audit(**options: Any) -> int:
    """Audit pages and write the reports that were asked for."""
    settings, rules = configured(options)
    asked = outputs.parse(options["outputs"], AUDIT_FORMATS, options["overwrite"])
    editor = _editor(options, settings, rules, asked)
    with editor or nullcontext():
        return _audit(options, settings, rules, asked, editor)


def _audit(options: dict[str, Any], settings: Config, rules: RuleSet, asked: Sequence[outputs.Output], editor: "Editor | None") -> int:
    asked_terms = review_terms.terms(options)
    parts = tuple(part for part in Part if part in (options["parts"] or Part))
    use = _use({options["form"], *(output.format for output in asked)}, review_terms.budgeted(options, settings), parts)
    kept, failures, skipped = audited(options, settings, rules, asked_terms.use(use), asked, asked_terms.since, editor)
    documents = Lazily(kept, document_of)
    marked, review = review_terms.reviewed(documents, options, settings, rules, asked_terms, _limits(options))
    if marked is not documents:
        kept = [keep(document, use) for document in marked]
    run = _run(kept, failures, skipped, review, options, settings, rules)
    for output in asked:
        _write(output, run, rules, editor, options["base_url"])
    outputs.show(_printed(options["form"], run, rules, editor, _colour(), options["base_url"]))
    return _EXITS[decision.decided(run)]


def _use(forms: set[str], budgeted: bool, parts: tuple[Part, ...]) -> Use:
    """What is needed of each page; most runs make a JSON report only, which needs no document."""
    return Use(part="json" in forms, document=budgeted or forms != {"json"}, text="html" in forms, parts=parts)


def _run(
    kept: Sequence[Kept],
    failures: Sequence[Failure],
    skipped: Sequence[Skipped],
    review: Review,
    options: Mapping[str, Any],
    settings: Config,
    rules: RuleSet,
) -> Run:
    """The run with all that is told of its pages together."""
    asked = options["no_article"] or settings.no_article
    policy = decision.Policy(asked) if asked else None
    without = [(page.path, page.reason) for page in kept if page.reason]
    return Run(
        __version__,
        rules.version,
        Lazily(kept, partial(_shown, parts=frozenset(options["parts"] or Part))),
        (*failures, *decision.no_article(without, inputs.named(options["paths"]), policy)),
        review,
        tuple(skipped),
        kept,
        templates(((page.path, unpack(page.spots)) for page in kept), len(kept)),
        tuple(decision.listed(without, policy)),
        frozenset(options["parts"] or Part),
    )


def _shown(page: Kept, parts: Collection[Part]) -> Document:
    """A kept document with the findings of some parts."""
    return document_of(page).of_parts(parts)


def configured(options: Mapping[str, Any]) -> tuple[Config, RuleSet]:
    """The settings and the rules that a command line asks for."""
    settings = _settings(options["config"])
    return settings, ruleset.configured(ruleset.load(), settings, _names(options.get("select", ())), _names(options.get("ignore", ())))


def audited(
    options: dict[str, Any],
    settings: Config,
    rules: RuleSet,
    use: Use,
    asked: Sequence[outputs.Output] = (),
    since: Changes | None = None,
    editor: "Editor | None" = None,
) -> tuple[list[Kept], list[Failure], list[Skipped]]:
    """The pages that a command line names; their HTML reports are written on the way."""
    folders = [output for output in asked if output.is_folder]
    limits, scope, slots = _limits(options), options["scope"], _slots(options)
    cache = _cache(options.get("cache"), rules, limits, scope, use, slots)
    work = Auditing(rules, settings, limits, scope, slots, use, cache)
    return _each(options, asked, work, since, (lambda page: editor.write(folders, _shown(page, use.parts))) if editor else lambda _: None)


def document_of(page: Kept) -> Document:
    """A kept document."""
    document: Document = unpack(page.document)
    return document


def _editor(options: dict[str, Any], settings: Config, rules: RuleSet, asked: Sequence[outputs.Output]) -> "Editor | None":
    """Who makes the HTML reports, None where none is asked for."""
    if "html" not in (options["form"], *(output.format for output in asked)):
        return None
    from a11yaudit.cli.editing import Editor

    return Editor(options, settings, rules)


def extract(**options: Any) -> int:
    """Print what the pages' articles are."""
    asked = outputs.parse(options["outputs"], EXTRACT_FORMATS, options["overwrite"])
    packed, failures, skipped = _each(options, asked, Extracting(_limits(options), options["scope"], _slots(options)))
    documents: Sequence[Extracted] = Lazily(packed, unpack)
    for output in asked:
        file = output.inside("extract.html") if output.is_folder else output
        outputs.write(file, _extracted(output.format, documents, failures, skipped))
    outputs.show(_extracted(options["form"], documents, failures, skipped))
    return Exit.PAGES if failures else Exit.CLEAN


def _extracted(form: str, documents: Sequence[Extracted], failures: Sequence[Failure], skipped: Sequence[Skipped]) -> Iterable[str]:
    if form == "html":
        from a11yaudit.report.html import extract_page

        return [extract_page.page(documents, failures)]
    if form == "json":
        from a11yaudit.report import jsonreport

        return jsonreport.extracted(documents, failures, skipped)
    from a11yaudit.report import text

    return [text.extracted(documents, failures)]


def _each(
    options: dict[str, Any],
    asked: Sequence[outputs.Output],
    work: Any,
    since: Changes | None = None,
    use: Callable[[Any], None] = lambda _: None,
) -> tuple[list[Any], list[Failure], list[Skipped]]:
    """Run the work over all pages, or over those that changed, and use each result when it is there.

    Returns documents and failures, each in the order of the paths, and what was skipped.
    """
    for output in asked:
        outputs.prepare(output)
    folders = [output.path for output in asked if output.is_folder]
    paths, skipped = inputs.pages(options["paths"], folders)
    _tell(skipped)
    if not paths and not options["allow_empty"] and since is None:
        raise UsageError("no HTML files found (*.html, *.htm, *.xhtml); use --allow-empty if that is fine")
    if since is not None:
        paths = [path for path in paths if since.of(path)]
    outputs.keep_apart(asked, paths)
    results: list[Any] = [None] * len(paths)
    jobs = 1 if STDIN in paths else pool.jobs_for(options["jobs"], len(paths))
    done: Any = pool.run(paths, work, jobs, options["timeout"], pool.nothing if options.get("cache") else load)
    with closing(done):
        for number, result in progress.shown(done, len(paths), options["quiet"]):
            ending.check()
            results[number] = result
            if not isinstance(result, Failure):
                use(result)
    failures = [result for result in results if isinstance(result, Failure)]
    return [result for result in results if not isinstance(result, Failure)], failures, skipped


def _tell(skipped: Sequence[Skipped]) -> None:
    """Name what lies in the folders and is not audited, as no format but JSON does."""
    for item in skipped[:MOST_TOLD]:
        telling.err(f"a11yaudit: skipped {item.path}: {item.reason}")
    if len(skipped) > MOST_TOLD:
        telling.err(f"a11yaudit: {len(skipped) - MOST_TOLD:,} more skipped; the JSON report lists them all")


def _cache(folder: Path | None, *settings: Any) -> Cache | None:
    if folder is None:
        return None
    try:
        return open_in(folder, *settings)
    except OSError as error:
        raise OutputError(f"{folder}: can't be used as a cache: {(error.strerror or str(error)).lower()}") from error


def _slots(options: dict[str, Any]) -> "Slots | None":
    """The filter lists and profiles that were asked for; what was skipped in them is said once."""
    if not (options["filter_lists"] or options["profiles"] or options["url"]):
        return None
    from a11yaudit import slots

    loaded, warnings = slots.load(options["filter_lists"], options["profiles"], options["url"])
    for warning in warnings:
        telling.err(f"a11yaudit: {warning}")
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
        editor.publish(output, run)
    elif output.format == "html":
        outputs.write(output, _printed("html", run, rules, editor, False, base_url))
    else:
        outputs.write(output, rendered(output.format, run, rules, colour=False, base_url=base_url))


def _printed(form: str, run: Run, rules: RuleSet, editor: "Editor | None", colour: bool, base_url: str) -> Iterable[str]:
    if editor and form == "html":
        return [editor.page(run.documents[0]) if len(run.documents) == 1 else editor.index(run, {})]
    return rendered(form, run, rules, colour, base_url)


def _colour() -> bool:
    return sys.stdout is not None and sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
