"""What the checks of ads share."""

from collections.abc import Iterator
from typing import Any

from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import ADVERTISING, Interruption


def ads(subject: Subject) -> Iterator[Interruption]:
    """The ads and sponsored units of an article."""
    if subject.article.found:
        yield from (unit for unit in subject.article.interruptions if unit.kind in ADVERTISING)


def evidence(unit: Interruption) -> dict[str, Any]:
    """What a finding on an ad shows."""
    return {"kind": str(unit.kind), "label": unit.label, "evidence": list(unit.evidence), "words_before": unit.words_before}


def subject_of(unit: Interruption) -> str:
    """What the fingerprint is made of."""
    return unit.evidence[0]
