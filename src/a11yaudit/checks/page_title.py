"""The page's title."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The document: does it have a title with words in it?"""
    page = subject.page
    roots = page.numbers("html")
    outcome = Outcome.PASSED if page.title else Outcome.FAILED
    if roots and _whole(subject):
        yield Verdict(outcome, page.location(roots[0]), {"title": page.title}, "title")


def _whole(subject: Subject) -> bool:
    """Whether the file is a document and no fragment of one."""
    return any(subject.page.tag(number).sourceline is not None for number in subject.page.numbers("html", "head", "body"))
