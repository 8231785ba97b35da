"""Content pictures whose alternative text is empty."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Image
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.resources import vocabulary


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each content picture with an `alt`: an empty one fails where the picture surely tells something, else a person must say."""
    for image in pictures.content(subject):
        if image.alt is not None:
            yield PASSED if image.name or image.alt.strip() else pictures.verdict(subject, image, _outcome(image), told=_told(image))


def _outcome(image: Image) -> Outcome:
    alone = image.link is not None and not image.linked_text
    return Outcome.FAILED if alone or (_informative(image) and not (image.caption and image.caption.body)) else Outcome.CANT_TELL


def _informative(image: Image) -> bool:
    """Whether the file name says that it is a chart, a map, a screenshot or the like."""
    words = set(re.split(r"[\W_\d]+", image.file.casefold()))
    return not words.isdisjoint(vocabulary("alt")["informative"]["files"])


def _told(image: Image) -> str:
    """What a person must decide, or why the picture surely matters."""
    if image.link is not None and not image.linked_text:
        return "Nothing else says where its link goes."
    if image.caption and image.caption.body:
        return "Does the caption say everything that it shows?"
    if _informative(image):
        return "Its file name says that it shows information."
    return "Is it only decoration?"
