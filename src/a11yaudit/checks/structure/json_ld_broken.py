"""Whether the page's JSON-LD can be read."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each JSON-LD script: is it JSON?"""
    told = subject.article.metadata
    for place in told.broken:
        yield Verdict(Outcome.FAILED, place, {}, "json-ld")
    for _ in range(told.readable):
        yield PASSED
