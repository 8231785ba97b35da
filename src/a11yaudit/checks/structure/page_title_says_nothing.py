"""Titles that say nothing about the article."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.resources import vocabulary


class Params(NamedTuple):
    """No thresholds."""


@cache
def _placeholders() -> frozenset[str]:
    return frozenset(word for words in vocabulary("structure")["page_titles"].values() for word in words)


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The title of a page with an article: is it more than a placeholder?"""
    page, title = subject.page, subject.page.title
    if not title or not page.whole or not subject.article.found:
        return
    if title.casefold().strip(" .-–|") in _placeholders():
        number = next(iter(page.numbers("title")), page.numbers("html")[0])
        yield verdict(subject, number, Outcome.FAILED, about="title", title=shown(title))
    else:
        yield PASSED
