"""Scores of one page."""

from collections.abc import Mapping
from dataclasses import dataclass

from a11yaudit.model.outcome import Aspect


@dataclass(frozen=True, slots=True)
class AspectScore:
    """One aspect of one page."""

    score: int | None
    """0 to 100; None where nothing was applicable."""
    passed: int
    failed: int
    cant_tell: int
    """Numbers of rules with that outcome."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How the scores come about is declared in `rules/aspects.toml`."""

    overall: int | None
    aspects: Mapping[Aspect, AspectScore]
