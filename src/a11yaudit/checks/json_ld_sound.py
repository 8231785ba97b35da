"""Whether the page's JSON-LD can be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each JSON-LD script: is it JSON?"""
    told = subject.article.metadata
    for place in told.broken:
        yield Verdict(Outcome.FAILED, place, {}, "json-ld")
    for _ in range(told.readable):
        yield Verdict(Outcome.PASSED, None, {}, "json-ld")
