"""One fault is told once: of findings that have one cause the worst stays and names the other rules.

Which rules can have one cause is declared in `rules/aspects.toml`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from a11yaudit.model.outcome import Finding, Outcome, Severity
from a11yaudit.page.tree import Flat

MOST_INSIDE = 50
"""Findings inside an element that may have its cause."""
_ORDER = {severity: place for place, severity in enumerate(Severity)}


def told_once(findings: Sequence[Finding], causes: Iterable[Mapping[str, Any]], flat: Flat) -> list[Finding]:
    """The findings without those that another one of the same cause speaks for."""
    kept = list(findings)
    for cause in causes:
        kept = _merged(kept, cause["rules"], cause["inside"], flat)
    return kept


def _merged(findings: list[Finding], rules: Sequence[str], inside: bool, flat: Flat) -> list[Finding]:
    """The findings with one cause merged; elements are looked at from the innermost to the outermost."""
    placed = [(finding.location.node, number) for number, finding in enumerate(findings) if finding.location and finding.rule in rules]
    if len(placed) < 2:
        return findings
    placed.sort()
    alive = {number: finding for number, finding in enumerate(findings)}
    for place, (node, number) in reversed([*enumerate(placed)]):
        end = bisect_left(placed, (flat.end[node] if inside else node + 1, -1))
        others = [n for _, n in placed[place + 1 : min(end, place + MOST_INSIDE)] if n in alive and alive[n].rule != alive[number].rule]
        if others:
            worst = min((number, *others), key=lambda n: _worst_first(alive[n], rules))
            dropped = others if worst == number else [number]
            also = [rule for n in dropped for rule in (alive[n].rule, *alive[n].also)]
            for n in dropped:
                del alive[n]
            alive[worst] = alive[worst]._replace(also=tuple(dict.fromkeys((*alive[worst].also, *also))))
    return list(alive.values())


def _worst_first(finding: Finding, rules: Sequence[str]) -> tuple[bool, int, int]:
    """Of two that are as bad the one stays whose rule is listed first."""
    return finding.outcome != Outcome.FAILED, _ORDER[finding.severity], rules.index(finding.rule)
