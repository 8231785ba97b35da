"""Frames without a title."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each frame: does it have an accessible name?"""
    ads = {frame.node for unit in subject.article.interruptions for frame in unit.frames}
    for frame in subject.semantics.elements("iframe"):
        if (
            not frame.hidden
            and frame.role != "none"
            and frame.location.node not in ads
            and not frame.attributes.get("tabindex", "").startswith("-")
        ):
            values = {"src": frame.attributes.get("src", "")[:120]}
            yield Verdict(Outcome.PASSED if frame.name else Outcome.FAILED, frame.location, values, values["src"])
