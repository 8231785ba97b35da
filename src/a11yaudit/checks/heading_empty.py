"""Headings that say nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each heading: does it have a name?"""
    for head in subject.semantics.elements("h1", "h2", "h3", "h4", "h5", "h6"):
        if not head.hidden and head.role == "heading":
            yield Verdict(Outcome.PASSED if head.name else Outcome.FAILED, head.location, {"level": int(head.tag[1])}, head.tag)
