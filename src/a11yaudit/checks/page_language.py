"""The language that a page declares."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict
from a11yaudit.resources import vocabulary


@dataclass(frozen=True, slots=True)
class Params:
    """What is checked."""

    present: bool
    """Whether a declaration must be there; otherwise one that is there must be a language."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The document's root element: does it name its language?"""
    page = subject.page
    for number in page.numbers("html"):
        declared = (page.attribute(number, "lang") or "").strip()
        values = {"lang": declared, "detected": page.language.detected}
        if params.present:
            if page.tag(number).sourceline is not None:
                yield Verdict(Outcome.PASSED if declared else Outcome.FAILED, page.location(number), values, "lang")
        elif declared:
            yield Verdict(_valid(declared), page.location(number), values, declared)


def _valid(declared: str) -> Outcome:
    """A known two-letter code passes; a well-formed three-letter one may be in the registry."""
    subtag = declared.split("-")[0].lower()
    if subtag in vocabulary("languages")["two_letters"]:
        return Outcome.PASSED
    return Outcome.CANT_TELL if len(subtag) == 3 and subtag.isascii() and subtag.isalpha() else Outcome.FAILED
