"""Whether the page is written in the language that it declares."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict
from a11yaudit.page.language import primary_subtag
from a11yaudit.resources import vocabulary


@dataclass(frozen=True, slots=True)
class Params:
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
            values = {"lang": page.attribute(number, "lang"), "detected": detected}
            yield Verdict(Outcome.PASSED if same else Outcome.FAILED, page.location(number), values, "lang")
