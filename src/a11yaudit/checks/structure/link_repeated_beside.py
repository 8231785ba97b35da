"""A picture and a text beside it that are two links to the same place with the same words."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import named_inside, shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each two links in a row to one place, one of them a picture: do they say different things?"""
    page, semantics = subject.page, subject.semantics
    for first, second in pairwise(semantics.with_role("link")):
        target = (page.attribute(first, "href") or "").strip()
        if not target or target != (page.attribute(second, "href") or "").strip():
            continue
        if _picture(subject, first) == _picture(subject, second):
            continue
        name = semantics.name(first)
        if name and name.casefold() == semantics.name(second).casefold():
            related = (Related("The same link again", page.location(second)),)
            yield verdict(subject, first, Outcome.FAILED, about=name, related=related, text=shown(name))
        else:
            yield PASSED


def _picture(subject: Subject, number: int) -> bool:
    """Whether a link shows a picture and no words."""
    return any(named_inside(subject, number, "img", "svg")) and not subject.semantics.text(number)
