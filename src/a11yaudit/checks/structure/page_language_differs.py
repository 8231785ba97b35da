"""Whether the page is written in the language that it declares."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.page.language import primary_subtag
from a11yaudit.resources import vocabulary


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
            same = same or detected in subject.once(_of_parts)
            values = {"lang": page.attribute(number, "lang"), "detected": detected}
            yield PASSED if same else Verdict(Outcome.FAILED, page.location(number), values, "lang")


def _of_parts(subject: Subject) -> frozenset[str | None]:
    """The languages that parts of the page declare for themselves: their text is not that of the page's language."""
    page = subject.page
    body = next(iter(page.numbers("body")), -1)
    return frozenset(primary_subtag(page.attribute(number, "lang")) for number in subject.semantics.having("lang") if number > body)
