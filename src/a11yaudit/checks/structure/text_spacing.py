"""Spacing of letters, words and lines that a reader can't change."""

from collections.abc import Iterator
from typing import NamedTuple

from bs4.element import Tag

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.semantics.styles import LENGTH, Declared, length

_WORST = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.PASSED)


class Params(NamedTuple):
    """Which property, and how much is enough."""

    property: str
    least: float
    """Times the font size of the text."""
    normal: tuple[float, ...]
    """What `normal` means, times the font size; empty for nothing."""
    character: tuple[float, ...]
    """The width of a character, times the font size, where the rule is about text only that wraps by itself; else empty."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each `style` attribute that fixes the spacing of visible text by `!important`: is it wide enough?"""
    found: dict[int, list[tuple[Outcome, int]]] = {}
    for number, source, declared in _texts(subject, params.property):
        outcome = _judge(subject, params, number, source, declared)
        if outcome:
            found.setdefault(source, []).append((outcome, number))
    for source, judged in found.items():
        outcome = next(outcome for outcome in _WORST if outcome in {one for one, _ in judged})
        if outcome is Outcome.PASSED:
            yield PASSED
        else:
            value = subject.semantics.styles.own(source)[params.property].value
            number = next(number for one, number in judged if one is outcome)
            yield verdict(subject, source, outcome, value=value, text=shown(subject.semantics.sight.own_text(number)))


def _texts(subject: Subject, name: str) -> Iterator[tuple[int, int, Declared]]:
    """Element with visible text of its own, the element whose declaration counts for it, and that declaration."""
    page, styles, semantics = subject.page, subject.semantics.styles, subject.semantics
    roots = [number for number, declared in styles.declaring(name).items() if declared.inline and declared.important]
    sources: dict[int, tuple[int, Declared]] = {}
    done = -1
    for root in roots:
        for number in range(max(root, done), page.flat.end[root]):
            if not isinstance(page.flat.nodes[number], Tag):
                continue
            own = styles.own(number).get(name)
            if own and own.value not in ("inherit", "unset"):
                sources[number] = (number, own)
            elif page.flat.parent[number] in sources:
                sources[number] = sources[page.flat.parent[number]]
            elif own and (above := styles.source(number, name)):
                sources[number] = above
            fixed = number in sources and sources[number][1].important and sources[number][1].inline
            if fixed and not semantics.drawn(number) and semantics.sight.own_text(number):
                yield number, *sources[number]
        done = max(done, page.flat.end[root])


def _judge(subject: Subject, params: Params, number: int, source: int, declared: Declared) -> Outcome | None:
    styles = subject.semantics.styles
    size = styles.font_size(number)
    given = _given(subject, params, size, source, declared.value)
    if size is None or given is None:
        return Outcome.CANT_TELL
    if given >= params.least * size - 1e-6:
        return Outcome.PASSED
    return _wraps(subject, params, number, size) if params.character else Outcome.FAILED


def _given(subject: Subject, params: Params, size: float | None, source: int, value: str) -> float | None:
    """The spacing in px."""
    if value in ("normal", "initial"):
        return None if size is None else sum(params.normal) * size
    match = LENGTH.fullmatch(value)
    if params.character and match and match[2] is None:
        return None if size is None else float(match[1]) * size
    base = subject.semantics.styles.font_size(source)
    return length(value, base, percent_of=base)


def _wraps(subject: Subject, params: Params, number: int, size: float) -> Outcome | None:
    """Failed where the longest line overflows the width, None where it fits, cantTell without a width."""
    styles = subject.semantics.styles
    if (space := styles.source(number, "white-space")) and space[1].value in ("nowrap", "pre"):
        return None
    longest = max(map(len, _lines(subject, number)))
    for around in (number, *subject.page.ancestors(number)):
        own = styles.own(around)
        widths = [length(own[name].value, size) for name in ("width", "max-width") if name in own]
        known = [width for width in widths if width is not None]
        if known:
            return Outcome.FAILED if longest * size * sum(params.character) > min(known) else None
    return Outcome.CANT_TELL


def _lines(subject: Subject, number: int) -> list[str]:
    """The texts of an element between its line breaks."""
    parts = [""]
    flat = subject.page.flat
    i = number + 1
    while i < flat.end[number]:
        node = flat.nodes[i]
        if isinstance(node, Tag):
            if node.name == "br":
                parts.append("")
            else:
                parts[-1] += subject.semantics.text(i)
        elif type(node) is str:
            parts[-1] += node
        i = flat.end[i]
    return [" ".join(part.split()) for part in parts]
