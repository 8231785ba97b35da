"""Lead pictures without a caption among pictures that have one."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import ImageRole
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
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
        if image.caption is None and captioned >= params.captioned and captioned == len(others):
            values = pictures.evidence(subject, image, False, captioned=captioned)
            related = (Related("The picture", image.location),)
            yield Verdict(Outcome.CANT_TELL, image.frame or image.location, values, pictures.about(image), related)
        else:
            yield PASSED
