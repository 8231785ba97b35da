"""Boxes inside the text that are no ads: related links, newsletter forms, promotion, surveys, players that start by themselves."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.measure.ads import listening_seconds
from a11yaudit.measure.reading_time.rates import rates_of
from a11yaudit.model.article import Interruption, Zone
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

SHOWN = 80
"""Characters of its words that a fix quotes."""


class Params(NamedTuple):
    """Which boxes."""

    kind: str
    """A kind of interruption."""
    outcome: str
    """The outcome for one inside the text: `failed`, or `cantTell` where a person must look."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each box of the kind that shows something: does it stand outside the text? Neighbours inside it are one interruption."""
    units = [unit for unit in _shown(subject) if unit.kind == params.kind]
    met = [unit for unit in units if unit.zone is Zone.BODY]
    for _, group in groupby(met, key=lambda unit: unit.words_before):
        yield _verdict(list(group), subject, Outcome(params.outcome))
    for _ in range(len(units) - len(met)):
        yield PASSED


def _shown(subject: Subject) -> list[Interruption]:
    return [unit for unit in subject.article.interruptions if not unit.empty] if subject.article.found else []


def _verdict(group: list[Interruption], subject: Subject, outcome: Outcome) -> Verdict:
    heard = " ".join(unit.text for unit in group if unit.text)
    seconds = max(1, round(listening_seconds(group, rates_of(subject.article.language))))
    told = "1 second" if seconds == 1 else f"{seconds} seconds"
    shown = heard if len(heard) <= SHOWN else f"{heard[: SHOWN - 1].rstrip()}…"
    return advertising.verdict(group[0], outcome, heard=shown, seconds=seconds, told=told)
