"""The part of CSS selectors that filter lists and publishers need: tag, class, id and attribute, descendants and children.

A selector is looked up by the class, id, attribute or tag of its last part, so that none is tried that can not match.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from bs4.element import Tag

from a11yaudit.model.article import InterruptionKind as Kind
from a11yaudit.page import Page
from a11yaudit.page.page import attribute
from a11yaudit.semantics import Semantics

_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\.)++"
_ATTRIBUTE = rf"\[\s*+{_NAME}\s*+(?:[~|^$*]?=\s*+(?:\"[^\"]*+\"|'[^']*+'|{_NAME})\s*+(?:[iI]\s*+)?)?\]"
_COMPOUND = rf"(?=[\w.#\[*\\]|[^\x00-\x7f])(?:\*|{_NAME})?+(?:[.#]{_NAME}|{_ATTRIBUTE})*+"
_SELECTOR = re.compile(rf"{_COMPOUND}(?:(?:\s*+>\s*+|\s++){_COMPOUND})*+")
_PLAIN = re.compile(r"[.#][\w-]++")
_PART = re.compile(rf"(?P<tag>^(?:\*|{_NAME}))|\.(?P<class>{_NAME})|\#(?P<id>{_NAME})|(?P<attribute>{_ATTRIBUTE})")
_SPLIT = re.compile(rf"({_COMPOUND})(\s*+>\s*+|\s++)?")
_INSIDE = re.compile(
    rf"\[\s*+(?P<name>{_NAME})\s*+(?:(?P<how>[~|^$*]?=)\s*+(?P<value>\"[^\"]*+\"|'[^']*+'|{_NAME})\s*+(?P<case>[iI])?\s*+)?\]"
)
MOST_PARTS = 12
SEARCHED = 20
"""How many characters a search passes while a piece of them is cut out."""
LETTERS = 5
"""Characters of a value that a condition is looked up by."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on an attribute."""

    name: str
    how: str
    """`=`, `~=`, `|=`, `^=`, `$=`, `*=`; empty where the attribute need only be there."""
    value: str
    ignore_case: bool


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must be."""

    tag: str | None
    id: str | None
    classes: frozenset[str]
    tests: tuple[Condition, ...]
    child: bool
    """Whether it must be the parent of the next one, not just any element around it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A selector with what it stands for."""

    selector: str
    kind: Kind
    told: str
    """How a finding names it."""
    weight: float


Table = Mapping[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Index:
    """Selectors by what their last part needs; by what the part before it needs where the last is a bare tag."""

    classes: Table
    ids: Table
    tags: Table
    starts: Mapping[str, Table]
    """By attribute, by the beginning of its value: conditions on the whole value or its beginning."""
    lengths: Mapping[str, Mapping[str, tuple[int, ...]]]
    """The lengths of those beginnings, by their first characters."""
    pieces: Mapping[str, Table]
    """By attribute, by three characters that its value must hold: the other conditions; `""` for those without a value."""

    def __bool__(self) -> bool:
        return bool(self.classes or self.ids or self.tags or self.starts or self.pieces)

    def found(self, semantics: Semantics) -> Iterator[tuple[int, Entry]]:
        """The elements of a page that the selectors match."""
        page = semantics.page
        for number in sorted(self._likely(semantics)):
            for entry in self._candidates(page.tag(number)):
                yield from ((n, entry) for n in _matched(page, number, entry.selector))

    def _likely(self, semantics: Semantics) -> set[int]:
        """The elements for which there is a candidate, by the index of the page's classes and attributes."""
        page, index = semantics.page, semantics.index
        likely = {number for name in self.classes.keys() & index.by_class.keys() for number in index.by_class[name]}
        likely.update(number for number in index.having("id") if page.tag(number).attrs["id"] in self.ids)
        likely.update(number for name in self.tags for number in page.numbers(name))
        for name in (self.starts.keys() | self.pieces.keys()) & index.by_attribute.keys():
            likely.update(self._by_value(name, _values(semantics, name)))
        return likely

    def _by_value(self, name: str, values: Sequence[tuple[int, str]]) -> Iterator[int]:
        """Those of some elements whose value of an attribute begins with a known beginning or has a known piece in it."""
        table, lengths = self.starts.get(name, {}), self.lengths.get(name, {})
        pieces = self._present(name, "\n".join(value for _, value in values)) if name in self.pieces else []
        for number, value in values:
            if any(value[:length] in table for length in lengths.get(value[:LETTERS], ())) or any(piece in value for piece in pieces):
                yield number

    def _present(self, name: str, text: str) -> list[str]:
        """The known pieces of values that a text has in it, by way of the shorter list."""
        table = self.pieces[name]
        return [piece for piece in table if piece in text] if len(table) * SEARCHED < len(text) else list(_pieces(text) & table.keys())

    def _candidates(self, tag: Tag) -> Iterator[Entry]:
        for name, value in tag.attrs.items():
            if name == "class":
                for each in value if isinstance(value, list) else value.split():
                    yield from self.classes.get(each, ())
            elif name == "id":
                yield from self.ids.get(str(value), ())
            if name in self.starts:
                table, given = self.starts[name], _text(value).lower()
                for length in self.lengths[name].get(given[:LETTERS], ()):
                    yield from table.get(given[:length], ())
            if name in self.pieces:
                yield from self._with_piece(name, _text(value).lower())
        yield from self.tags.get(tag.name, ())

    def _with_piece(self, name: str, value: str) -> Iterator[Entry]:
        for piece in self._present(name, value):
            yield from self.pieces[name][piece]


def known(selector: str) -> bool:
    """Whether the selector is of the part of CSS that is understood."""
    return bool(_PLAIN.fullmatch(selector)) or (bool(_SELECTOR.fullmatch(selector)) and _key(selector) is not None)


def index(entries: Iterable[Entry]) -> Index:
    """An index of entries whose selectors are known."""
    tables: dict[tuple[str, str], dict[str, list[Entry]]] = {}
    for entry in entries:
        selector = entry.selector
        plain = _PLAIN.fullmatch(selector)
        key = ("class" if selector[0] == "." else "id", "", selector[1:]) if plain else _key(selector)
        if key:
            tables.setdefault(key[:2], {}).setdefault(key[2], []).append(entry)
    made = {place: {key: tuple(found) for key, found in table.items()} for place, table in tables.items()}

    def by_attribute(how: str) -> dict[str, Table]:
        return {name: table for (kind, name), table in made.items() if kind == how}

    starts = by_attribute("start")
    lengths = {name: _lengths(table) for name, table in starts.items()}
    return Index(made.get(("class", ""), {}), made.get(("id", ""), {}), made.get(("tag", ""), {}), starts, lengths, by_attribute("piece"))


NOTHING = index(())


def _lengths(values: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of values by their first characters."""
    found: dict[str, set[int]] = {}
    for value in values:
        found.setdefault(value[:LETTERS], set()).add(len(value))
    return {first: tuple(sorted(lengths)) for first, lengths in found.items()}


def _key(selector: str) -> tuple[str, str, str] | None:
    """What a selector is looked up by: the table, the attribute, the value; None where it fits any element."""
    parts = parse(selector)
    key = _part_key(parts[-1]) or (_part_key(parts[-2]) if len(parts) > 1 and parts[-1].tag else None)
    return key or (("tag", "", parts[-1].tag) if parts[-1].tag else None)


def _part_key(part: Compound) -> tuple[str, str, str] | None:
    if part.id:
        return "id", "", part.id
    if part.classes:
        return "class", "", min(part.classes)
    if not part.tests:
        return None
    test = max(part.tests, key=lambda each: len(each.value))
    value = test.value.lower()
    if len(value) < LETTERS:
        return "piece", test.name, ""
    begins = test.how in ("=", "^=", "|=")
    return "start" if begins else "piece", test.name, value if begins else value[:LETTERS]


def _matched(page: Page, number: int, selector: str) -> Iterator[int]:
    """The elements that a selector matches, given one that was found by its key: this one, or some below it."""
    if _PLAIN.fullmatch(selector):
        yield number
        return
    parts = parse(selector)
    if _part_key(parts[-1]) or len(parts) == 1 or not _part_key(parts[-2]):
        if _holds(page, number, parts):
            yield number
    elif _holds(page, number, parts[:-1]):
        named = page.numbers(parts[-1].tag or "")
        below = named[bisect_right(named, number) : bisect_left(named, page.flat.end[number])]
        yield from (n for n in below if not parts[-2].child or page.flat.parent[n] == number)


@lru_cache(maxsize=65536)
def parse(selector: str) -> tuple[Compound, ...]:
    """The parts of a selector, outermost first."""
    return tuple(_compound(part, (joint or "").strip() == ">") for part, joint in _SPLIT.findall(selector) if part)[-MOST_PARTS:]


def _compound(text: str, child: bool) -> Compound:
    tag, identity, classes, tests = None, None, set[str](), list[Condition]()
    for found in _PART.finditer(text):
        value = _unescaped(found.group())
        if found["tag"]:
            tag = None if value == "*" else value.lower()
        elif found["class"]:
            classes.add(value[1:])
        elif found["id"]:
            identity = value[1:]
        else:
            tests.append(_test(found.group()))
    return Compound(tag, identity, frozenset(classes), tuple(tests), child)


def _test(text: str) -> Condition:
    found = _INSIDE.fullmatch(text)
    assert found
    value = found["value"] or ""
    quoted = value[:1] in ("'", '"')
    return Condition(
        _unescaped(found["name"]).lower(), found["how"] or "", value[1:-1] if quoted else _unescaped(value), bool(found["case"])
    )


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text) if "\\" in text else text


def _text(value: str | list[str]) -> str:
    return " ".join(value) if isinstance(value, list) else value


def _pieces(text: str) -> set[str]:
    """All pieces of a text that a condition may be looked up by."""
    return {text[i : i + LETTERS] for i in range(len(text) - LETTERS + 1)} | {""}


def _values(semantics: Semantics, name: str) -> list[tuple[int, str]]:
    """The elements that carry an attribute, each with its value in small letters."""
    tags = cast("list[Tag]", semantics.page.flat.nodes)
    return [(number, _text(tags[number].attrs[name]).lower()) for number in semantics.having(name)]


def _holds(page: Page, number: int, parts: tuple[Compound, ...]) -> bool:
    """Whether an element and those around it are what the parts ask for; each step looks at each element around once."""
    if not _is(page.tag(number), parts[-1]):
        return False
    standing = [number]
    for part in reversed(parts[:-1]):
        around = [page.flat.parent[n] for n in standing] if part.child else list(page.ancestors(max(standing)))
        standing = [n for n in around if n >= 0 and _is(page.tag(n), part)]
        if not standing:
            return False
    return True


def _is(tag: Tag, part: Compound) -> bool:
    if (part.tag and tag.name != part.tag) or (part.id and tag.attrs.get("id") != part.id):
        return False
    if part.classes and not part.classes <= set((attribute(tag, "class") or "").split()):
        return False
    return all(_passes(tag, test) for test in part.tests)


def _passes(tag: Tag, test: Condition) -> bool:
    given = attribute(tag, test.name)
    if given is None or not test.how:
        return given is not None
    value, wanted = (given.lower(), test.value.lower()) if test.ignore_case else (given, test.value)
    if test.how == "=":
        return value == wanted
    if test.how == "~=":
        return wanted in value.split()
    if test.how == "|=":
        return value == wanted or value.startswith(wanted + "-")
    if not wanted:
        return False
    return {"^=": value.startswith, "$=": value.endswith, "*=": value.__contains__}[test.how](wanted)
