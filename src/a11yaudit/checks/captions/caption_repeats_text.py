"""Captions that repeat the headline, the standfirst or the paragraph beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """When a caption counts as a repetition."""

    share: float
    """From which likeness on, 0 to 1; 1 is a caption that a paragraph holds word for word."""
    words: int
    """Fewest words of the caption: a shorter one is a name."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each caption: does it say something that the text beside it does not?"""
    echoes = {echo.image.location.node: echo for echo in subject.measurements.captions.echoes}
    for image in subject.article.images:
        if image.caption is None or not image.caption.body:
            continue
        echo = echoes.get(image.location.node)
        if echo and echo.share >= params.share and echo.words >= params.words:
            told = {"place": echo.echo, "text": echo.text, "share": echo.share, "threshold": params.share, "seconds": echo.seconds}
            related = (Related("The picture", image.location), Related(f"The {echo.echo}", echo.location))
            yield Verdict(
                Outcome.CANT_TELL, image.caption.location, pictures.evidence(subject, image, False, **told), image.caption.body, related
            )
        else:
            yield PASSED
