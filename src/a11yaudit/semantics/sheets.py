"""The rules of a page's own style sheets, for two screens: a wide one of 1280 px and a narrow one of 390.

Sheets may be a whole site's, so only rules are parsed that speak of a sought property and whose
names stand on the page. What could not be read is told: it makes a question, never a fault.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from a11yaudit.semantics import selectors
from a11yaudit.semantics.selectors import Selector

WIDE, NARROW = 1, 2
BOTH = WIDE | NARROW
WIDTHS = {WIDE: 1280.0, NARROW: 390.0}
"""CSS pixels of the two screens: a common laptop and a common phone."""
Declarations = Mapping[str, tuple[str, bool]]
"""By property the value, and whether it is important."""
LONGEST_BODY = 4_096
"""Characters of a rule's declarations that are read."""
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)")
_STRING = re.compile(r"""\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'""")
_BRACE = re.compile(r"([{}])")
_ROOTS = frozenset({":root", "html", "body", "*"})
_BRACES = str.maketrans("{}", "  ")
_NAMES = re.compile(r"[.#](-?[a-zA-Z_\u0080-\U0010ffff][\w-]*)")
_CUSTOM = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_LENGTH = re.compile(r"([0-9.]+)(px|em|rem)")
_REST = {
    "prefers-reduced-motion": "no-preference",
    "prefers-color-scheme": "light",
    "prefers-contrast": "no-preference",
    "prefers-reduced-transparency": "no-preference",
    "prefers-reduced-data": "no-preference",
    "forced-colors": "none",
    "inverted-colors": "none",
    "scripting": "enabled",
    "update": "fast",
    "display-mode": "browser",
}
"""What a reader has who has set nothing."""
_BY_SCREEN = {
    "orientation": {WIDE: "landscape", NARROW: "portrait"},
    "hover": {WIDE: "hover", NARROW: "none"},
    "any-hover": {WIDE: "hover", NARROW: "none"},
    "pointer": {WIDE: "fine", NARROW: "coarse"},
    "any-pointer": {WIDE: "fine", NARROW: "coarse"},
}


class Rule(NamedTuple):
    """A selector with what it declares."""

    selector: Selector
    declarations: Declarations
    screens: int
    """`WIDE`, `NARROW` or both."""


class Sheet(NamedTuple):
    """What was read."""

    rules: tuple[Rule, ...]
    complete: bool
    """Whether nothing was passed over that may hide something."""


def read(text: str, declared: Callable[[str], Declarations], known: Callable[[str, str], bool], only: tuple[str, ...] = ()) -> Sheet:
    """The rules of a sheet, in its order; those only that speak of some properties where such are given.

    `declared` reads a rule's body, `known` says whether a class (`.`) or an id (`#`) stands on the page.
    """
    text = _COMMENT.sub("", text) if "/*" in text else text
    text = _without_braces_in_strings(text)
    bodies = _bodies(_about(text, only) if only else text)
    variables = _variables(bodies) if "var(" in text else {}
    rules: list[Rule] = []
    complete = True
    for prelude, body, screens in bodies:
        if variables and "var(" in body:
            body = _VARIABLE.sub(lambda found: variables.get(found[1], found[2] or "").strip(), body)
        declarations = declared(body[:LONGEST_BODY])
        if not declarations:
            continue
        found, whole = _selectors(_prelude(prelude), known)
        complete = complete and (whole or not hides(declarations))
        rules += [Rule(selector, declarations, screens) for selector in found]
    return Sheet(tuple(rules), complete)


def _without_braces_in_strings(text: str) -> str:
    """The text, safe to be parted at its braces."""
    if not any("{" in string or "}" in string for string in _STRING.findall(text)):
        return text
    return _STRING.sub(lambda string: string[0].translate(_BRACES), text)


def _about(text: str, properties: tuple[str, ...]) -> str:
    """The sheet without the rules that speak of other properties: of a long sheet little is left to be read rule by rule."""
    first, *others = (*properties, "--") if "var(" in text else properties
    return "}".join(
        piece
        for piece in text.split("}")
        if first in piece or "@" in piece or piece.count("{") != 1 or any(name in piece for name in others)
    )


def _bodies(text: str) -> list[tuple[str, str, int]]:
    """Each style rule: selectors, declarations, and the screens that it is for.

    One loop over the text parted at its braces: it runs for every rule of every sheet.
    """
    found: list[tuple[str, str, int]] = []
    opened: list[tuple[str, int]] = []
    pieces = _BRACE.split(text)
    around = BOTH
    for piece, mark in zip(pieces[::2], pieces[1::2], strict=False):
        if mark == "{":
            opened.append((piece, around))
            if "@" in piece and (prelude := _prelude(piece))[:1] == "@":
                around &= _screens(prelude)
            elif len(opened) > 1 and "@" not in opened[-2][0]:
                around = 0
        elif opened:
            prelude, outside = opened.pop()
            if around and piece and not ("@" in prelude and _prelude(prelude)[:1] == "@"):
                found.append((prelude, piece, around))
            around = outside
    return found


def _prelude(piece: str) -> str:
    """What stands before a brace, without the statements before it."""
    return piece.rpartition(";")[2].strip()


def _variables(bodies: list[tuple[str, str, int]]) -> dict[str, str]:
    """Custom properties of the root element, where they are literal."""
    found: dict[str, str] = {}
    for prelude, body, screens in bodies:
        if "--" in body and screens & WIDE and any(part.strip() in _ROOTS for part in _prelude(prelude).split(",")):
            found.update((name, value) for name, value in _CUSTOM.findall(body) if "var(" not in value)
    return found


def _selectors(prelude: str, known: Callable[[str, str], bool]) -> tuple[list[Selector], bool]:
    """The selectors of a rule that something on the page may fit. Names are looked up before anything is parsed."""
    if "(" in prelude:
        found, complete = selectors.read(prelude)
        return list(found), complete
    likely = [part for part in prelude.split(",") if all(known(name[0], name[1:]) for name in _named(part))]
    if not likely:
        return [], True
    found, complete = selectors.read(",".join(likely))
    return list(found), complete


def _named(part: str) -> Iterator[str]:
    return (match[0] for match in _NAMES.finditer(part.partition("[")[0]))


def hides(declarations: Declarations) -> bool:
    """Whether a rule hides what it fits."""
    return declarations.get("display", ("",))[0] == "none" or declarations.get("visibility", ("",))[0] in ("hidden", "collapse")


@lru_cache(maxsize=1024)
def _screens(prelude: str) -> int:
    """The screens on which the rules of an at-rule hold; none for what holds no style rules."""
    name, _, condition = prelude[1:].partition(" ")
    match name.partition("(")[0].lower():
        case "media":
            queries = condition if name.lower() == "media" else prelude[len("@media") :]
            return sum(screen for screen in WIDTHS if any(_holds(query, screen) for query in queries.lower().split(",")))
        case "layer" | "supports":
            return 0 if condition.strip().lower().startswith("not") else BOTH
    return 0


def _holds(query: str, screen: int) -> bool:
    """Whether a media query holds on a screen; what is not known does not hold, as in a browser."""
    told = query.strip()
    refused = told.startswith("not ")
    told = told.removeprefix("not ").removeprefix("only ")
    return refused != all(_feature(part.strip(), screen) for part in told.split(" and "))


def _feature(told: str, screen: int) -> bool:
    if not told.startswith("("):
        return told in ("all", "screen", "")
    name, colon, value = (part.strip() for part in told.strip("()").partition(":"))
    if not colon:
        return _range(name, screen) or name in ("color", "hover") or (name in _REST and name == "scripting")
    if name in ("min-width", "min-device-width"):
        return WIDTHS[screen] >= _pixels(value)
    if name in ("max-width", "max-device-width"):
        return WIDTHS[screen] <= _pixels(value, otherwise=-1.0)
    if name in _REST:
        return value == _REST[name]
    return value == _BY_SCREEN.get(name, {}).get(screen)


def _range(told: str, screen: int) -> bool:
    """`width >= 600px` and its like."""
    match = re.fullmatch(r"(?:([0-9.]+(?:px|r?em))\s*(<=?)\s*)?width(?:\s*(<=?|>=?)\s*([0-9.]+(?:px|r?em)))?", told)
    if not match or not (match[2] or match[3]):
        return False
    width = WIDTHS[screen]
    above = match[2] is None or (_pixels(match[1]) <= width if match[2] == "<=" else _pixels(match[1]) < width)
    compared: dict[str | None, bool] = {None: True}
    if match[3]:
        limit = _pixels(match[4])
        compared = {"<": width < limit, "<=": width <= limit, ">": width > limit, ">=": width >= limit}
    return above and compared[match[3]]


def _pixels(value: str, otherwise: float = float("inf")) -> float:
    match = _LENGTH.fullmatch(value)
    if not match:
        return 0.0 if value == "0" else otherwise
    try:
        return float(match[1]) * (1 if match[2] == "px" else 16)
    except ValueError:
        return otherwise
