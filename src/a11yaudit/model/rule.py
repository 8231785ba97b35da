"""One rule as its TOML file declares it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from a11yaudit.model.outcome import Aspect, Confidence, Outcome, Severity
from a11yaudit.model.part import Part


@dataclass(frozen=True, slots=True)
class Example:
    """A page and the exact outcomes that the rule must have on it."""

    name: str
    html: str
    expect: tuple[Outcome, ...]
    scope: str
    """`page`: the whole fragment counts as the article; `article`: the article is looked for first."""
    params: Mapping[str, Any] = field(default_factory=dict)
    """Thresholds that it is run with in place of the rule's own, where the rule has none until a project sets one."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """A WCAG 2.2 success criterion that a failed outcome breaks."""

    criterion: str
    level: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A declared rule without its examples. The fields are those of `rules/rule.schema.json`, which says what each is for."""

    id: str
    title: str
    aspect: Aspect
    severity: Severity
    confidence: Confidence
    check: str
    requirements: tuple[Requirement, ...]
    references: tuple[str, ...]
    applicability: str
    expectation: str
    rationale: str
    fix: str
    params: Mapping[str, Any]
    messages: Mapping[Outcome, str]
    about: Part | None = None
    """The part that all its findings belong to; None if the part depends on the place."""
    fix_in_general: str = ""
    """The fix before anything is found; its `{fields}` are names of params. Empty if `fix` has none."""

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def act(self) -> tuple[str, ...]:
        """The ids of the W3C ACT rules that it implements."""
        return tuple(reference.removeprefix("act:") for reference in self.references if reference.startswith("act:"))
