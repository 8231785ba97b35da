"""Report each fault once: of several findings with one cause, one stays. It takes the worst severity and names the other rules.

Which rules can have one cause, and which of them speaks for the others, is declared in `rules/aspects.toml`.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from a11yaudit.model.outcome import Finding, Outcome, Severity
from a11yaudit.page.tree import Flat

MOST_INSIDE = 50
"""Findings inside an element that may have its cause."""
ORDER = {severity: place for place, severity in enumerate(Severity)}


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
    alive = dict(enumerate(findings))
    for place, (node, number) in reversed([*enumerate(placed)]):
        end = bisect_left(placed, (flat.end[node] if inside else node + 1, -1))
        others = [n for _, n in placed[place + 1 : min(end, place + MOST_INSIDE)] if n in alive and alive[n].rule != alive[number].rule]
        if others:
            speaker = min((number, *others), key=lambda n: _speaks_first(alive[n], rules))
            dropped = others if speaker == number else [number]
            alive[speaker] = _speaking_for(alive[speaker], [alive.pop(n) for n in dropped])
    return list(alive.values())


def _speaks_first(finding: Finding, rules: Sequence[str]) -> tuple[bool, int]:
    """A fault before a question, then the rule that is listed first."""
    return finding.outcome != Outcome.FAILED, rules.index(finding.rule)


def _speaking_for(finding: Finding, others: Sequence[Finding]) -> Finding:
    """A finding that names the rules of others, and is as grave as the worst of those that are as sure."""
    also = dict.fromkeys((*finding.also, *(rule for other in others for rule in (other.rule, *other.also))))
    nodes = [node for other in others for node in (other.location.node if other.location else -1, *other.also_at)]
    severity = min((finding.severity, *(o.severity for o in others if o.outcome == finding.outcome)), key=ORDER.__getitem__)
    return finding._replace(severity=severity, also=tuple(also), also_at=(*finding.also_at, *nodes))
