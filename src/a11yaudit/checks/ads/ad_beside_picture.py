"""Ads that stand right beside a picture of the article."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Zone
from a11yaudit.model.outcome import PASSED, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad inside the text: does text stand between it and the pictures?"""
    for unit in advertising.ads(subject):
        if unit.zone is Zone.BODY:
            yield advertising.verdict(unit) if unit.beside_picture else PASSED
