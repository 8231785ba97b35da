"""Access keys that two elements share."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each access key: does one element that is not hidden have it?"""
    page, semantics = subject.page, subject.semantics
    owners: dict[str, list[int]] = {}
    for number in semantics.having("accesskey"):
        key = (page.attribute(number, "accesskey") or "").strip().casefold()
        if key and not semantics.hidden(number):
            owners.setdefault(key, []).append(number)
    for key, places in owners.items():
        if len(places) == 1:
            yield PASSED
        else:
            related = tuple(Related("The same key", page.location(place)) for place in places[1:5])
            yield verdict(subject, places[0], Outcome.FAILED, about=key, related=related, key=shown(key), count=len(places))
