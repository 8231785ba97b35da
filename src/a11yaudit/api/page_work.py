"""The work on one page, in this process or in a worker. A process that only hands pages to workers never loads the stages."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from a11yaudit import source
from a11yaudit.cache import Cache
from a11yaudit.config import Config
from a11yaudit.model.packing import pack
from a11yaudit.model.part import Part
from a11yaudit.model.run import Document, Kept
from a11yaudit.model.source import Limits, Source
from a11yaudit.model.tally import of
from a11yaudit.model.template import spots
from a11yaudit.ruleset import RuleSet

if TYPE_CHECKING:
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

    rules: RuleSet
    settings: Config
    limits: Limits
    scope: str
    slots: "Slots | None"
    use: Use
    cache: Cache | None = None

    def __call__(self, path: str) -> Kept:
        """What is kept of the page. Raises PageError where it can't be audited."""
        page = source.read(path, self.limits)
        ignored = self.settings.ignored_in(page.path)
        if self.cache is None:
            return self._made(page, ignored)
        name = (page.path, page.sha256, *sorted(ignored))
        return self.cache.page(name, lambda: self._made(page, ignored), self.use.part, self.use.document)

    def _made(self, page: Source, ignored: frozenset[str]) -> Kept:
        return keep(audited(page, self.rules, self.limits, self.scope, ignored, self.slots), self.use)


@dataclass(frozen=True, slots=True)
class Extracting:
    """Finds the article of one page by its path."""

    limits: Limits
    scope: str
    slots: "Slots | None"

    def __call__(self, path: str) -> bytes:
        """The packed extract. Raises PageError where there is none."""
        from a11yaudit import pipeline
        from a11yaudit.article.interruptions.slots import NO_SLOTS

        return pack(pipeline.extract(source.read(path, self.limits), self.limits, self.scope, self.slots or NO_SLOTS))


def audited(page: Source, rules: RuleSet, limits: Limits, scope: str, ignored: frozenset[str], slots: "Slots | None") -> Document:
    """One page through all stages."""
    from a11yaudit import pipeline
    from a11yaudit.article.interruptions.slots import NO_SLOTS

    return pipeline.audit(page, rules, limits, scope, ignored, slots or NO_SLOTS)


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
