"""Justified text."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import verdict
from a11yaudit.model.article import PROSE
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The article: is none of its paragraphs justified by an attribute, an inline style or a sheet of the page?"""
    blocks = [block.location.node for block in subject.running_text if block.role in PROSE]
    justified = [number for number in blocks if _justified(subject, number)] if _anywhere(subject) else []
    if justified:
        yield verdict(subject, justified[0], Outcome.FAILED, about="justified", paragraphs=len(justified))
    elif blocks:
        yield PASSED


def _anywhere(subject: Subject) -> bool:
    """Whether the page justifies anything."""
    semantics = subject.semantics
    return bool(semantics.having("align")) or any(found.value == "justify" for found in semantics.styles.declaring("text-align").values())


def _justified(subject: Subject, number: int) -> bool:
    declared = subject.semantics.styles.source(number, "text-align")
    if declared:
        return declared[1].value == "justify"
    return (subject.page.attribute(number, "align") or "").strip().lower() == "justify"
