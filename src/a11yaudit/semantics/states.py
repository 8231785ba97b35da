"""Which elements a browser does not render, which assistive technology does not get, and what else is inherited."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from bs4.element import Tag

from a11yaudit.page import Page
from a11yaudit.semantics.aria import facts
from a11yaudit.semantics.index import Index
from a11yaudit.semantics.styles import LONGEST_STYLE, Styles, inline

NEVER_RENDERED = tuple("head title meta link style script template noscript datalist base param source track rp noembed noframes".split())
UNRENDERED, INVISIBLE, UNEXPOSED, INERT, DRAWING, FORMULA, BELOW_LEAF = 1, 2, 4, 8, 16, 32, 64
NONE, UNSEEN = frozenset({"none"}), frozenset({"hidden", "collapse"})
"""Values of `display` and `visibility` that hide."""
PROSE = 60
"""Characters in a row that are a sentence and no menu, button or label; set by reading pages."""
HIDDEN = UNRENDERED | INVISIBLE | UNEXPOSED
"""Programmatically hidden."""
_ADDED = {bit: bytes(value | bit for value in range(256)) for bit in (1, 2, 4, 8, 16, 32, 64)}
Span = tuple[int, int, bool]
"""An element's number, the end of its descendants, and whether something holds from there."""


def always(page: Page, index: Index) -> bytearray:
    """Per node the bits of what no style changes, inherited by the descendants."""
    found = bytearray(len(page.flat.nodes))
    for number in page.numbers("audio", "video"):
        _fill(found, number + 1, page.flat.end[number], UNRENDERED)
    for name in NEVER_RENDERED:
        _mark(found, page, page.numbers(name), UNRENDERED)
    _mark(found, page, [n for n in page.numbers("input") if _type(page, n) == "hidden"], UNRENDERED)
    _mark(found, page, [n for n in index.having("aria-hidden") if _true(page, n, "aria-hidden")], UNEXPOSED)
    return found


def plain(page: Page, index: Index, styles: Styles, found: bytearray) -> bytearray:
    """`always`, and what attributes, inline styles and the page's own sheets hide, except where that waits for a script."""
    _mark(found, page, [n for n, value in _inline_values(styles, "display") if value == "none"], UNRENDERED)
    _mark(found, page, _hidden_by_kind(page, index), UNRENDERED)
    _mark(found, page, _hidden_for_good(page, styles), UNRENDERED)
    spans = [(n, page.flat.end[n], value in ("hidden", "collapse")) for n, value in _inline_values(styles, "visibility")]
    _paint(found, spans, INVISIBLE)
    return found


def full(page: Page, index: Index, styles: Styles, roles: Sequence[int], found: bytearray) -> bytearray:
    """As `plain`, and what the page's own sheets hide, closed details, inert parts, drawings and formulas, and what is below `roles`.

    `roles` are the elements whose children are presentational.
    What a sheet hides on a wide screen and shows on a narrow one is shown. A sheet that hides the whole body waits for a script.
    """
    shown = styles.declaring("display")
    whole = {*page.numbers("html"), *page.numbers("body")}
    _mark(found, page, [n for n in shown if n not in whole and styles.everywhere(n, "display", NONE)], UNRENDERED)
    _mark(found, page, [n for n in _hidden_by_kind(page, index) if n not in shown], UNRENDERED)
    _mark(found, page, _closed(page), UNRENDERED)
    _mark(found, page, [*page.numbers("desc"), *page.numbers("metadata"), *_broken_out(page)], UNRENDERED)
    _mark(found, page, index.having("inert"), INERT)
    _mark(found, page, page.numbers("svg"), DRAWING)
    _mark(found, page, page.numbers("math"), FORMULA)
    for number in roles:
        _fill(found, number + 1, page.flat.end[number], BELOW_LEAF)
    spans = [
        (n, page.flat.end[n], styles.everywhere(n, "visibility", UNSEEN))
        for n, visibility in styles.declaring("visibility").items()
        if n not in whole and visibility.value not in ("inherit", "unset")
    ]
    _paint(found, spans, INVISIBLE)
    return found


def leaves(page: Page, index: Index) -> list[int]:
    """The elements whose children are presentational by their role or by HTML."""
    listed = facts().leaves
    by_role = [n for n in index.having("role") if not listed.isdisjoint((page.attribute(n, "role") or "").lower().split())]
    return [*by_role, *(n for name in ("button", "meter", "progress") for n in page.numbers(name) if "role" not in page.tag(n).attrs)]


def nested(found: bytearray, spans: Iterable[Span], bit: int) -> None:
    """Set a bit in nested spans in document order; an inner span that does not hold takes it away again. Linear."""
    _paint(found, spans, bit)


def _hidden_for_good(page: Page, styles: Styles) -> Iterator[int]:
    """What `display: none` hides on both screens and holds no prose: prose waits for a script or for a reader who unfolds it."""
    flat, hidden = page.flat, styles.declaring("display")
    prose = [i for i in flat.texts if len(flat.nodes[i]) >= PROSE] if hidden else []
    for number in hidden:
        if bisect_left(prose, number) == bisect_left(prose, flat.end[number]) and styles.everywhere(number, "display", NONE):
            yield number


def _inline_values(styles: Styles, name: str) -> Iterable[tuple[int, str]]:
    for number, style in styles.styled.items():
        if name in style and (declared := inline(style[:LONGEST_STYLE]).get(name)):
            yield number, declared[0]


def _hidden_by_kind(page: Page, index: Index) -> list[int]:
    hidden = [n for n in index.having("hidden") if page.attribute(n, "hidden") != "until-found"]
    dialogs = [n for n in page.numbers("dialog") if "open" not in page.tag(n).attrs]
    return [*hidden, *dialogs]


def _type(page: Page, number: int) -> str:
    return (page.attribute(number, "type") or "").strip().lower()


def _true(page: Page, number: int, name: str) -> bool:
    return (page.attribute(number, name) or "").strip().lower() == "true"


def _broken_out(page: Page) -> list[int]:
    """What stands in a `noscript` of the head and is no metadata: a parser without scripts moves it into the body."""
    flat = page.flat
    found: list[int] = []
    heads = page.numbers("head")
    for number in page.numbers("noscript"):
        if not heads or number >= flat.end[heads[0]]:
            break
        closing = page.text.find("</noscript", page.offset(number))
        i = flat.end[heads[0]]
        while i < len(flat.nodes) and closing > 0:
            node = flat.nodes[i]
            if isinstance(node, Tag) and node.sourceline is not None:
                if page.offset(i) > closing:
                    break
                if node.name != "body" and page.offset(i) > page.offset(number):
                    found.append(i)
            i += 1
    return found


def _closed(page: Page) -> list[int]:
    """The children of closed details but the first summary."""
    flat = page.flat
    found: list[int] = []
    for number in page.numbers("details"):
        if "open" in page.tag(number).attrs:
            continue
        child, summary = number + 1, False
        while child < flat.end[number]:
            if not summary and getattr(flat.nodes[child], "name", None) == "summary":
                summary = True
            else:
                found.append(child)
            child = flat.end[child]
    return found


def _mark(found: bytearray, page: Page, numbers: Iterable[int], bit: int) -> None:
    end = page.flat.end
    for number in numbers:
        if not found[number] & bit:
            _fill(found, number, end[number], bit)


def _fill(found: bytearray, start: int, end: int, bit: int) -> None:
    """Set a bit in a span, at the speed of C; an outermost span is filled once, since what is marked is skipped."""
    if start < end and not found[start] & bit:
        found[start:end] = found[start:end].translate(_ADDED[bit])


def _paint(found: bytearray, spans: Iterable[Span], bit: int) -> None:
    stack: list[Span] = []
    position = 0
    for span in (*spans, (len(found), len(found), False)):
        while stack and stack[-1][1] <= span[0]:
            _, end, holds = stack.pop()
            _set(found, position, end, bit, holds)
            position = max(position, end)
        if stack:
            _set(found, position, span[0], bit, stack[-1][2])
        position = max(position, span[0])
        stack.append(span)


def _set(found: bytearray, start: int, end: int, bit: int, holds: bool) -> None:
    if holds and start < end:
        found[start:end] = found[start:end].translate(_ADDED[bit])
