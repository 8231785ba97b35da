"""Pages that hide themselves from assistive technology."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if
from a11yaudit.model.outcome import Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The body of a document: is it there for assistive technology?"""
    if subject.page.whole:
        for number in subject.page.numbers("body")[:1]:
            wrong = (subject.page.attribute(number, "aria-hidden") or "").strip().lower() == "true"
            yield failed_if(subject, number, wrong, about="body")
