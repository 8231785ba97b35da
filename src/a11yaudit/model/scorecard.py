"""Scores of one page."""

from collections.abc import Mapping
from dataclasses import dataclass

from a11yaudit.model.outcome import Aspect


@dataclass(frozen=True, slots=True)
class AspectScore:
    """One aspect of the article and the page."""

    score: int | None
    """0 to 100; None where nothing was judged."""
    passed: int
    failed: int
    cant_tell: int
    """Numbers of rules with that outcome."""


@dataclass(frozen=True, slots=True)
class Looked:
    """Pictures or captions that were looked at, each counted once however many rules speak of it."""

    failed: int
    open: int
    """With a question that only a person can answer."""
    fine: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.failed + self.open + self.fine


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How the scores come about is declared in `rules/aspects.toml`."""

    overall: int | None
    """Of article and page."""
    aspects: Mapping[Aspect, AspectScore]
    around: int | None
    """Of what stands around the article."""
    pictures: Looked
    captions: Looked
