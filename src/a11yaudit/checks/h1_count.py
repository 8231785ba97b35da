"""The main headings of a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Related, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Which fault."""

    missing: bool
    """Whether the rule is about no h1 or about several."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The page: does it have one h1?"""
    heads = [head for head in subject.semantics.elements("h1") if not head.hidden and head.name]
    others = [head for head in subject.semantics.elements("h2", "h3", "h4", "h5", "h6") if not head.hidden]
    if params.missing:
        place = heads[0].location if heads else others[0].location if others else None
        if subject.article.found:
            yield Verdict(Outcome.PASSED if heads else Outcome.FAILED, place, {"headings": len(others)}, "h1")
    elif heads:
        related = tuple(Related("Another h1", head.location) for head in heads[1:9])
        outcome = Outcome.CANT_TELL if len(heads) > 1 else Outcome.PASSED
        yield Verdict(outcome, heads[0].location, {"count": len(heads)}, "h1", related)
