"""Captions of different pictures that say the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Related, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Which pairs."""

    similarity: float
    """From which likeness on, 0 to 1, credits left out."""
    words: int
    """Fewest words of a caption: a shorter one is a name, or a credit that nothing gives away."""
    equal: bool
    """Whether the rule is about captions that are quite the same, or about those that nearly are."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each captioned picture: does its caption repeat that of an earlier one?"""
    pairs = {pair.second.location.node: pair for pair in subject.measurements.captions.pairs}
    for image in subject.article.images:
        if image.caption is None or len(image.caption.body.split()) < params.words:
            continue
        pair = pairs.get(image.location.node)
        values = pictures.evidence(image)
        if (
            pair
            and pair.similarity >= params.similarity
            and (pair.similarity == 1) == params.equal
            and not _twins(pair.first.src, image.src)
        ):
            values |= {"other": pictures.file(pair.first), "similarity": pair.similarity, "threshold": params.similarity}
            related = (Related("The picture with the same caption", pair.first.location),)
            yield Verdict(Outcome.CANT_TELL, image.location, values, image.caption.body, related)
        else:
            yield Verdict(Outcome.PASSED, image.location, values, image.caption.body)


def _twins(first: str, second: str) -> bool:
    """Whether two addresses are of the same file."""
    return first.split("?")[0] == second.split("?")[0]
