"""Controls whose name does not hold the words that are seen on them."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from bs4.element import Tag

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.resources import vocabulary

_ASIDE = re.compile(r"\([^()]*\)")
_ABBREVIATION = re.compile(r"[^\W\d_]+\.(?=\s|$)")


class Params(NamedTuple):
    """Which controls."""

    roles: tuple[str, ...]


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed control that is named by an attribute over visible text: does its name hold that text?"""
    semantics = subject.semantics
    roles = frozenset(params.roles)
    for number in sorted({*semantics.having("aria-label"), *semantics.having("aria-labelledby")}):
        if semantics.role(number) not in roles or not semantics.included(number):
            continue
        name, label = semantics.name(number), semantics.sight.text(number)
        outcome = _compare(label, name) if label and name else None
        if outcome is Outcome.FAILED and _unsure(subject, number, label):
            outcome = Outcome.CANT_TELL
        if outcome is Outcome.PASSED:
            yield PASSED
        elif outcome:
            yield verdict(subject, number, outcome, about=label, label=shown(label), name=shown(name))


def words(text: str) -> tuple[str, ...]:
    """The words of a label or a name as W3C's rule compares them: without asides, case, accents' forms and signs."""
    folded = unicodedata.normalize("NFKD", _ASIDE.sub(" ", text).casefold())
    return tuple("".join(mark if mark.isalnum() or unicodedata.combining(mark) else " " for mark in folded).split())


def _compare(label: str, name: str) -> Outcome | None:
    """Passed, failed, or None where an abbreviation or a hyphen makes the words incomparable."""
    seen, heard = words(label), words(name)
    if not seen:
        return None
    if any(heard[place : place + len(seen)] == seen for place in range(len(heard) - len(seen) + 1)):
        return Outcome.PASSED
    if _abbreviated(label, heard) or _abbreviated(name, seen) or ("-" in label + name and "".join(seen) in "".join(heard)):
        return None
    return Outcome.FAILED


def _abbreviated(text: str, whole: tuple[str, ...]) -> bool:
    """Whether a word with a full stop stands for a longer word on the other side."""
    short = [match[0][:-1].casefold() for match in _ABBREVIATION.finditer(text)]
    return any(word.startswith(stem) and len(word) > len(stem) for stem in short for word in whole)


def _unsure(subject: Subject, number: int, label: str) -> bool:
    """Whether the visible text is a sign of one letter, drawn by an icon font, or perhaps hidden by a sheet that is not read."""
    if len(label) == 1 and label.isalpha():
        return True
    structure = vocabulary("structure")
    hints = frozenset(structure["icon_classes"]) | frozenset(structure["hidden_classes"])
    page, styles = subject.page, subject.semantics.styles
    for i in range(number, page.flat.end[number]):
        node = page.flat.nodes[i]
        if isinstance(node, Tag):
            if i != number and not styles.complete and "class" in node.attrs and subject.semantics.sight.text(i):
                return True
            if not hints.isdisjoint(part for name in node.attrs.get("class", ()) for part in (name.lower(), name.lower().split("-")[0])):
                return True
            family = styles.value(i, "font-family") or ""
            if any(mark in family for mark in structure["icon_fonts"]):
                return True
    return False
