"""Link texts that say nothing about their target."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import article_links, shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.resources import vocabulary


class Params(NamedTuple):
    """No thresholds."""


@cache
def _vague() -> frozenset[str]:
    return frozenset(text for texts in vocabulary("links")["vague"].values() for text in texts)


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each link of the article: does its name say where it goes?"""
    vague = _vague()
    for number in article_links(subject):
        name = subject.semantics.name(number)
        if name:
            if name.casefold().strip(" .…»›>→!:[]()") in vague and not _proper(subject, number, name):
                href = shown(subject.page.attribute(number, "href") or "")
                yield verdict(subject, number, Outcome.FAILED, about=name, text=shown(name), href=href)
            else:
                yield PASSED


def _proper(subject: Subject, number: int, name: str) -> bool:
    """Whether a capital in the middle of a sentence makes a name of it ("written in Go"); German writes all nouns so."""
    before = subject.page.flat.nodes[number - 1]
    if subject.article.language == "de" or not name[0].isupper() or len(name.split()) > 1 or type(before) is not str:
        return False
    told = before.rstrip()
    return bool(told) and before != told and (told[-1].isalnum() or told[-1] == ",")
