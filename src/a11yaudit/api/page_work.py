"""The work on one page, in this process or in a worker. A process that only hands pages to workers never loads the stages."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from a11yaudit import source
from a11yaudit.cache import Cache
from a11yaudit.model.packing import pack
from a11yaudit.model.part import Part
from a11yaudit.model.run import Document, Kept
from a11yaudit.model.source import Limits, Source
from a11yaudit.model.tally import of
from a11yaudit.model.template import spots

if TYPE_CHECKING:
    from a11yaudit.api.auditor import Auditor
    from a11yaudit.article.interruptions.slots import Slots

STAGES = ("a11yaudit.pipeline", "a11yaudit.report.jsonreport")


def load() -> None:
    """Load what every page needs."""
    for name in STAGES:
        import_module(name)


@dataclass(frozen=True, slots=True)
class Use:
    """What a run needs of a page."""

    part: bool
    """Its part of the JSON report."""
    document: bool
    text: bool
    """The article's text in the document: for reports that show it, and for baselines, which look for renamed files by it."""
    parts: tuple[Part, ...] = tuple(Part)
    """Parts whose findings its JSON lists; a tuple, as a cache goes by what this says of itself."""


@dataclass(frozen=True, slots=True)
class Auditing:
    """Audits one page by its path."""

    auditor: "Auditor"
    use: Use
    cache: Cache | None = None

    def __call__(self, path: str) -> Kept:
        """What is kept of the page. Raises PageError where it can't be audited."""
        page = source.read(path, self.auditor.limits)
        if self.cache is None:
            return self._made(page)
        name = (page.path, page.sha256, *sorted(self.auditor.settings.ignored_in(page.path)))
        return self.cache.page(name, lambda: self._made(page), self.use.part, self.use.document)

    def _made(self, page: Source) -> Kept:
        return keep(self.auditor.document(page), self.use)


@dataclass(frozen=True, slots=True)
class Extracting:
    """Finds the article of one page by its path; it needs no rules."""

    limits: Limits
    scope: str
    slots: "Slots | None"

    def __call__(self, path: str) -> bytes:
        """The packed extract. Raises PageError where there is none."""
        from a11yaudit import pipeline

        return pack(pipeline.extract(source.read(path, self.limits), self.limits, self.scope, self.slots))


def keep(document: Document, use: Use) -> Kept:
    """What a run keeps of a document."""
    from a11yaudit.report import jsonmetrics, jsonreport

    if use.document and not use.text and document.metrics is None:
        document = document.without_text(jsonmetrics.metrics(document))
    return Kept(
        tally=of(document.evaluation),
        json=pack(jsonreport.part(document, use.parts)) if use.part else b"",
        document=pack(document) if use.document else b"",
        path=document.extracted.path,
        reason=document.extracted.article.reason,
        spots=pack(spots(document.evaluation.findings)),
    )
