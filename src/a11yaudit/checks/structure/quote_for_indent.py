"""Quotes that are no quotes."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import HEADINGS, shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """What is no quote."""

    share: float
    """The share of the article's words from which on a quote is suspicious."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed block quote of the article: does it hold no heading and not most of the text?"""
    semantics, page = subject.semantics, subject.page
    if not semantics.with_role("blockquote"):
        return
    text = sorted((block.location.node, block.text) for block in subject.running_text)
    places = [node for node, _ in text]
    quotes = [n for n in semantics.with_role("blockquote") if bisect_left(places, n) < bisect_left(places, page.flat.end[n])]
    if not quotes:
        return
    heads = page.numbers(*HEADINGS)
    before = [0, *accumulate(len(words.split()) for _, words in text)]
    done = -1
    for number in quotes:
        end = page.flat.end[number]
        held = before[bisect_left(places, end)] - before[bisect_left(places, number)]
        if number < done or not held:
            continue
        done = end
        if held > params.share * before[-1] or bisect_left(heads, number) < bisect_left(heads, end):
            quote = shown(semantics.text(number))
            yield verdict(subject, number, Outcome.CANT_TELL, about=quote, text=quote)
        else:
            yield PASSED
