"""Ids that stand twice although something refers to them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Related, Verdict

REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-activedescendant", "for", "headers")


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each id that an attribute refers to: does one element have it?"""
    page = subject.page
    owners: dict[str, list[int]] = defaultdict(list)
    referred: dict[str, None] = {}
    for number, node in enumerate(page.flat.nodes):
        attributes = getattr(node, "attrs", None)
        if not attributes:
            continue
        if "id" in attributes:
            owners[str(attributes["id"])].append(number)
        for name in REFERRING:
            if name in attributes:
                referred |= dict.fromkeys((page.attribute(number, name) or "").split())
    for identity in referred:
        places = owners.get(identity, [])
        if places:
            related = tuple(Related("The same id", page.location(place)) for place in places[1:5])
            outcome = Outcome.FAILED if len(places) > 1 else Outcome.PASSED
            yield Verdict(outcome, page.location(places[0]), {"id": identity[:80], "count": len(places)}, identity[:80], related)
