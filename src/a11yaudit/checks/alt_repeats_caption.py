"""Alternative texts that say again what the caption says."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Related, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """When two texts count as one."""

    similarity: float
    """From which likeness on, 0 to 1, credits left out."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text and a caption: do they say different things?"""
    for image, alt in pictures.described(subject):
        likeness = subject.measurements.captions.alt_similarity.get(image.location.node)
        if likeness is None or image.caption is None:
            continue
        values = {**pictures.evidence(image), "similarity": likeness, "threshold": params.similarity}
        related = (Related("The caption", image.caption.location),)
        outcome = Outcome.FAILED if likeness >= params.similarity else Outcome.PASSED
        yield Verdict(outcome, image.location, values, f"{pictures.file(image)} {alt}", related)
