"""Lead pictures without a caption among pictures that have one."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import ImageRole
from a11yaudit.model.outcome import Outcome, Related, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """When a page is one with captions."""

    captioned: int
    """Fewest other pictures with a caption."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The lead picture: does it have a caption, as the other pictures of the article do?"""
    others = [image for image in pictures.content(subject) if image.role != ImageRole.LEAD]
    captioned = sum(bool(image.caption and image.caption.body) for image in others)
    for image in pictures.content(subject):
        if image.role != ImageRole.LEAD:
            continue
        values = pictures.evidence(image, captioned=captioned)
        lacking = image.caption is None and captioned >= params.captioned and captioned == len(others)
        outcome = Outcome.CANT_TELL if lacking else Outcome.PASSED
        yield Verdict(outcome, image.frame or image.location, values, image.file, (Related("The picture", image.location),))
