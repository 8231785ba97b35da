"""Ads that break a paragraph, quotation or list in two."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Zone
from a11yaudit.model.outcome import PASSED, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad: does it stand between blocks?"""
    for unit in advertising.ads(subject):
        broken = unit.inside is not None and unit.zone is Zone.BODY
        yield advertising.verdict(unit, inside=unit.inside) if broken else PASSED
