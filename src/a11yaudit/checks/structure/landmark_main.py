"""The main landmark."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import hidden_page, verdict
from a11yaudit.model.article import Role
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """Which fault."""

    fault: str
    """`missing`, `several`, or `outside`: the article's text does not stand in it."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The document with an article: is there one main landmark, with the article in it?"""
    page = subject.page
    mains = subject.semantics.with_role("main")
    texts = subject.once(_texts)
    if not texts or hidden_page(subject):
        return
    if params.fault == "missing":
        yield PASSED if mains else verdict(subject, page.numbers("body")[0], Outcome.FAILED, about="main")
    elif mains and params.fault == "several":
        related = tuple(Related("Another main landmark", page.location(number)) for number in mains[1:5])
        several = len(mains) > 1
        yield verdict(subject, mains[0], Outcome.FAILED, about="main", related=related, count=len(mains)) if several else PASSED
    elif mains:
        inside = any(main < text < page.flat.end[main] for main in mains[:9] for text in texts)
        yield PASSED if inside else verdict(subject, texts[0], Outcome.FAILED, about="main")


def _texts(subject: Subject) -> list[int]:
    """The paragraphs of an article; none where no article was found, or where the file is no whole document."""
    told = subject.article.found and subject.page.whole
    return [block.location.node for block in subject.running_text if block.role is Role.BODY] if told else []
