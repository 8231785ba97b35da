"""Link texts that say nothing about their target."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import article_links, failed_if, shown
from a11yaudit.model.outcome import Verdict
from a11yaudit.resources import vocabulary


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each link of the article: does its name say where it goes?"""
    vague = frozenset(text for texts in vocabulary("links")["vague"].values() for text in texts)
    for number in article_links(subject):
        name = subject.semantics.name(number)
        if name:
            wrong = name.casefold().strip(" .…»›>→!:[]()") in vague
            href = shown(subject.page.attribute(number, "href") or "")
            yield failed_if(subject, number, wrong, about=name, text=shown(name), href=href)
