"""Ads inside the text that no landmark sets apart."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Zone
from a11yaudit.model.outcome import PASSED, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad inside the text that shows something and has no visible label: can a listener tell and skip it?"""
    for unit in advertising.ads(subject):
        if unit.zone is Zone.BODY and unit.label_location is None and not unit.empty:
            yield PASSED if unit.announced else advertising.verdict(unit)
