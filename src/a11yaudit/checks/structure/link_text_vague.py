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
            if name.casefold().strip(" .…»›>→!:[]()") in vague:
                href = shown(subject.page.attribute(number, "href") or "")
                yield verdict(subject, number, Outcome.FAILED, about=name, text=shown(name), href=href)
            else:
                yield PASSED
