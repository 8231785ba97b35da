"""Paragraphs that look like headings and are none."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import emphasised, shown, verdict
from a11yaudit.model.article import Block, Role
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.resources import vocabulary

LONGEST = 99
"""Characters of the longest heading."""
_ENDS = (".", ",", ";", ":", "…", "-", "–", "—", "。", ")", "]")


class Params(NamedTuple):
    """What looks like a heading."""

    words: int
    """Most words of a heading."""
    ratio: float
    """The paragraph after it is at least so many times as long."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each short bold paragraph before a long one: is it a heading?"""
    bold = vocabulary("structure")["bold_elements"]
    for block, after in pairwise(subject.running_text):
        if block.role is not Role.BODY or after.role is not Role.BODY:
            continue
        if block.level is None and _short(block, after, params) and emphasised(subject, block.location.node, bold):
            text = shown(block.text)
            yield verdict(subject, block.location.node, Outcome.CANT_TELL, about=text, text=text)
        else:
            yield PASSED


def _short(block: Block, after: Block, params: Params) -> bool:
    """Whether a paragraph has the length and the end of a heading."""
    text = block.text.strip().rstrip("\"'”’»")
    if not text or len(text) > LONGEST or len(after.text) < params.ratio * len(text) or text.endswith(_ENDS):
        return False
    cased = any(map(str.isupper, text)) or not any(map(str.islower, text))
    return cased and len(text.split()) <= params.words
