"""A small cascade: the styles that rules need, from `style` attributes and from the page's own sheets."""

import re
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from a11yaudit.page import Page
from a11yaudit.semantics import sheets
from a11yaudit.semantics.index import Index
from a11yaudit.semantics.selectors import FARTHEST, Compound
from a11yaudit.semantics.sheets import Declarations, Rule

LONGEST_STYLE = 4_096
"""Characters of a `style` attribute that are read."""
LARGEST_SHEETS = 16_384
"""Characters of a page's sheets of which all sought properties are read. More is a site's whole sheet: of that only what hides is."""
MOST_TESTS = 200_000
"""Tests of a selector on an element; what a page asks for beyond is not read, and told as that."""
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
_HIDES = re.compile(r"display\s*:\s*(?:none|var)|visibility\s*:\s*(?:hidden|collapse|var)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")


class Declared(NamedTuple):
    """One declaration that won."""

    value: str
    important: bool
    inline: bool


UNSTYLED: Mapping[str, Declared] = MappingProxyType({})
UNDECLARED: Declarations = MappingProxyType({})
Matched = Mapping[int, Declarations]


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a page's elements, by number."""

    page: Page
    styled: Mapping[int, str]
    """The `style` attributes, in small letters."""
    complete: bool
    """Whether all sheets of the page were read: none is linked, and nothing in its own was passed over that may hide something."""
    matched: Matched
    """By element what the sheets declare on a wide screen, the winner of each property."""
    narrow: Matched
    """The same on a narrow screen."""
    _own: dict[int, Mapping[str, Declared]] = field(default_factory=dict)
    _declaring: dict[str, Mapping[int, Declared]] = field(default_factory=dict)
    _sizes: dict[int, float | None] = field(default_factory=dict)

    def own(self, number: int) -> Mapping[str, Declared]:
        """The winning declarations of one element; nothing inherited."""
        if number not in self.styled and number not in self.matched:
            return UNSTYLED
        found = self._own.get(number)
        if found is None:
            found = self._own[number] = self._cascade(number, self.matched)
        return found

    def declaring(self, name: str) -> Mapping[int, Declared]:
        """The winning declarations of a property by element, in document order; nothing inherited."""
        if name not in self._declaring:
            named = {number for number, style in self.styled.items() if name in style}
            named.update(number for number, declared in self.matched.items() if name in declared)
            self._declaring[name] = {n: found for n in sorted(named) if (found := self.own(n).get(name))}
        return self._declaring[name]

    def everywhere(self, number: int, name: str, values: frozenset[str]) -> bool:
        """Whether a property has one of these values on the wide screen and on the narrow one."""
        if self.value(number, name) not in values:
            return False
        return self.narrow is self.matched or (
            (declared := self._cascade(number, self.narrow).get(name)) is not None and declared.value in values
        )

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

    def _cascade(self, number: int, matched: Matched) -> Mapping[str, Declared]:
        won = {name: Declared(value, important, False) for name, (value, important) in matched.get(number, {}).items()}
        for name, (value, important) in inline(self.styled.get(number, "")[:LONGEST_STYLE]).items():
            if important or name not in won or not won[name].important:
                won[name] = Declared(value, important, True)
        return won


def build(page: Page, index: Index) -> Styles:
    """Read the page's own sheets and match them."""
    text = "\n".join(str(page.flat.nodes[i]) for number in page.numbers("style") for i in page.inside(number) if _applies(page, number))
    short = len(text) <= LARGEST_SHEETS
    if not short and not _HIDES.search(text):
        text = ""
    known = lambda sign, name: name in (index.by_class if sign == "." else index.by_id)  # noqa: E731
    sheet = sheets.read(text, inline if short else _hiding, known)
    linked = any("stylesheet" in (page.attribute(number, "rel") or "").lower() for number in page.numbers("link"))
    styled = {number: str(page.tag(number).attrs["style"]).lower() for number in index.having("style")}
    match = _match if short else _match_hidden
    matched, all_tried = match(page, index, [rule for rule in sheet.rules if rule.screens & sheets.WIDE])
    narrow = matched
    if any(rule.screens != sheets.BOTH for rule in sheet.rules):
        narrow, all_tried_too = match(page, index, [rule for rule in sheet.rules if rule.screens & sheets.NARROW])
        all_tried = all_tried and all_tried_too
    return Styles(page, styled, sheet.complete and all_tried and not linked, matched, narrow)


def _hiding(body: str) -> Declarations:
    """What a rule of a long sheet declares of `display` and `visibility`."""
    if "display" not in body and "visibility" not in body:
        return UNDECLARED
    return {name: value for name, value in inline(body).items() if name in ("display", "visibility")}


def _applies(page: Page, number: int) -> bool:
    """Whether a `<style>` is CSS for a screen, and not only for browsers without scripts."""
    if any(page.flat.names[around] == "noscript" for around in page.ancestors(number)):
        return False
    media = (page.attribute(number, "media") or "all").lower()
    kind = (page.attribute(number, "type") or "text/css").strip().lower()
    return kind == "text/css" and any(name in media for name in ("all", "screen"))


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


def _match_hidden(page: Page, index: Index, rules: Sequence[Rule]) -> tuple[Matched, bool]:
    """As `_match`, for those elements only that some rule hides: most rules of a long sheet speak of others."""
    hidden, complete = _match(page, index, [rule for rule in rules if sheets.hides(rule.declarations)])
    if not hidden:
        return hidden, complete
    around = {*hidden}
    for number in hidden:
        while (number := page.flat.parent[number]) >= 0 and number not in around:
            around.add(number)
    return _match(page, index, rules, hidden.keys(), around)


def _match(
    page: Page, index: Index, rules: Sequence[Rule], targets: Set[int] | None = None, around: Set[int] = frozenset()
) -> tuple[Matched, bool]:
    """By element the winner of each property, and whether all selectors could be tried.

    With `targets` for these elements only; `around` are they and all elements around them.

    A selector with a part that fits no element of the page is tried on none.
    """
    found: dict[int, dict[str, tuple[str, bool]]] = {}
    fitting: dict[Compound, frozenset[int]] = {}
    tests = 0
    for compound in dict.fromkeys(compound for rule in rules for _, compound in rule.selector.steps):
        candidates: Collection[int] = _candidates(page, index, compound)
        if targets is not None:
            candidates = [number for number in candidates if number in around] if len(candidates) < len(around) else around
        tests += len(candidates)
        if tests > MOST_TESTS:
            return {}, False
        fitting[compound] = frozenset(number for number in candidates if compound.fits(page.tag(number)))
    for _, rule in sorted(enumerate(rules), key=lambda item: (item[1].selector.specificity, item[0])):
        (_, last), *outer = [(combinator, fitting[compound]) for combinator, compound in rule.selector.steps]
        if not all(numbers for _, numbers in outer):
            continue
        if targets is not None:
            last = last & targets
        tests += len(last)
        if tests > MOST_TESTS:
            return {}, False
        for number in last:
            if not outer or _stands_in(page.flat.parent, number, outer):
                won = found.setdefault(number, {})
                for name, (value, important) in rule.declarations.items():
                    if important or name not in won or not won[name][1]:
                        won[name] = (value, important)
    return found, True


def _candidates(page: Page, index: Index, compound: Compound) -> list[int]:
    """The elements that a part of a selector may fit, by its id, one of its classes, or its name."""
    if compound.ids:
        return [number for number in index.having("id") if page.tag(number).attrs["id"] in compound.ids]
    if compound.classes:
        return index.by_class.get(min(compound.classes), [])
    if compound.tag:
        return page.numbers(compound.tag)
    if compound.attributes:
        return list(index.having(compound.attributes[0].name))
    return [number for number, name in enumerate(page.flat.names) if name]


def _stands_in(parents: Sequence[int], number: int, outer: Sequence[tuple[str, frozenset[int]]]) -> bool:
    """Whether the parts of a selector outside its last one fit: a set of possible places walks outwards, step by step."""
    places = {number}
    for combinator, fitting in outer:
        around: set[int] = set()
        for place in places:
            parent = parents[place]
            for _ in range(1 if combinator == ">" else FARTHEST):
                if parent < 0 or parent in around:
                    break
                if parent in fitting:
                    around.add(parent)
                parent = parents[parent]
        places = around
        if not places:
            return False
    return True
