"""Verdicts of rules, in the vocabulary of W3C's ACT Rules Format."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from a11yaudit.model.location import Location
from a11yaudit.model.part import Part


class Outcome(StrEnum):
    """What a rule says of one target, or of a page; the order is that of precedence."""

    FAILED = "failed"
    CANT_TELL = "cantTell"
    PASSED = "passed"
    INAPPLICABLE = "inapplicable"


class Severity(StrEnum):
    """How much a fault takes from a reader; worst first."""

    CRITICAL = "critical"
    SERIOUS = "serious"
    MODERATE = "moderate"
    MINOR = "minor"


class Confidence(StrEnum):
    """How sure a finding is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Aspect(StrEnum):
    """What a rule is about."""

    READING_TIME = "reading-time"
    READABILITY = "readability"
    ALT_TEXT = "alt-text"
    CAPTIONS = "captions"
    ADS = "ads"
    STRUCTURE = "structure"


class State(StrEnum):
    """What a comparison says of a finding."""

    NEW = "new"
    UNCHANGED = "unchanged"
    """The file had it at the base revision too."""
    KNOWN = "known"
    """The baseline lists it."""


class Related(NamedTuple):
    """Another place that a finding is about."""

    message: str
    location: Location


class Verdict(NamedTuple):
    """What a check says of one target."""

    outcome: Outcome
    location: Location | None
    """None where the page has no element to point at."""
    values: Mapping[str, Any] = {}
    """Fill the rule's message of that outcome; the finding's `evidence` in the report. Plain JSON values."""
    subject: str = ""
    """What the finding is about, without its place (file name, sentence, pair of captions): the base of the fingerprint."""
    related: tuple[Related, ...] = ()
    confidence: Confidence | None = None
    """How sure this verdict is, where that differs from its rule's."""


PASSED = Verdict(Outcome.PASSED, None)
"""The verdict on every target that passes: it is only counted, so one serves all."""


UNLISTED = "unlisted"
"""Key of the evidence that tells for how many findings one stands, where a page has more of a rule than reports list."""


class Finding(NamedTuple):
    """A verdict that is shown: a failed or cantTell outcome with everything a reader needs."""

    rule: str
    aspect: Aspect
    outcome: Outcome
    severity: Severity
    confidence: Confidence
    message: str
    location: Location | None
    related: tuple[Related, ...]
    evidence: Mapping[str, Any]
    fix: str
    requirements: tuple[tuple[str, str], ...]
    """Pairs of WCAG success criterion and level."""
    act: tuple[str, ...]
    fingerprint: str
    """The finding's identity within its file; it survives moved lines, other markup around it and a new name of the file."""
    kin: str
    """The same without the ordinal: findings of one kin are about the same words or file and differ in their place only."""
    part: Part
    group: str
    """The same for findings of a rule whose elements look alike, on one page and on others: one cause in the template."""
    also: tuple[str, ...] = ()
    """Other rules that fail for the same fault."""
    also_at: tuple[int, ...] = ()
    """The nodes of their targets; for counts of pictures, never in a report."""
    state: State | None = None
    """None where nothing was compared."""
    on_changed_line: bool | None = None
    """Whether its start tag lies on a line that the change touched; None without a base revision."""

    @property
    def stands_for(self) -> int:
        """How many findings it counts as: one, or all that are not listed."""
        count: int = self.evidence.get(UNLISTED, 1)
        return count


class Kind(NamedTuple):
    """What decides how a finding is counted."""

    outcome: Outcome
    severity: Severity
    state: State | None
    part: Part


class RuleOutcome(NamedTuple):
    """The verdict of one rule on one page and how many targets had which outcome."""

    rule: str
    aspect: Aspect
    severity: Severity
    outcome: Outcome
    passed: int
    failed: int
    cant_tell: int
    suppressed: int
    """Findings that the page or the configuration asked to ignore."""
    act: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that the rules say of one page."""

    outcomes: tuple[RuleOutcome, ...]
    findings: tuple[Finding, ...]
    """In document order, then by rule."""
