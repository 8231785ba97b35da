"""CSS selectors as far as a sheet needs them to say what a page shows.

Elements, classes, ids, attributes, `:not`, `:is`, `:where`, `:root`, descendants and children.
tinycss2 reads the text; matching is ours, because a page has thousands of selectors and few of
them name anything that is on it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import tinycss2
from bs4.element import Tag

FARTHEST = 100
"""Ancestors that are tried for a descendant: no page that people read is nested deeper."""
DEEPEST = 4
"""Brackets in brackets that are read."""
MOST_STEPS = 12
"""Compounds of the longest selector that is read."""
_STATES = frozenset(
    "hover focus focus-visible focus-within active visited target checked indeterminate autofill"
    " fullscreen playing paused user-invalid user-valid open popover-open modal".split()
)
"""Pseudo-classes of what a reader does; a page at rest has none of them."""
_SIMPLE = re.compile(r"[\w\s.#>*,-]+")
_COMPOUND = re.compile(r"([a-zA-Z][\w-]*|\*|)((?:[.#]-?[a-zA-Z_][\w-]*)*)")
_MARK = re.compile(r"[.#][^.#]+")
Unread = Literal["state", "unread"]


class Attribute(NamedTuple):
    """A condition on an attribute."""

    name: str
    operator: str
    """`=`, `~=`, `|=`, `^=`, `$=`, `*=`, or empty where any value does."""
    value: str
    folded: bool
    """Whether upper and lower case are the same."""

    def fits(self, node: Tag) -> bool:
        """Whether an element fulfils it."""
        given = node.attrs.get(self.name)
        if given is None:
            return False
        text = " ".join(given) if isinstance(given, list) else str(given)
        wanted = self.value
        if self.folded:
            text, wanted = text.casefold(), wanted.casefold()
        match self.operator:
            case "":
                return True
            case "=":
                return text == wanted
            case "~=":
                return wanted in text.split()
            case "|=":
                return text == wanted or text.startswith(f"{wanted}-")
            case "^=":
                return bool(wanted) and text.startswith(wanted)
            case "$=":
                return bool(wanted) and text.endswith(wanted)
        return bool(wanted) and wanted in text


@dataclass(frozen=True, slots=True)
class Compound:
    """Conditions on one element."""

    tag: str = ""
    ids: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    attributes: tuple[Attribute, ...] = ()
    one_of: tuple[tuple["Compound", ...], ...] = ()
    """`:is` and `:where`: of each group one fits."""
    none_of: tuple["Compound", ...] = ()
    """`:not`: none fits."""

    @property
    def size(self) -> int:
        """How many compounds are tried on an element, those in brackets included."""
        return 1 + sum(each.size for group in (*self.one_of, self.none_of) for each in group)

    def fits(self, node: Tag) -> bool:
        """Whether an element fulfils all of them."""
        return (
            (not self.tag or self.tag == node.name)
            and (not self.ids or (len(self.ids) == 1 and node.attrs.get("id") in self.ids))
            and (not self.classes or self.classes.issubset(node.attrs.get("class", ())))
            and all(attribute.fits(node) for attribute in self.attributes)
            and all(any(each.fits(node) for each in group) for group in self.one_of)
            and not any(each.fits(node) for each in self.none_of)
        )


class Selector(NamedTuple):
    """One selector of a list."""

    steps: tuple[tuple[str, Compound], ...]
    """From the right to the left, each with the combinator on its right: `>`, a space, or empty."""
    specificity: tuple[int, int, int]


@lru_cache(maxsize=1 << 14)
def read(prelude: str) -> tuple[tuple[Selector, ...], bool]:
    """The selectors of a rule, and whether all were read that a page at rest can fit."""
    if _SIMPLE.fullmatch(prelude):
        simple = [_simple(part) for part in prelude.split(",")]
        if None not in simple:
            return tuple(selector for selector in simple if selector), True
    selectors: list[Selector] = []
    complete = True
    for tokens in _parted(tinycss2.parse_component_value_list(prelude, skip_comments=True)):
        selector = _selector(tokens)
        if isinstance(selector, Selector):
            selectors.append(selector)
        elif selector == "unread":
            complete = False
    return tuple(selectors), complete


def _simple(text: str) -> Selector | None:
    """A selector of names, classes and ids, as nearly all are: read at a tenth of what a tokenizer costs. None for any other."""
    steps: list[tuple[str, Compound]] = []
    ids = classes = names = 0
    combinator = ""
    for word in reversed(text.replace(">", " > ").split()):
        if word == ">":
            if combinator != " ":
                return None
            combinator = ">"
            continue
        match = _COMPOUND.fullmatch(word)
        if not match:
            return None
        tag, marks = match[1].lower().strip("*"), _MARK.findall(match[2])
        compound = Compound(
            tag,
            frozenset(mark[1:] for mark in marks if mark[0] == "#"),
            frozenset(mark[1:] for mark in marks if mark[0] == "."),
        )
        steps.append((combinator, compound))
        ids, classes, names = ids + match[2].count("#"), classes + match[2].count("."), names + bool(tag)
        combinator = " "
    return Selector(tuple(steps), (ids, classes, names)) if combinator == " " and len(steps) <= MOST_STEPS else None


def _parted(tokens: Sequence[Any]) -> list[list[Any]]:
    """A list of tokens parted at its commas."""
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _selector(tokens: Sequence[Any], depth: int = 0) -> Selector | Unread:
    """One selector; `depth` brackets are around it."""
    steps: list[tuple[str, Compound]] = []
    specificity = (0, 0, 0)
    combinator, run = "", list[Any]()
    for token in [*reversed(_trimmed(tokens)), None]:
        sign = _combinator(token)
        if not sign and token is not None:
            run.append(token)
            continue
        if run:
            made = _compound(run[::-1], depth)
            if not isinstance(made, tuple):
                return made
            steps.append((combinator, made[0]))
            specificity = _sum(specificity, made[1])
            combinator, run = "", []
        if sign in ("+", "~", "||"):
            return "unread"
        combinator = ">" if ">" in (sign, combinator) else (sign or "")
    return Selector(tuple(steps), specificity) if steps and len(steps) <= MOST_STEPS else "unread"


def _trimmed(tokens: Sequence[Any]) -> list[Any]:
    told = list(tokens)
    while told and told[0].type == "whitespace":
        told.pop(0)
    while told and told[-1].type == "whitespace":
        told.pop()
    return told


def _combinator(token: Any) -> str:
    if token is None:
        return ""
    if token.type == "whitespace":
        return " "
    return token.value if token.type == "literal" and token.value in (">", "+", "~", "||") else ""


def _compound(tokens: Sequence[Any], depth: int) -> tuple[Compound, tuple[int, int, int]] | Unread:
    """One compound and its specificity."""
    tag, ids, classes, attributes = "", set[str](), set[str](), list[Attribute]()
    one_of, none_of = list[tuple[Compound, ...]](), list[Compound]()
    specificity = (0, 0, 0)
    place = 0
    while place < len(tokens):
        token = tokens[place]
        following: Any = tokens[place + 1] if place + 1 < len(tokens) else None
        place += 1
        if token.type == "ident":
            tag, specificity = token.lower_value, _sum(specificity, (0, 0, 1))
        elif token.type == "hash":
            ids.add(token.value)
            specificity = _sum(specificity, (1, 0, 0))
        elif token.type == "[] block":
            attribute = _attribute(token.content)
            if attribute is None:
                return "unread"
            attributes.append(attribute)
            specificity = _sum(specificity, (0, 1, 0))
        elif token.type != "literal" or token.value not in "*.:" or (token.value != "*" and following is None):
            return "unread"
        elif token.value == ".":
            if following.type != "ident":
                return "unread"
            classes.add(following.value)
            specificity = _sum(specificity, (0, 1, 0))
            place += 1
        elif token.value == ":":
            place += 1
            if following.type == "literal":
                return "state"
            if following.type == "ident":
                name = following.lower_value
                if name == "root":
                    tag, specificity = "html", _sum(specificity, (0, 1, 0))
                elif name in ("link", "any-link"):
                    attributes.append(Attribute("href", "", "", False))
                    specificity = _sum(specificity, (0, 1, 0))
                else:
                    return "state" if name in _STATES or name in ("before", "after", "first-line", "first-letter") else "unread"
                continue
            inner = _group(following, depth) if following.type == "function" else None
            if inner is None:
                return "unread"
            group, weight = inner
            if following.lower_name == "not":
                none_of += group
            else:
                one_of.append(group)
            specificity = _sum(specificity, weight)
    return Compound(tag, frozenset(ids), frozenset(classes), tuple(attributes), tuple(one_of), tuple(none_of)), specificity


def _group(function: Any, depth: int) -> tuple[tuple[Compound, ...], tuple[int, int, int]] | None:
    """The compounds in `:not()`, `:is()` or `:where()` and what they add to the specificity; None where they are more than that."""
    if depth >= DEEPEST or function.lower_name not in ("not", "is", "where", "matches", "-webkit-any", "-moz-any"):
        return None
    compounds: list[Compound] = []
    weight = (0, 0, 0)
    for tokens in _parted(function.arguments):
        selector = _selector([token for token in tokens if token.type != "comment"], depth + 1)
        if selector == "state":
            continue
        if not isinstance(selector, Selector) or len(selector.steps) != 1:
            return None
        compounds.append(selector.steps[0][1])
        weight = max(weight, selector.specificity)
    return tuple(compounds), (0, 0, 0) if function.lower_name == "where" else weight


def _attribute(tokens: Sequence[Any]) -> Attribute | None:
    told = [token for token in tokens if token.type not in ("whitespace", "comment")]
    if not told or told[0].type != "ident":
        return None
    name = told[0].lower_value
    if len(told) == 1:
        return Attribute(name, "", "", False)
    operator, value, *flags = told[1:]
    if operator.type != "literal" or operator.value not in ("=", "~=", "|=", "^=", "$=", "*="):
        return None
    if value.type not in ("ident", "string"):
        return None
    folded = bool(flags) and getattr(flags[0], "lower_value", "") == "i"
    return Attribute(name, operator.value, value.value, folded or name == "type")


def _sum(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int, int]:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]
