"""Quotes that are no quotes."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import HEADINGS, PASSED, shown, verdict
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """What is no quote."""

    share: float
    """The share of the article's words from which on a quote is suspicious."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed block quote of the article: does it hold no heading and not most of the text?"""
    semantics, page = subject.semantics, subject.page
    quotes = semantics.with_role("blockquote")
    if not quotes:
        return
    heads = page.numbers(*HEADINGS)
    words = {block.location.node: len(block.text.split()) for block in subject.article.running_text}
    total = sum(words.values())
    done = -1
    for number in quotes:
        inside = page.inside(number)
        held = sum(count for node, count in words.items() if node == number or node in inside)
        if number < done or not held:
            continue
        done = page.flat.end[number]
        if held > params.share * total or any(head in inside for head in heads):
            text = shown(semantics.text(number))
            yield verdict(subject, number, Outcome.CANT_TELL, about=text, text=text)
        else:
            yield PASSED
