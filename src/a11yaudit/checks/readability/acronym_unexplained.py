"""Whether an acronym is explained."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.measure.readability import lexicon
from a11yaudit.model.measurements import Acronym
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_SPOKEN = re.compile(r"(?=.{4})(?!.*[^AEIOUY]{3})[A-Z]*[AEIOUY][A-Z]*")
"""Four capitals and more that can be said as a word."""


class Params(NamedTuple):
    """Word list and thresholds."""

    known: tuple[str, ...]
    """Acronyms that need no explanation."""
    common: float
    """Zipf value from which the acronym is so common that it needs none."""
    uses: int
    """An acronym with fewer uses is not looked at."""
    languages: tuple[str, ...]
    """Languages that the word list is for."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each acronym that is not known to all; what is not spoken of as "the PWC" may be a name."""
    measured = subject.measurements.readability
    if not subject.article.found or not measured.acronyms or measured.language not in params.languages:
        return
    known, titled = frozenset(params.known), _titled(subject)
    for acronym in measured.acronyms:
        rare = acronym.text not in known and (lexicon.zipf(acronym.text.lower()) or 0.0) < params.common
        if rare and acronym.uses >= params.uses:
            yield PASSED if acronym.explained or acronym.text in titled else _verdict(acronym)


def _verdict(acronym: Acronym) -> Verdict:
    institution = 2 * acronym.as_noun >= acronym.uses and not _SPOKEN.fullmatch(acronym.text)
    outcome = Outcome.FAILED if institution else Outcome.CANT_TELL
    values = {"acronym": acronym.text, "uses": acronym.uses, "text": acronym.sentence, "expansion": acronym.expansion}
    return Verdict(outcome, acronym.location, values, acronym.text)


def _titled(subject: Subject) -> frozenset[str]:
    """The acronyms that an `<abbr title>` explains."""
    page = subject.page
    return frozenset(page.tag(number).get_text().strip() for number in page.numbers("abbr", "acronym") if page.attribute(number, "title"))
