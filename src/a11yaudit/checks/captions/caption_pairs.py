"""Captions of different pictures that say the same."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """Which pairs."""

    share: float
    """From which share of common words on, 0 to 1, credits left out."""
    words: int
    """Fewest words of meaning in the shorter caption."""
    equal: bool
    """Whether the rule is about captions that are quite the same, which fail, or about near ones, which a person must judge."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each captioned picture: does its caption repeat that of an earlier one?"""
    pairs = {pair.image.location.node: pair for pair in subject.measurements.captions.pairs}
    for image in subject.article.images:
        if image.caption is None or not image.caption.body:
            continue
        pair = pairs.get(image.location.node)
        if pair and pair.equal == params.equal and pair.share >= params.share and pair.words >= params.words:
            told = {
                "other": pictures.named(subject, pair.earlier[0], False),
                "share": pair.share,
                "threshold": params.share,
                "seconds": pair.seconds,
            }
            others = (
                place
                for other in pair.earlier
                for place in pictures.captioned("An earlier picture with this caption or nearly this one", other)
            )
            related = (Related("The picture", image.location), *others)
            outcome = Outcome.FAILED if params.equal else Outcome.CANT_TELL
            yield Verdict(outcome, image.caption.location, pictures.evidence(subject, image, False, **told), image.caption.body, related)
        else:
            yield PASSED
