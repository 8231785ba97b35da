"""What a run is compared with (a baseline, a base revision, budgets), and which findings fail it."""

from dataclasses import dataclass

from a11yaudit.model.outcome import Finding, Kind, Outcome, Severity, State
from a11yaudit.model.part import JUDGED


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """Findings of one kin that a baseline lists."""

    path: str
    """Relative to the folder of the baseline file."""
    rule: str
    kin: str
    count: int
    message: str
    part: str = ""
    """Where it belongs; empty in a file of an earlier version."""


@dataclass(frozen=True, slots=True)
class BrokenBudget:
    """A page that is past a limit which the project set."""

    path: str
    name: str
    """What was measured, in words: `overall score`, `ads per 1,000 words`."""
    value: float
    limit: float
    least: bool
    """Whether the limit is the least that is allowed, not the most."""

    @property
    def text(self) -> str:
        """Value and limit in one sentence."""
        return f"{self.name} is {self.value:g}, {'below the least' if self.least else 'above the most'} allowed of {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure of a page differs from the same page at the base revision."""

    path: str
    name: str
    before: float
    after: float
    worse: bool
    text: str
    """In words: `harder by 1.8 grades`."""


@dataclass(frozen=True, slots=True)
class Review:
    """The terms of a comparison and its results."""

    failing: tuple[Severity, ...] = (Severity.CRITICAL, Severity.SERIOUS)
    """Severities that fail the run in the article and the page."""
    failing_around: tuple[Severity, ...] = ()
    """Severities that fail it in what stands around the article."""
    base: str | None = None
    """The base revision as it was named."""
    baseline: str | None = None
    """The baseline file as it was named."""
    new_only: bool = False
    """Whether findings that the base revision had are let through."""
    stale_fails: bool = False
    stale: tuple[KnownFinding, ...] = ()
    """What the baseline lists and the pages no longer have."""
    broken: tuple[BrokenBudget, ...] = ()
    changes: tuple[Change, ...] = ()

    def accepts(self, finding: Finding | Kind) -> bool:
        """Whether a finding was there before and is let through."""
        return finding.state == State.KNOWN or (self.new_only and finding.state == State.UNCHANGED)

    def fails(self, finding: Finding | Kind) -> bool:
        """Whether a finding fails the run."""
        failing = self.failing if finding.part in JUDGED else self.failing_around
        return finding.outcome == Outcome.FAILED and finding.severity in failing and not self.accepts(finding)

    @property
    def compared(self) -> bool:
        """Whether findings have a state."""
        return self.base is not None or self.baseline is not None
