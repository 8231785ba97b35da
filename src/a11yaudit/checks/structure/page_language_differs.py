"""Whether the page is written in the language that it declares."""

from collections.abc import Iterator
from heapq import nlargest
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.page.language import detect, primary_subtag
from a11yaudit.page.page import UNREAD, collapse
from a11yaudit.resources import vocabulary
from a11yaudit.semantics.index import Cover

LONGEST = 20
"""Texts that are enough to tell a language: the longest are the article's."""


class Params(NamedTuple):
    """What is no difference."""

    near: tuple[str, ...]
    """Groups of subtags, parted by spaces, that a detection by letters can't keep apart."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for a document whose declared language is one and whose text is surely written in some language."""
    page = subject.page
    declared, detected = primary_subtag(page.language.declared), page.language.detected
    if declared not in vocabulary("languages")["two_letters"] or detected is None:
        return
    for number in page.numbers("html"):
        if page.attribute(number, "lang"):
            same = declared == detected or any({declared, detected} <= set(group.split()) for group in params.near)
            same = same or _apart(subject) != detected
            values = {"lang": page.attribute(number, "lang"), "detected": detected}
            yield PASSED if same else Verdict(Outcome.FAILED, page.location(number), values, "lang")


def _apart(subject: Subject) -> str | None:
    """The language of the text that has its language from the page, not from a part of it; None if too little is left to tell."""
    page, flat = subject.page, subject.page.flat
    body = next(iter(page.numbers("body")), -1)
    parts = [number for number in subject.semantics.having("lang") if number > body]
    if not parts:
        return page.language.detected
    cover = Cover(flat, parts)
    texts = [str(flat.nodes[i]) for i in flat.texts if i > body and not cover.holds(i) and flat.names[flat.parent[i]] not in UNREAD]
    return detect(collapse(" ".join(nlargest(LONGEST, texts, key=len))))
