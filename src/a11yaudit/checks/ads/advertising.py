"""What the checks of ads share."""

from typing import Any

from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import ADVERTISING, Interruption
from a11yaudit.model.location import Location
from a11yaudit.model.outcome import Outcome, Related, Verdict


def ads(subject: Subject) -> list[Interruption]:
    """The ads and sponsored units of an article."""
    return subject.once(_ads)


def _ads(subject: Subject) -> list[Interruption]:
    return [unit for unit in subject.article.interruptions if unit.kind in ADVERTISING] if subject.article.found else []


def verdict(
    unit: Interruption,
    outcome: Outcome = Outcome.FAILED,
    location: Location | None = None,
    related: tuple[Related, ...] = (),
    **values: Any,
) -> Verdict:
    """A verdict on an ad, at the ad's own place unless another is given; its strongest evidence identifies the finding."""
    shown = {"kind": str(unit.kind), "label": unit.label, "evidence": list(unit.evidence), "words_before": unit.words_before}
    return Verdict(outcome, location or unit.location, {**shown, **values}, unit.evidence[0], related)
