"""The page's title."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if
from a11yaudit.model.outcome import Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The HTML document: does it have a title with words in it?"""
    if subject.page.whole:
        yield failed_if(subject, subject.page.numbers("html")[0], not subject.page.title, about="title")
