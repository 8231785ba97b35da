"""Passages whose declared language does not exist."""

from collections.abc import Iterator
from typing import NamedTuple

from bs4.element import Tag

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if, shown
from a11yaudit.model.outcome import PASSED, Verdict
from a11yaudit.page.language import registered

_CODE = frozenset({"pre", "code", "samp", "kbd"})
"""Elements whose `lang` names a programming language, for a highlighter."""
_SPOKEN = ("alt", "aria-label", "title", "placeholder")


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each `lang` in the body that some text takes its language from: is it a language?"""
    page = subject.page
    bodies = page.numbers("body")
    given = {
        n: page.attribute(n, "lang") or ""
        for n in subject.semantics.having("lang")
        if bodies and n >= bodies[0] and page.flat.names[n] not in _CODE
    }
    marked = frozenset(number for number, value in given.items() if value)
    for number in sorted(marked):
        if registered(given[number].strip()):
            yield PASSED
        elif _governs(subject, number, marked):
            yield failed_if(subject, number, True, lang=shown(given[number]))


def _governs(subject: Subject, number: int, marked: frozenset[int]) -> bool:
    """Whether any text that is seen or heard has its language from an element."""
    flat = subject.page.flat
    i = number
    while i < flat.end[number]:
        if i in marked and i != number:
            i = flat.end[i]
            continue
        if _speaks(subject, i):
            return True
        i += 1
    return False


def _speaks(subject: Subject, number: int) -> bool:
    node = subject.page.flat.nodes[number]
    semantics = subject.semantics
    if isinstance(node, Tag):
        return not semantics.hidden(number) and any((subject.page.attribute(number, name) or "").strip() for name in _SPOKEN)
    return type(node) is str and not node.isspace() and (not semantics.hidden(number) or semantics.sight.seen(number))
