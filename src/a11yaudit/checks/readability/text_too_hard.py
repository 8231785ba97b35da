"""Whether the text is harder than its readers can be asked to read."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Role
from a11yaudit.model.measurements import Readability
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict

EARLY_YEAR = 10
LAST_YEAR = 13
"""The last year of school; a text for more is one for university."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w")
"""A capital inside a sentence."""


class Params(NamedTuple):
    """Thresholds."""

    ease: float
    """The target on the scale of the calibrated reading ease."""
    words: int
    """A shorter text is only asked about."""
    quoted: float
    """Share of words in quotations from which the text is not the author's."""
    names: float
    """Share of words that are names from which the text is a list of them."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for a text with an ease: failed where it is long enough to tell and the whole band lies below the target."""
    measured = subject.measurements.readability
    if not subject.article.found or measured.ease is None or measured.ease_high is None:
        return
    if measured.ease >= params.ease:
        yield PASSED
        return
    values = {
        "ease": measured.ease,
        "ease_low": measured.ease_low,
        "ease_high": measured.ease_high,
        "target": params.ease,
        "level": measured.level,
        "harder": min(99, 100 - (measured.percentile or 0)),
        "year": _year(measured.grade),
    }
    hardest = measured.hardest
    related = (Related("the hardest passage starts here", hardest.location),) if hardest else ()
    sure = measured.ease_high < params.ease and measured.words >= params.words and _is_prose(subject, measured, params)
    yield Verdict(Outcome.FAILED if sure else Outcome.CANT_TELL, subject.running_text[0].location, values, related=related)


def _is_prose(subject: Subject, measured: Readability, params: Params) -> bool:
    """Whether most of the text is the author's own and no list of names."""
    blocks = subject.article.blocks
    quoted = sum(
        sentence.words
        for sentence in measured.sentences
        if blocks[sentence.block].role is Role.QUOTE or sentence.text.startswith(("“", '"', "‘"))
    )
    names = sum(len(_NAME.findall(sentence.text)) for sentence in measured.sentences)
    return quoted < params.quoted * measured.words and names < params.names * measured.words


def _year(grade: float | None) -> str:
    """The grade in plain words; a low one counts syllables and sentences, and does not see that the words are rare."""
    if grade is None or grade > LAST_YEAR:
        return "about university level"
    return f"about school year {round(grade)}" if grade >= EARLY_YEAR else "short sentences, but hard words"
