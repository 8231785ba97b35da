"""The language that a page declares."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if, shown
from a11yaudit.model.outcome import Verdict
from a11yaudit.page.language import registered


class Params(NamedTuple):
    """What is checked."""

    present: bool
    """Whether a declaration must be there; otherwise one that is there must be a language."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The root of an HTML document: does it name its language?"""
    page = subject.page
    if not page.whole:
        return
    number = page.numbers("html")[0]
    declared = (page.attribute(number, "lang") or "").strip()
    values = {"lang": shown(declared), "detected": page.language.detected}
    if params.present:
        yield failed_if(subject, number, not declared, about="lang", **values)
    elif declared:
        yield failed_if(subject, number, not registered(declared), about=declared, **values)
