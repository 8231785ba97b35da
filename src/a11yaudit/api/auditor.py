"""The auditor: made once from settings and rules, then used on any number of pages.

It changes nothing of the program that uses it: no signals, timers, garbage collector, locale,
warnings, logging or modules of others. Pages that must be stopped when they hang or swell are
audited in worker processes (`audit_many` with `jobs`).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from a11yaudit import ruleset, source
from a11yaudit.model.article import Article
from a11yaudit.model.outcome import Finding, RuleOutcome
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import Document, Extracted, Failure
from a11yaudit.model.scorecard import Scorecard
from a11yaudit.model.source import Limits, Source
from a11yaudit.ruleset import RuleSet
from a11yaudit.settings import Settings

if TYPE_CHECKING:
    from a11yaudit.article.interruptions.slots import Slots

HTML = str | bytes
"""A page's source: text, or bytes in any encoding that a browser would recognise."""
UNNAMED = "page.html"
"""What a page is called that was given as source without a name."""
SECONDS = 30.0
"""CPU seconds that a page may take in a worker; the command line's `--timeout` has the same."""


@dataclass(frozen=True, slots=True)
class Page:
    """One audited page."""

    document: Document

    @property
    def name(self) -> str:
        """The page's path, or the name that was given with its source."""
        return self.document.extracted.path

    @property
    def article(self) -> Article:
        """What was taken for the article: headline, blocks, pictures, interruptions."""
        return self.document.extracted.article

    @property
    def metrics(self) -> Mapping[str, Any]:
        """The measured values, named as in the JSON report."""
        from a11yaudit.report.jsonmetrics import metrics

        return self.document.metrics or metrics(self.document)

    @property
    def scores(self) -> Scorecard:
        """The overall score and one for each aspect, 0 to 100; None where nothing was judged."""
        return self.document.scorecard

    @property
    def outcomes(self) -> tuple[RuleOutcome, ...]:
        """What each rule said of the page."""
        return self.document.evaluation.outcomes

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Faults and open questions, in document order."""
        return self.document.evaluation.findings

    def to_dict(self) -> dict[str, Any]:
        """The page as in the JSON report's `documents`."""
        from a11yaudit.report import jsonreport

        told: dict[str, Any] = json.loads(jsonreport.part(self.document))
        return told


@dataclass(frozen=True, slots=True)
class Extract:
    """The article of one page, without any judgement."""

    extracted: Extracted

    @property
    def article(self) -> Article:
        """What was taken for the article."""
        return self.extracted.article

    def to_dict(self) -> dict[str, Any]:
        """The page as in the `documents` of `a11yaudit extract --format json`."""
        from a11yaudit.report import jsonreport

        told: dict[str, Any] = json.loads(jsonreport.extract([self.extracted], ()))["documents"][0]
        return told


class Auditor:
    """Settings and rules, ready to judge pages. It can be pickled and used from several threads.

    The stages are loaded with the first page: a process that only hands pages to workers never needs them.
    """

    __slots__ = ("limits", "rules", "scope", "settings", "slots")

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        rules: RuleSet | Iterable[str] | None = None,
        scope: str = "article",
        limits: Limits | None = None,
        slots: "Slots | None" = None,
    ) -> None:
        """An auditor with these settings; without any, with the defaults.

        `rules` are ids of rules or aspects, or a rule set of one's own; None leaves the choice to
        the settings. With `scope="page"` the whole document counts as the article. `slots` come
        from `a11yaudit.slots.load`. Raises UsageError for a rule or threshold that does not exist.
        """
        self.settings = settings or Settings()
        self.rules = rules if isinstance(rules, RuleSet) else ruleset.configured(ruleset.load(), self.settings, tuple(rules or ()))
        self.scope = scope
        self.limits = limits or Limits()
        self.slots = slots

    def audit(self, page: HTML | Path, name: str | None = None) -> Page:
        """Audit one page: its source, or the file that holds it.

        `name` is what the page is called in results; settings for some files go by it.
        Raises PageError where the page can't be audited, with the reason.
        """
        return Page(self.document(self._read(page, name)))

    def extract(self, page: HTML | Path, name: str | None = None) -> Extract:
        """Find a page's article. Raises PageError where there is no page."""
        from a11yaudit import pipeline

        read = self._read(page, name)
        return Extract(pipeline.extract(read, self.limits, self.scope, self.slots))

    def audit_many(
        self,
        pages: Iterable[Path | tuple[str, HTML]],
        *,
        jobs: int | None = None,
        timeout: float = SECONDS,
    ) -> Iterator[Page | Failure]:
        """Audit pages one after the other, in their order; a page that can't be audited is a Failure.

        A page is a file, or a pair of name and source. With `jobs` they are audited in that many
        worker processes, which end at a page that takes more than `timeout` seconds or too much
        memory, or that crashes them; that page is a Failure and the others go on. Without `jobs`
        all is done in this process, where nothing can be stopped from outside.
        """
        from a11yaudit.api import batch

        done = batch.audited(self, pages, jobs, timeout)
        return (result if isinstance(result, Failure) else Page(result) for result in done)

    def document(self, page: Source) -> Document:
        """One page through all stages. Raises PageError where it can't be audited."""
        from a11yaudit import pipeline

        ignored = self.settings.ignored_in(page.path)
        return pipeline.audit(page, self.rules, self.limits, self.scope, ignored, self.slots)

    def _read(self, page: HTML | Path, name: str | None) -> Source:
        if isinstance(page, Path):
            read = source.read(str(page), self.limits)
            return replace(read, path=name) if name else read
        data = page.encode("utf-8-sig", "replace") if isinstance(page, str) else page
        return source.given(name or UNNAMED, data, self.limits)


def audit(page: HTML | Path, settings: Settings | None = None, name: str | None = None) -> Page:
    """Audit one page. Without `settings`, those of the current folder hold, if it has any.

    Raises PageError where the page can't be audited, ConfigError for broken settings.
    """
    return Auditor(settings or Settings.of_folder(Path())).audit(page, name)


def extract(page: HTML | Path) -> Extract:
    """Find a page's article. Raises PageError where there is no page."""
    return Auditor().extract(page)


def rules() -> tuple[Rule, ...]:
    """All rules: what each is about, why, how to fix what it finds, its thresholds."""
    return ruleset.load().rules
