"""Helpers for the checks of ads and other interruptions."""

from typing import Any

from a11yaudit.article.interruptions.element_evidence import EMPTINESS
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import ADVERTISING, Interruption, Zone
from a11yaudit.model.location import Location
from a11yaudit.model.outcome import Outcome, Related, Verdict

ON_THE_WAY = frozenset({Zone.BEFORE_BODY, Zone.BODY})
"""Between the headline and the last paragraph."""


def everywhere(subject: Subject) -> list[Interruption]:
    """The ads and sponsored units of a page with an article, wherever they stand."""
    return subject.once(_everywhere)


def ads(subject: Subject) -> list[Interruption]:
    """Those that a reader meets between the headline and the last paragraph."""
    return subject.once(_ads)


def is_guess(unit: Interruption) -> bool:
    """Whether an ad shows nothing, and only a name that other things have, too, and its emptiness say that it is one."""
    return unit.empty and unit.label is None and EMPTINESS in unit.evidence


def _everywhere(subject: Subject) -> list[Interruption]:
    return [unit for unit in subject.article.interruptions if unit.kind in ADVERTISING] if subject.article.found else []


def _ads(subject: Subject) -> list[Interruption]:
    return [unit for unit in everywhere(subject) if unit.zone in ON_THE_WAY]


def verdict(
    unit: Interruption,
    outcome: Outcome = Outcome.FAILED,
    location: Location | None = None,
    related: tuple[Related, ...] = (),
    **values: Any,
) -> Verdict:
    """A verdict on an interruption, at its own place unless another is given; its strongest evidence identifies the finding."""
    shown = {
        "kind": str(unit.kind),
        "label": unit.label,
        "evidence": list(unit.evidence),
        "words_before": unit.words_before,
        "before": unit.text_before,
        "after": unit.text_after,
    }
    return Verdict(outcome, location or unit.location, {**shown, **values}, unit.evidence[0], related)
