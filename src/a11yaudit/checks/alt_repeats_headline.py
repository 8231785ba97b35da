"""Alternative texts that are the headline."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.measure.captions import similarity
from a11yaudit.model.outcome import Outcome, Related, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """When two texts count as one."""

    similarity: float
    """From which likeness on, 0 to 1."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text: is it something else than the headline?"""
    headline = subject.article.headline
    if headline is None:
        return
    for image, alt in pictures.described(subject):
        likeness = similarity(alt, headline.text)
        values = {**pictures.evidence(image), "headline": headline.text, "similarity": likeness, "threshold": params.similarity}
        outcome = Outcome.CANT_TELL if likeness >= params.similarity else Outcome.PASSED
        yield Verdict(outcome, image.location, values, pictures.file(image), (Related("The headline", headline.location),))
