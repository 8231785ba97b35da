"""Ads right beside a picture of the article."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Zone
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad inside the text: is there text between it and the pictures? Whether the two look like one, only a person sees."""
    for unit in advertising.ads(subject):
        if unit.zone is Zone.BODY:
            yield advertising.verdict(unit, Outcome.CANT_TELL) if unit.beside_picture else PASSED
