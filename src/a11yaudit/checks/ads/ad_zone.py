"""Ads in a part of the page where none should be."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Verdict


class Params(NamedTuple):
    """Which part."""

    zone: str
    """`before-headline` or `body`."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad: does it stand elsewhere?"""
    for unit in advertising.ads(subject):
        yield advertising.verdict(unit) if unit.zone == params.zone else PASSED
