"""List items without the list that they belong to."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import called, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_LISTS = {"li": ("ul", "ol", "menu", "dir"), "dt": ("dl",), "dd": ("dl",)}
"""The element that each kind of item belongs to."""


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed li, dt and dd, those of one parent together: do they stand in their list?"""
    page, semantics = subject.page, subject.semantics
    astray: dict[int, list[int]] = {}
    for number in page.numbers(*_LISTS):
        if semantics.hidden(number) or "role" in page.tag(number).attrs:
            continue
        if _listed(subject, number):
            yield PASSED
        else:
            astray.setdefault(page.flat.parent[number], []).append(number)
    for items in astray.values():
        first = page.flat.names[items[0]]
        what = called(subject, items[0])
        yield verdict(
            subject, items[0], Outcome.FAILED, about=f"{first} {what}",
            what=what, count=len(items), item=f"<{first}>", list=f"<{_LISTS[first][0]}>",
        )  # fmt: skip


def _listed(subject: Subject, number: int) -> bool:
    """Whether the item's parent is its list; what a role or a custom element makes of it is not ours."""
    flat = subject.page.flat
    wanted = _LISTS[flat.names[number]]
    parent = flat.parent[number]
    if flat.names[parent] == "div" and "dl" in wanted:
        parent = flat.parent[parent]
    name = flat.names[parent] if parent >= 0 else ""
    return name in wanted or "-" in name or subject.page.attribute(parent, "role") is not None
