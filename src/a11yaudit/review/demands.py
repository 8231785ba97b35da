"""What a caller may ask a run to be compared with, and to fail by."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Demands:
    """What a caller asks for; None leaves it to the settings. `a11yaudit audit` has an option for each."""

    fail_on: str | None = None
    """The least severity that fails the run, or `never`."""
    fail_on_around: str | None = None
    """The same for what stands around the article."""
    no_article: str | None = None
    """What a page without an article is, by the names of Policy."""
    min_score: float | None = None
    baseline: Path | None = None
    baseline_strict: bool = False
    """Whether findings that are listed but gone fail the run."""
    diff: str | None = None
    """The base revision."""
    new_only: bool = False
    """Whether findings of the base revision are let through."""
