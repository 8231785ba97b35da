"""Whether the article's text stands in the page, or only in its metadata."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Both from the rule."""

    least_words: int
    least_share: float


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The text in JSON-LD (`articleBody`) of a length that makes an article: is it in the page as well?"""
    told = subject.article.metadata
    if told.body_words < params.least_words:
        return
    shown = subject.article.words
    if shown >= params.least_share * told.body_words:
        yield PASSED
    else:
        yield Verdict(Outcome.FAILED, told.body_location, {"told": told.body_words, "shown": shown}, "articleBody")
