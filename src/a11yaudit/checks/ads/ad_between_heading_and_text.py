"""Ads between a subheading and its text."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad: does no subheading stand right before it?"""
    for unit in advertising.ads(subject):
        yield advertising.verdict(unit) if unit.after_heading else PASSED
