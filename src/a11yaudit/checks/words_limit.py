"""Whether sentences, paragraphs and stretches between subheadings are short enough."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.location import Location
from a11yaudit.model.measurements import Readability
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

EXCERPT = 80
"""Characters of a paragraph that a finding shows."""
Part = tuple[int, Location, dict[str, Any], str]
"""Words, place, what a finding shows besides, and what the fingerprint is made of."""


class Params(NamedTuple):
    """What is limited, and to how much."""

    parts: str
    """`sentences`, `paragraphs` or `stretches`."""
    words: int


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each part with words."""
    if not subject.article.found:
        return
    for words, location, shown, about in _parts(subject.measurements.readability, params.parts):
        if words > params.words:
            yield Verdict(Outcome.FAILED, location, {**shown, "words": words, "limit": params.words}, about)
        elif words:
            yield PASSED


def _parts(reading: Readability, parts: str) -> Iterator[Part]:
    if parts == "sentences":
        yield from ((item.words, item.location, {"text": item.text}, item.text) for item in reading.sentences)
    elif parts == "paragraphs":
        for paragraph in reading.paragraphs:
            shown = {"text": paragraph.text[:EXCERPT], "sentences": paragraph.sentences}
            yield paragraph.words, paragraph.location, shown, paragraph.text
    else:
        yield from ((item.words, item.location, {}, f"stretch {number}") for number, item in enumerate(reading.stretches, 1))
