"""A whole run: what the reports are made of."""

from dataclasses import dataclass, field

from a11yaudit.model.article import Article
from a11yaudit.model.measurements import Measurements
from a11yaudit.model.outcome import Evaluation
from a11yaudit.model.review import Review
from a11yaudit.model.scorecard import Scorecard


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
