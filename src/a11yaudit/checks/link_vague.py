"""Link texts that say nothing about their target."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict
from a11yaudit.resources import vocabulary


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each link of the article: does its name say where it goes?"""
    body = {block.location.node for block in subject.article.running_text}
    vague = frozenset(vocabulary("links")["vague"])
    for number in subject.page.numbers("a"):
        if body.isdisjoint((number, *subject.page.ancestors(number))) or not subject.semantics.exposed(number):
            continue
        link = subject.semantics.element(number)
        if link.role == "link" and link.name:
            outcome = Outcome.FAILED if link.name.casefold().strip(" .…»›>→!") in vague else Outcome.PASSED
            yield Verdict(outcome, link.location, {"text": link.name[:120], "href": link.attributes["href"][:120]}, link.name[:120])
