"""Whether an acronym is explained."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """Word list and threshold."""

    known: tuple[str, ...]
    """Acronyms that need no explanation."""
    uses: int
    """An acronym with fewer uses is not looked at."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each acronym that is not known to all."""
    if not subject.article.found:
        return
    known = frozenset(params.known)
    for acronym in subject.measurements.readability.acronyms:
        if acronym.text not in known and acronym.uses >= params.uses:
            values = {"acronym": acronym.text, "uses": acronym.uses, "text": acronym.sentence, "expansion": acronym.expansion}
            yield Verdict(Outcome.PASSED if acronym.explained else Outcome.FAILED, acronym.location, values, acronym.text)
