"""Different pictures with one alternative text."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.measure.captions import plain
from a11yaudit.model.article import Image
from a11yaudit.model.outcome import Outcome, Related, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an alternative text: is it the only one with it?"""
    first: dict[str, Image] = {}
    for image, alt in pictures.described(subject):
        earlier = first.setdefault(plain(alt), image)
        if earlier is image or pictures.file(earlier) == pictures.file(image):
            yield Verdict(Outcome.PASSED, image.location, pictures.evidence(image), pictures.file(image))
        else:
            values = {**pictures.evidence(image), "other": pictures.file(earlier)}
            yield Verdict(Outcome.FAILED, image.location, values, pictures.file(image), (Related("The other picture", earlier.location),))
