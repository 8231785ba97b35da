"""Links without a name."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each link: does it have an accessible name?"""
    for link in subject.semantics.elements("a"):
        if link.role == "link" and not link.hidden:
            values = {"href": link.attributes.get("href", "")[:120]}
            yield Verdict(Outcome.PASSED if link.name else Outcome.FAILED, link.location, values, values["href"])
