"""Cells whose `headers` point nowhere."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if, shown
from a11yaudit.model.outcome import Verdict
from a11yaudit.semantics.aria import TABLES


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each `headers` of a cell in a visible, exposed table: is every id one of another cell of that table?"""
    semantics, page = subject.semantics, subject.page
    for number in semantics.having("headers"):
        named = (page.attribute(number, "headers") or "").split()
        table = semantics.roles.table(number) if page.tag(number).name in ("td", "th") else None
        if not named or table is None or semantics.role(table) not in TABLES:
            continue
        made = semantics.roles.grid(table)
        if made is not None and semantics.included(table) and semantics.sight.visible(table):
            wrong = [name for name in named if made.by_id.get(name, number) == number]
            yield failed_if(subject, number, bool(wrong), headers=[shown(name) for name in wrong])
