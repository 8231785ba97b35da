"""Drawings that say by their role that they are pictures, without a name."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if
from a11yaudit.model.outcome import Verdict


class Params(NamedTuple):
    """Which roles."""

    roles: tuple[str, ...]


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed SVG element with an explicit role of a picture: does it have a name?"""
    semantics = subject.semantics
    for number in semantics.having("role"):
        if semantics.drawn(number) and semantics.roles.explicit.get(number) in params.roles and semantics.included(number):
            yield failed_if(subject, number, not semantics.name(number))
