"""Quotes in another language that do not say so."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.article import Role
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.page.language import detect, primary_subtag


class Params(NamedTuple):
    """Which quotes."""

    characters: int
    """Shortest quote whose language is looked at."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each long quote of the article: is it in the language that is in force there?"""
    used = subject.page.language.used
    for block in subject.running_text:
        if block.role is not Role.QUOTE or len(block.text) < params.characters or used is None:
            continue
        detected = detect(block.text)
        wrong = detected is not None and detected not in (used, _declared(subject, block.location.node))
        if wrong:
            text = shown(block.text)
            yield verdict(subject, block.location.node, Outcome.CANT_TELL, about=text, text=text, language=detected)
        else:
            yield PASSED


def _declared(subject: Subject, number: int) -> str | None:
    """The language that the page says is in force at an element."""
    page = subject.page
    given = (page.attribute(i, "lang") for i in (number, *page.ancestors(number)))
    return primary_subtag(next((lang for lang in given if lang), None))
