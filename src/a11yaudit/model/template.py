"""Faults that several pages share because of their template: reported, and fixed, once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from a11yaudit.model.location import Location
from a11yaudit.model.outcome import Finding, Outcome, Severity
from a11yaudit.model.part import Part

_ORDER = {severity: place for place, severity in enumerate(Severity)}
_TEMPLATED = (Part.PAGE, Part.AROUND)


class Spot(NamedTuple):
    """The faults of one group on one page."""

    group: str
    rule: str
    part: Part
    severity: Severity
    message: str
    """Of the first one."""
    location: Location | None
    times: int


@dataclass(frozen=True, slots=True)
class Template:
    """The faults of one group on several pages."""

    group: str
    rule: str
    part: Part
    severity: Severity
    message: str
    path: str
    """A page that has it."""
    location: Location | None
    """The place on that page."""
    pages: int
    of: int
    """Pages of the run."""
    places: int
    """Faults on all pages."""


def spots(findings: Iterable[Finding]) -> tuple[Spot, ...]:
    """What one page has of faults that a template may make."""
    found: dict[str, Spot] = {}
    for finding in findings:
        if finding.outcome == Outcome.FAILED and finding.part in _TEMPLATED:
            known = found.get(finding.group)
            found[finding.group] = (
                known._replace(times=known.times + 1)
                if known
                else Spot(finding.group, finding.rule, finding.part, finding.severity, finding.message, finding.location, 1)
            )
    return tuple(found.values())


def templates(pages: Iterable[tuple[str, Sequence[Spot]]], of: int) -> tuple[Template, ...]:
    """The faults that two pages or more share, those on most pages first, then the worst. `pages` are paths with their spots."""
    first: dict[str, tuple[str, Spot]] = {}
    on: dict[str, int] = {}
    places: dict[str, int] = {}
    for path, listed in pages:
        for spot in listed:
            first.setdefault(spot.group, (path, spot))
            on[spot.group] = on.get(spot.group, 0) + 1
            places[spot.group] = places.get(spot.group, 0) + spot.times
    found = [
        Template(group, spot.rule, spot.part, spot.severity, spot.message, path, spot.location, on[group], of, places[group])
        for group, (path, spot) in first.items()
        if on[group] > 1
    ]
    return tuple(sorted(found, key=lambda item: (-item.pages, _ORDER[item.severity], item.rule, item.group)))
