"""Whether the declared character encoding is the real one."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The document, if it declares an encoding: are its bytes in it?"""
    decoded = subject.page.decoded
    if decoded.declared is None:
        return
    if decoded.fits:
        yield PASSED
        return
    metas = subject.page.numbers("meta")
    place = subject.page.location(metas[0]) if metas else None
    yield Verdict(Outcome.FAILED, place, {"declared": decoded.declared}, decoded.declared)
