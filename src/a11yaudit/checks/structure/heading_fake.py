"""Paragraphs that look like headings and are none."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import emphasised, shown, verdict
from a11yaudit.model.article import Block, Role
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.resources import vocabulary

LONGEST = 99
"""Characters of the longest heading."""
_BOLD = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_LIKE_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
"""Classes that style frameworks have for a text that looks like a heading."""
_ENDS = (".", ",", ";", ":", "…", "-", "–", "—", "。", ")", "]")


class Params(NamedTuple):
    """What looks like a heading."""

    words: int
    """Most words of a heading."""
    ratio: float
    """The paragraph after it is at least so many times as long."""
    larger: float
    """A text so many times as large as what is around it looks like a heading."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each short bold paragraph before a long one: is it a heading?"""
    bold = vocabulary("structure")["bold_elements"]
    for block, after in pairwise(subject.running_text):
        if block.role is not Role.BODY or after.role is not Role.BODY:
            continue
        if block.level is not None or subject.semantics.role(block.location.node) == "heading":
            yield PASSED
        elif _short(block, after, params) and _looks(subject, block.location.node, bold, params):
            text = shown(block.text)
            yield verdict(subject, block.location.node, Outcome.CANT_TELL, about=text, text=text)
        else:
            yield PASSED


def _looks(subject: Subject, number: int, bold: Sequence[str], params: Params) -> bool:
    """Whether a paragraph, or the one element that holds all its text, is in bold or large by element, style or class."""
    if emphasised(subject, number, bold):
        return True
    page = subject.page
    texts = [i for i in page.inside(number) if type(node := page.flat.nodes[i]) is str and not node.isspace()]
    return bool(texts) and all(_stands_out(subject, page.flat.parent[i], number, params) for i in texts)


def _stands_out(subject: Subject, inner: int, outer: int, params: Params) -> bool:
    """Whether a text's element, or one between it and its paragraph, is set like a heading."""
    styles, page = subject.semantics.styles, subject.page
    while inner >= outer:
        weight = styles.value(inner, "font-weight") or ""
        size = styles.font_size(inner) if styles.value(inner, "font-size") else None
        around = styles.font_size(page.flat.parent[inner]) if size else None
        larger = size is not None and around is not None and size >= params.larger * around
        named = not _LIKE_HEADINGS.isdisjoint(map(str.lower, page.tag(inner).attrs.get("class", ())))
        if weight in _BOLD or larger or named:
            return True
        inner = page.flat.parent[inner]
    return False


def _short(block: Block, after: Block, params: Params) -> bool:
    """Whether a paragraph has the length and the end of a heading."""
    text = block.text.strip().rstrip("\"'”’»")
    if not text or len(text) > LONGEST or len(after.text) < params.ratio * len(text) or text.endswith(_ENDS):
        return False
    cased = any(map(str.isupper, text)) or not any(map(str.islower, text))
    return cased and len(text.split()) <= params.words
