"""What was found, in numbers."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from a11yaudit.model.outcome import Evaluation, Kind, Outcome, Severity
from a11yaudit.model.part import Part


@dataclass(frozen=True, slots=True)
class Tally:
    """The findings of a page or of a run, counted."""

    kinds: Mapping[Kind, int]
    suppressed: int
    """Findings that a page or the configuration asked to ignore."""

    def count(self, wanted: Callable[[Kind], bool]) -> int:
        """How many findings are wanted."""
        return sum(number for kind, number in self.kinds.items() if wanted(kind))

    def failed(self, parts: Collection[Part] = tuple(Part)) -> dict[Severity, int]:
        """Faults of some parts by severity, worst first."""
        counts = dict.fromkeys(Severity, 0)
        for kind, number in self.kinds.items():
            if kind.outcome == Outcome.FAILED and kind.part in parts:
                counts[kind.severity] += number
        return counts

    def cant_tell(self, parts: Collection[Part] = tuple(Part)) -> int:
        """How many findings of some parts a person must decide on."""
        return self.count(lambda kind: kind.outcome == Outcome.CANT_TELL and kind.part in parts)


def of(evaluation: Evaluation) -> Tally:
    """The tally of one page."""
    kinds: Counter[Kind] = Counter()
    for finding in evaluation.findings:
        kinds[Kind(finding.outcome, finding.severity, finding.state, finding.part)] += finding.stands_for
    return Tally(dict(kinds), sum(outcome.suppressed for outcome in evaluation.outcomes))


def total(tallies: Iterable[Tally]) -> Tally:
    """The tally of a run, of those of its pages."""
    kinds: Counter[Kind] = Counter()
    suppressed = 0
    for tally in tallies:
        kinds.update(tally.kinds)
        suppressed += tally.suppressed
    return Tally(dict(kinds), suppressed)
