"""Whole paragraphs in bold or italics."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import emphasised, shown, verdict
from a11yaudit.model.article import Role
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.resources import vocabulary


class Params(NamedTuple):
    """What is long."""

    words: int


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each long paragraph between the first and the last: is it not all in bold or italics?"""
    listed = vocabulary("structure")
    elements = [*listed["bold_elements"], *listed["italic_elements"]]
    paragraphs = [block for block in subject.running_text if block.role is Role.BODY]
    for block in paragraphs[1:-1]:
        if len(block.text.split(None, params.words - 1)) >= params.words:
            if emphasised(subject, block.location.node, elements):
                text = shown(block.text)
                yield verdict(subject, block.location.node, Outcome.CANT_TELL, about=text, text=text)
            else:
                yield PASSED
