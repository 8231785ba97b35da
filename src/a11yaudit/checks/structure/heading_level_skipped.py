"""Heading levels that are skipped."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import headings, shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each heading of the article after its headline: is it at most one level deeper than the one before?"""
    article = subject.article
    inside = {block.location.node for block in subject.running_text if block.level}
    inside |= {article.headline.location.node} if article.headline else set()
    heads = [(number, level) for number, level in headings(subject) if number in inside]
    for (_, before), (number, level) in pairwise(heads):
        if level > before + 1:
            text = shown(subject.semantics.name(number))
            yield verdict(subject, number, Outcome.FAILED, about=text, text=text, level=level, before=before)
        else:
            yield PASSED
