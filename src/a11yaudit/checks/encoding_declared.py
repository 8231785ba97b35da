"""Whether the declared character encoding is the real one."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The document, if it declares an encoding: are its bytes in it?"""
    decoded = subject.page.decoded
    if decoded.declared is None:
        return
    metas = subject.page.numbers("meta")
    place = subject.page.location(metas[0]) if metas else None
    yield Verdict(Outcome.PASSED if decoded.fits else Outcome.FAILED, place, {"declared": decoded.declared}, decoded.declared)
