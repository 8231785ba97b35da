"""A whole run: what the reports are made of."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from a11yaudit.errors import Skip
from a11yaudit.model.article import Article, NoArticle
from a11yaudit.model.measurements import Captions, Measurements, Readability
from a11yaudit.model.outcome import Evaluation
from a11yaudit.model.part import Part
from a11yaudit.model.review import Review
from a11yaudit.model.scorecard import Scorecard
from a11yaudit.model.tally import Tally, total
from a11yaudit.model.tally import of as tally_of
from a11yaudit.model.template import Template

Record = TypeVar("Record", Article, Readability, Captions)


@dataclass(frozen=True, slots=True)
class Language:
    """What a page says its language is, what it looks like, and what it is measured in (primary subtag)."""

    declared: str | None
    detected: str | None
    used: str | None


@dataclass(frozen=True, slots=True)
class Extracted:
    """One page of which the article was found, without any judgement."""

    path: str
    sha256: str
    encoding: str
    title: str | None
    language: Language
    lines: int
    """Lines of the source."""
    minutes: float
    """Reading time at the average rate of the language."""
    article: Article
    too_deep: int = 0
    """Elements that are nested too deep to be looked at; their texts are part of the page all the same."""

    def without_text(self) -> "Extracted":
        """The same without blocks, pictures and whatever else the article lists."""
        return replace(self, article=_without_lists(self.article))


@dataclass(frozen=True, slots=True)
class Document:
    """One audited page."""

    extracted: Extracted
    measurements: Measurements
    evaluation: Evaluation
    scorecard: Scorecard
    metrics: Mapping[str, Any] | None = None
    """The report's `metrics`, where they were worked out before the text was let go."""

    def of_parts(self, parts: Collection[Part]) -> "Document":
        """The document with the findings of some parts only; scores and counts stay whole."""
        if len(parts) == len(Part):
            return self
        findings = tuple(finding for finding in self.evaluation.findings if finding.part in parts)
        return replace(self, evaluation=replace(self.evaluation, findings=findings))

    def without_text(self, metrics: Mapping[str, Any]) -> "Document":
        """The document without its article's text, which is most of its weight: runs of thousands of pages keep this one."""
        measured = self.measurements
        return Document(
            self.extracted.without_text(),
            replace(measured, readability=_without_lists(measured.readability), captions=_without_lists(measured.captions)),
            self.evaluation,
            self.scorecard,
            metrics,
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """One audited page as a run keeps it: as objects, the pages of a long run would fill the memory."""

    tally: Tally
    json: bytes
    """Its part of the JSON report, packed; empty where none is asked for."""
    document: bytes
    """The document, packed; empty where nothing else is asked for."""
    path: str = ""
    reason: NoArticle | None = None
    """Why the page has no article, None where it has one."""
    spots: bytes = b""
    """What it has of faults that a template may make, packed."""


NO_ARTICLE = "no-article"
"""The kind of a failure that was audited all the same: what was named as an article has none."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be audited, or in which no article was found."""

    path: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a named folder that was not audited."""

    path: str
    kind: Skip

    @property
    def reason(self) -> str:
        """Why, in words."""
        return _REASONS[self.kind]


_REASONS = {
    Skip.UNREADABLE_FOLDER: "folder can't be read",
    Skip.DANGLING_LINK: "link to a file that doesn't exist",
    Skip.LINK_OUT: "link out of the folder",
    Skip.SPECIAL_FILE: "not a regular file",
    Skip.PATH_TOO_LONG: "path too long",
}


@dataclass(frozen=True, slots=True)
class Run:
    """One call of the auditor."""

    version: str
    ruleset: str
    """Name and hash of the rules that judged."""
    documents: Sequence[Document]
    """Made anew each time they are asked for, where they are kept packed."""
    failures: tuple[Failure, ...]
    review: Review = field(default_factory=Review)
    """What the run was compared with and what fails it."""
    skipped: tuple[Skipped, ...] = ()
    kept: Sequence[Kept] | None = None
    """What was worked out with each page; None where there are documents only."""
    templates: tuple[Template, ...] = ()
    """Faults that several pages have in the same place of a template."""
    without_article: tuple[tuple[str, NoArticle], ...] = ()
    """Paths of pages without an article, and why."""
    shown: frozenset[Part] = frozenset(Part)
    """Parts whose findings the documents hold."""

    def tally(self) -> Tally:
        """The findings of all documents, counted."""
        if self.kept is not None:
            return total(page.tally for page in self.kept)
        return total(tally_of(document.evaluation) for document in self.documents)


def _without_lists(record: Record) -> Record:
    lists: dict[str, Any] = {each.name: () for each in fields(record) if isinstance(getattr(record, each.name), tuple)}
    return replace(record, **lists)
