"""Captions that stand twice in a row."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Role
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """How long a text must be to count."""

    words: int
    """Fewest words."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each caption: is it followed or preceded by its own words?"""
    repeated = {item.second.node: item for item in subject.measurements.captions.repeated}
    for block in subject.article.blocks:
        item = repeated.get(block.location.node) if repeated else None
        if item and len(item.text.split()) >= params.words:
            related = (Related("The first time", item.first),)
            outcome = Outcome.FAILED if item.sure else Outcome.CANT_TELL
            yield Verdict(outcome, block.location, {"text": item.text, "words": len(item.text.split())}, item.text, related)
        elif block.role is Role.CAPTION:
            yield PASSED
