"""The main headings of a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import headings
from a11yaudit.model.outcome import Outcome, Related, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Which fault."""

    missing: bool
    """Whether the rule is about no h1 or about several."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The page: does it have one h1?"""
    listed = headings(subject)
    heads = [number for number, level in listed if level == 1]
    places = [subject.page.location(number) for number in (heads or [number for number, _ in listed][:1])[:9]]
    if params.missing:
        if subject.article.found and subject.page.markup:
            outcome = Outcome.PASSED if heads else Outcome.FAILED
            yield Verdict(outcome, places[0] if places else None, {"headings": len(listed) - len(heads)}, "h1")
    elif heads:
        related = tuple(Related("Another h1", place) for place in places[1:])
        yield Verdict(Outcome.CANT_TELL if len(heads) > 1 else Outcome.PASSED, places[0], {"count": len(heads)}, "h1", related)
