"""A run with all that is told of its pages together: what the reports show and the exit code goes by."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial

from a11yaudit import __version__
from a11yaudit.api import inputs
from a11yaudit.api.auditor import Auditor
from a11yaudit.api.page_work import Use, keep
from a11yaudit.api.runs import Results, Workers
from a11yaudit.model.packing import Lazily, unpack
from a11yaudit.model.part import Part
from a11yaudit.model.review import BrokenBudget, Change, KnownFinding, Review
from a11yaudit.model.run import Document, Kept, Run, Skipped
from a11yaudit.model.template import templates
from a11yaudit.review import baseline, budgets, decision
from a11yaudit.review.base_versions import BaseVersions, base_versions
from a11yaudit.review.terms import Terms


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a run, audited."""

    named: Sequence[str]
    """Files and folders as they were named."""
    results: Results[Kept]
    skipped: Sequence[Skipped]


def needed(formats: Collection[str], terms: Terms, parts: tuple[Part, ...]) -> Use:
    """What reports in these formats need of each page; a JSON report needs no document."""
    only_json = set(formats) == {"json"} and not terms.budgets
    return Use(part="json" in formats, document=not only_json, text="html" in formats, parts=parts)


def reviewed(pages: Pages, terms: Terms, use: Use, auditor: Auditor, workers: Workers) -> Run:
    """The run by its terms, `use` as `needed` has it. Base versions are audited by `workers`."""
    kept = pages.results.made
    documents = Lazily(kept, document_of)
    marked, review = _review(documents, terms, auditor, workers)
    if marked is not documents:
        kept = [keep(document, use) for document in marked]
    without = [(page.path, page.reason) for page in kept if page.reason]
    errors = decision.no_article(without, inputs.named(pages.named), terms.no_article)
    return Run(
        version=__version__,
        ruleset=auditor.rules.version,
        documents=Lazily(kept, partial(shown, parts=use.parts)),
        failures=(*pages.results.failures, *errors),
        review=review,
        skipped=tuple(pages.skipped),
        kept=kept,
        templates=templates(((page.path, unpack(page.spots)) for page in kept), len(kept)),
        without_article=tuple(decision.listed(without, terms.no_article)),
        shown=frozenset(use.parts),
    )


def document_of(page: Kept) -> Document:
    """A kept document."""
    document: Document = unpack(page.document)
    return document


def shown(page: Kept, parts: Collection[Part]) -> Document:
    """A kept document with the findings of some parts."""
    return document_of(page).of_parts(parts)


def _review(documents: Sequence[Document], terms: Terms, auditor: Auditor, workers: Workers) -> tuple[Sequence[Document], Review]:
    """The pages with the state of every finding, and what fails the run; the same pages where nothing is compared."""
    marked = documents
    bases: BaseVersions | None = None
    if terms.since is not None:
        paths = [document.extracted.path for document in documents]
        bases = base_versions(paths, terms.since, auditor, workers)
        marked = Lazily(marked, bases.compared)
    stale: tuple[KnownFinding, ...] = ()
    if terms.known:
        marked, stale = baseline.applied(terms.known, marked, auditor.rules)
    broken: list[BrokenBudget] = []
    changes: list[Change] = []
    for document in documents if terms.budgets or bases else ():
        changed = bases.changes(document) if bases else ()
        broken += budgets.broken(document, terms.budgets, changed)
        changes += changed
    asked = terms.demands
    review = Review(
        failing=terms.failing,
        failing_around=terms.failing_around,
        base=asked.diff,
        baseline=str(asked.baseline) if asked.baseline else None,
        new_only=asked.new_only,
        stale_fails=asked.baseline_strict,
        stale=stale,
        broken=tuple(broken),
        changes=tuple(changes),
    )
    return marked, review
