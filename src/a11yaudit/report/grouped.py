"""Findings that look alike are shown once, with how many more there are."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from a11yaudit.model.outcome import Finding, Outcome, Severity
from a11yaudit.model.part import Part
from a11yaudit.model.tally import Tally

MOST_LINES = 5
"""Lines of the source that are named of those that look like the one that is shown."""


class Group(NamedTuple):
    """The first of some findings that look alike, and the others."""

    finding: Finding
    others: tuple[Finding, ...]

    @property
    def more(self) -> str:
        """How many more there are, and where: empty where there are none."""
        if not self.others:
            return ""
        lines = list(dict.fromkeys(str(other.location.line) for other in self.others if other.location))
        where = f" (line{'s' if len(lines) > 1 else ''} {', '.join(lines[:MOST_LINES])}{' …' if len(lines) > MOST_LINES else ''})"
        return f"and {len(self.others)} more like it{where if lines else ''}"


def groups(findings: Iterable[Finding]) -> list[Group]:
    """Findings by group, in the order of the first of each. What a comparison says of them parts a group."""
    found: dict[tuple[str, object], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.group, finding.state), []).append(finding)
    return [Group(listed[0], tuple(listed[1:])) for listed in found.values()]


def by_severity(counts: Mapping[Severity, int]) -> str:
    """`3 serious, 1 minor`; empty for none."""
    return ", ".join(f"{count} {severity}" for severity, count in counts.items() if count)


def issues(tally: Tally, parts: Collection[Part]) -> str:
    """`3 serious, 1 minor issues; 1 question for you`."""
    failed, asked = tally.failed(parts), tally.cant_tell(parts)
    total = sum(failed.values())
    told = f"{by_severity(failed)} {'issue' if total == 1 else 'issues'}" if total else "no issues"
    return f"{told}; {asked} {'question' if asked == 1 else 'questions'} for you" if asked else told


def around(findings: Iterable[Finding]) -> Iterator[tuple[str, int]]:
    """The rules that fail around the article and how often, the most frequent first."""
    counts: dict[str, int] = {}
    for finding in findings:
        if finding.part == Part.AROUND and finding.outcome == Outcome.FAILED:
            counts[finding.rule] = counts.get(finding.rule, 0) + 1
    yield from sorted(counts.items(), key=lambda item: (-item[1], item[0]))
