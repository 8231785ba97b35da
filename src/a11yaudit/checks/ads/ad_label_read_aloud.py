"""Ad labels that are read out as part of the text."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad with a visible label: is it announced as something apart?"""
    for unit in advertising.ads(subject):
        if unit.label_location:
            yield PASSED if unit.announced else advertising.verdict(unit, location=unit.label_location)
