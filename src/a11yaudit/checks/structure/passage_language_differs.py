"""Passages that are in another language than they declare."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.page.language import SAMPLE, detect, primary_subtag
from a11yaudit.page.page import collapse
from a11yaudit.resources import vocabulary


class Params(NamedTuple):
    """Which passages."""

    characters: int
    """Shortest passage whose language is looked at."""
    near: tuple[str, ...]
    """Groups of subtags, parted by spaces, that a detection by letters can't keep apart."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each part of the body that declares a language and has much text of its own: is the text in that language?"""
    page = subject.page
    body = next(iter(page.numbers("body")), -1)
    marked = frozenset(number for number in subject.semantics.having("lang") if number > body)
    for number in sorted(marked):
        declared = primary_subtag(page.attribute(number, "lang"))
        text = _own_text(subject, number, marked) if declared in vocabulary("languages")["two_letters"] else ""
        detected = detect(text) if len(text) >= params.characters else None
        if detected is None:
            continue
        if detected == declared or any({declared, detected} <= set(group.split()) for group in params.near):
            yield PASSED
        else:
            quote = shown(text)
            yield verdict(subject, number, Outcome.CANT_TELL, about=text[:SAMPLE], text=quote, lang=declared, detected=detected)


def _own_text(subject: Subject, number: int, marked: frozenset[int]) -> str:
    """The text that is read out in the language of an element, as much as is needed to tell it."""
    flat, semantics = subject.page.flat, subject.semantics
    parts, length, i = list[str](), 0, number + 1
    while i < flat.end[number] and length < SAMPLE:
        if i in marked:
            i = flat.end[i]
            continue
        node = flat.nodes[i]
        if type(node) is str and not node.isspace() and not semantics.hidden(i):
            parts.append(node)
            length += len(node)
        i += 1
    return collapse(" ".join(parts))
