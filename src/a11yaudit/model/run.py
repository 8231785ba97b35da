"""A whole run: what the reports are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from a11yaudit.model.article import Article
from a11yaudit.model.measurements import Captions, Measurements, Readability
from a11yaudit.model.outcome import Evaluation
from a11yaudit.model.review import Review
from a11yaudit.model.scorecard import Scorecard

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


@dataclass(frozen=True, slots=True)
class Document:
    """One audited page."""

    extracted: Extracted
    measurements: Measurements
    evaluation: Evaluation
    scorecard: Scorecard
    metrics: Mapping[str, Any] | None = None
    """The report's `metrics`, where they were worked out before the text was let go."""

    def without_text(self, metrics: Mapping[str, Any]) -> "Document":
        """The document without its article's text, which is most of its weight: runs of thousands of pages keep this one."""
        measured = self.measurements
        return Document(
            replace(self.extracted, article=_without_lists(self.extracted.article)),
            replace(measured, readability=_without_lists(measured.readability), captions=_without_lists(measured.captions)),
            self.evaluation,
            self.scorecard,
            metrics,
        )


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be audited."""

    path: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Run:
    """One call of the auditor."""

    version: str
    ruleset: str
    """Name and hash of the rules that judged."""
    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]
    review: Review = field(default_factory=Review)
    """What the run was compared with and what fails it."""


def _without_lists(record: Record) -> Record:
    lists: dict[str, Any] = {each.name: () for each in fields(record) if isinstance(getattr(record, each.name), tuple)}
    return replace(record, **lists)
