"""The main headings of a page."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import headings, hidden_page
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """Which fault."""

    missing: bool
    """Whether the rule is about no h1 or about several."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The page: does it have one h1?"""
    if hidden_page(subject):
        return
    listed = headings(subject)
    heads = [number for number, level in listed if level == 1]
    if not params.missing:
        yield from _several(subject, heads)
    elif subject.article.found and subject.page.markup:
        place = subject.page.location(listed[0][0]) if listed else None
        yield PASSED if heads else Verdict(Outcome.FAILED, place, {"headings": len(listed)}, "h1")


def _several(subject: Subject, heads: list[int]) -> Iterator[Verdict]:
    if len(heads) == 1:
        yield PASSED
    elif heads:
        first, *others = (subject.page.location(number) for number in heads[:9])
        related = tuple(Related("Another h1", place) for place in others)
        yield Verdict(Outcome.CANT_TELL, first, {"count": len(heads)}, "h1", related)
