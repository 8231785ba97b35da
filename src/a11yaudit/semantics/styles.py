"""A small cascade: the styles that rules need, from `style` attributes and from the page's own sheets.

Simple, compound, descendant and child selectors of elements, classes and ids; no pseudo-classes, no media queries but `all` and `screen`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from bs4.element import Tag

from a11yaudit.page import Page
from a11yaudit.semantics.index import Index

LARGEST_SHEETS = 16_384
"""Characters of a page's `<style>` elements that are read. More is a site's whole sheet, which needs its scripts and media queries."""
LONGEST_STYLE = 4_096
"""Characters of a `style` attribute that are read."""
MOST_TESTS = 200_000
"""Tests of a selector on an element; a page that asks for more has its sheets unread."""
FARTHEST = 100
"""Ancestors that are tried for a descendant selector."""
PROPERTIES = frozenset(
    "display visibility position left top clip clip-path width height max-width font-size line-height letter-spacing word-spacing"
    " white-space text-indent margin-left margin-top opacity overflow font-family text-align text-transform font-weight".split()
)
LENGTH = re.compile(r"([+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+))(px|pt|pc|in|cm|mm|q|em|rem|ex|ch|%|[dls]?v[whib]|[dls]?vmin|[dls]?vmax)?")
PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "rem": 16.0}
_WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_WORDS: Mapping[str, frozenset[str]] = {
    "visibility": frozenset({"visible", "hidden", "collapse"}),
    "line-height": frozenset({"normal"}),
    "letter-spacing": frozenset({"normal"}),
    "word-spacing": frozenset({"normal"}),
    "font-size": frozenset("xx-small x-small small medium large x-large xx-large smaller larger".split()),
}
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_PIECE = re.compile(r"[^{}]*[{}]")
_COMPOUND = re.compile(r"(?:\*|[a-zA-Z][\w-]*)?(?:[.#][\w-]+)*")
_PART = re.compile(r"[.#]?[\w*-]+")


class Declared(NamedTuple):
    """One declaration that won."""

    value: str
    important: bool
    inline: bool


UNSTYLED: Mapping[str, Declared] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Compound:
    tag: str
    ids: frozenset[str]
    classes: frozenset[str]

    def fits(self, node: Tag) -> bool:
        return (
            (not self.tag or self.tag == node.name)
            and (not self.ids or node.attrs.get("id") in self.ids)
            and (not self.classes or self.classes.issubset(node.attrs.get("class", ())))
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    steps: tuple[tuple[str, _Compound], ...]
    """From the right to the left, each with the combinator on its right."""
    specificity: tuple[int, int, int]
    declarations: Mapping[str, tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a page's elements, by number."""

    page: Page
    styled: Mapping[int, str]
    """The `style` attributes, in small letters."""
    complete: bool
    """Whether all sheets of the page were read: none is linked, and its own are not too long."""
    matched: Mapping[int, Mapping[str, tuple[str, bool]]]
    """By element what the sheets declare, the winner of each property."""
    _own: dict[int, Mapping[str, Declared]] = field(default_factory=dict)
    _declaring: dict[str, Mapping[int, Declared]] = field(default_factory=dict)
    _sizes: dict[int, float | None] = field(default_factory=dict)

    def own(self, number: int) -> Mapping[str, Declared]:
        """The winning declarations of one element; nothing inherited."""
        if number not in self.styled and number not in self.matched:
            return UNSTYLED
        found = self._own.get(number)
        if found is None:
            found = self._own[number] = self._cascade(number)
        return found

    def declaring(self, name: str) -> Mapping[int, Declared]:
        """The winning declarations of a property by element, in document order; nothing inherited."""
        if name not in self._declaring:
            named = {number for number, style in self.styled.items() if name in style}
            named.update(number for number, declared in self.matched.items() if name in declared)
            self._declaring[name] = {n: found for n in sorted(named) if (found := self.own(n).get(name))}
        return self._declaring[name]

    def value(self, number: int, name: str) -> str | None:
        """The winning value of a property that is not inherited, None where nothing is declared."""
        declared = self.own(number).get(name)
        return declared.value if declared else None

    def source(self, number: int, name: str) -> tuple[int, Declared] | None:
        """The element nearest to the root of a chain of `inherit` that declares an inherited property, and what; None where nobody does."""
        declaring = self.declaring(name)
        while number >= 0 and declaring:
            declared = declaring.get(number)
            if declared and declared.value not in ("inherit", "unset"):
                return number, declared
            number = self.page.flat.parent[number]
        return None

    def font_size(self, number: int) -> float | None:
        """The computed font size in px; None where it can't be reckoned."""
        chain = []
        while number >= 0 and number not in self._sizes:
            chain.append(number)
            number = self.page.flat.parent[number]
        size = self._sizes[number] if number >= 0 else 16.0
        for element in reversed(chain):
            size = self._sizes[element] = self._font_size(element, size)
        return size

    def _font_size(self, number: int, outer: float | None) -> float | None:
        value = self.value(number, "font-size")
        if value is None or value in ("inherit", "unset"):
            return outer
        if value in ("initial", "medium"):
            return 16.0
        return length(value, outer, percent_of=outer)

    def _cascade(self, number: int) -> Mapping[str, Declared]:
        won = {name: Declared(value, important, False) for name, (value, important) in self.matched.get(number, {}).items()}
        for name, (value, important) in inline(self.styled.get(number, "")[:LONGEST_STYLE]).items():
            if important or name not in won or not won[name].important:
                won[name] = Declared(value, important, True)
        return won


def build(page: Page, index: Index) -> Styles:
    """Read the page's own sheets and match them, unless they are a whole site's."""
    sheets = [str(page.flat.nodes[i]) for number in page.numbers("style") for i in page.inside(number)]
    short = sum(map(len, sheets)) <= LARGEST_SHEETS
    rules = tuple(_sheet("\n".join(sheets))) if short else ()
    linked = short and any("stylesheet" in (page.attribute(number, "rel") or "").lower() for number in page.numbers("link"))
    styled = {number: str(page.tag(number).attrs["style"]).lower() for number in index.having("style")}
    return Styles(page, styled, short and not linked, _match(page, index, rules) if rules else {})


@lru_cache(maxsize=4096)
def inline(style: str) -> Mapping[str, tuple[str, bool]]:
    """The declarations of a `style` attribute or of a rule's body: the last of each property, unless only an earlier one is important."""
    found: dict[str, tuple[str, bool]] = {}
    for piece in (_COMMENT.sub("", style) if "/*" in style else style).split(";"):
        name, _, value = piece.partition(":")
        name = name.strip().lower()
        if name not in PROPERTIES:
            continue
        value = " ".join(value.lower().split())
        important = value.endswith("important") and "!" in value
        if important:
            value = value[: value.rindex("!")].rstrip()
        if _valid(name, value) and (important or name not in found or not found[name][1]):
            found[name] = (value, important)
    return found


def length(value: str, font_size: float | None, percent_of: float | None = None) -> float | None:
    """A length in px; None where it depends on something that is not in the file."""
    match = LENGTH.fullmatch(value)
    if not match:
        return None
    number, unit = float(match[1]), match[2]
    if unit is None:
        return number if number == 0 else None
    if unit in PIXELS:
        return number * PIXELS[unit]
    if unit == "%":
        return None if percent_of is None else number * percent_of / 100
    if font_size is None or unit not in ("em", "ex", "ch"):
        return None
    return number * font_size * (1 if unit == "em" else 0.5)


def _valid(name: str, value: str) -> bool:
    """Whether a browser keeps the declaration; what holds a function is kept, for it may."""
    if not value:
        return False
    words = _WORDS.get(name)
    if words is None or value in _WIDE or value in words or "(" in value:
        return True
    match = LENGTH.fullmatch(value)
    if not match or name == "visibility":
        return False
    number, unit = float(match[1]), match[2]
    if unit is None and number != 0:
        return name == "line-height" and number > 0
    return number >= 0 or name in ("letter-spacing", "word-spacing")


def _sheet(text: str) -> Iterator[_Rule]:
    """The rules of a sheet that speak of a sought property; those inside a media query only where it always holds."""
    opened: list[str] = []
    for match in _PIECE.finditer(_COMMENT.sub("", text)):
        piece, mark = match[0][:-1], match[0][-1]
        if mark == "{":
            opened.append(piece.rpartition(";")[2].strip())
        elif opened:
            selectors = opened.pop()
            if all(_always(prelude) for prelude in opened) and not selectors.startswith("@"):
                yield from _rules(selectors, inline(piece[:LONGEST_STYLE]))


def _always(prelude: str) -> bool:
    return prelude.lower() in ("@media all", "@media screen", "@media all, screen", "@media screen, print", "@media print, screen")


def _rules(selectors: str, declarations: Mapping[str, tuple[str, bool]]) -> Iterator[_Rule]:
    for selector in selectors.split(",") if declarations else ():
        steps: list[tuple[str, _Compound]] = []
        combinator = ""
        for word in reversed(selector.replace(">", " > ").split()):
            if word == ">":
                combinator = ">"
            elif _COMPOUND.fullmatch(word):
                steps.append((combinator, _compound(word)))
                combinator = " "
            else:
                break
        else:
            if steps:
                ids, classes, tags = (
                    sum(len(step.ids) for _, step in steps),
                    sum(len(step.classes) for _, step in steps),
                    sum(bool(step.tag) for _, step in steps),
                )
                yield _Rule(tuple(steps), (ids, classes, tags), declarations)


def _compound(word: str) -> _Compound:
    parts = _PART.findall(word)
    return _Compound(
        next((part.lower() for part in parts if part[0] not in ".#*"), ""),
        frozenset(part[1:] for part in parts if part[0] == "#"),
        frozenset(part[1:] for part in parts if part[0] == "."),
    )


def _match(page: Page, index: Index, rules: tuple[_Rule, ...]) -> Mapping[int, Mapping[str, tuple[str, bool]]]:
    """By element the winner of each property. A selector with a part that fits no element of the page is tried on none."""
    found: dict[int, dict[str, tuple[str, bool]]] = {}
    compounds = dict.fromkeys(compound for rule in rules for _, compound in rule.steps)
    fitting: dict[_Compound, frozenset[int]] = {}
    tests = 0
    for compound in compounds:
        candidates = _candidates(page, index, compound)
        tests += len(candidates)
        if tests > MOST_TESTS:
            return {}
        fitting[compound] = frozenset(number for number in candidates if compound.fits(page.tag(number)))
    for _, rule in sorted(enumerate(rules), key=lambda item: (item[1].specificity, item[0])):
        (_, last), *outer = [(combinator, fitting[compound]) for combinator, compound in rule.steps]
        tests += len(last)
        if tests > MOST_TESTS:
            return {}
        for number in last if all(numbers for _, numbers in outer) else ():
            if _stands_in(page.flat.parent, number, outer):
                won = found.setdefault(number, {})
                for name, (value, important) in rule.declarations.items():
                    if important or name not in won or not won[name][1]:
                        won[name] = (value, important)
    return found


def _candidates(page: Page, index: Index, compound: _Compound) -> list[int]:
    """The elements that a part of a selector may fit, by its id, one of its classes, or its name."""
    if compound.ids:
        return [number for number in index.having("id") if page.tag(number).attrs["id"] in compound.ids]
    if compound.classes:
        return index.by_class.get(min(compound.classes), [])
    if compound.tag:
        return page.numbers(compound.tag)
    return [number for number, name in enumerate(page.flat.names) if name]


def _stands_in(parents: Sequence[int], number: int, outer: Sequence[tuple[str, frozenset[int]]]) -> bool:
    """Whether the parts of a selector outside its last one fit; a descendant step takes the nearest ancestor that fits."""
    tried = 0
    for combinator, fitting in outer:
        while True:
            number = parents[number]
            tried += 1
            if number < 0 or tried > FARTHEST:
                return False
            if number in fitting:
                break
            if combinator == ">":
                return False
    return True
