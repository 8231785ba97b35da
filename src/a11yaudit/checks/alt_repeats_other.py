"""Different pictures with the same alternative text."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Related, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text: is it the only one with it? All that share it are shown, for none is told apart."""
    for alt in subject.measurements.alts:
        if not alt.same:
            yield Verdict(Outcome.PASSED, alt.image.location, pictures.evidence(alt.image), alt.image.file)
            continue
        values = pictures.evidence(alt.image, other=alt.same[0].file, seconds=alt.seconds)
        related = tuple(Related("Another picture with this text", other.location) for other in alt.same)
        yield Verdict(Outcome.FAILED, alt.image.location, values, alt.image.file, related)
