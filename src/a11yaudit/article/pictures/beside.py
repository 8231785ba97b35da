"""What is read out right before and after a picture, and in its own link."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from a11yaudit.model.article import Beside, Caption
from a11yaudit.page import Page
from a11yaudit.semantics import Semantics

NEAR = 24
"""Nodes between a picture and a text that stands beside it."""
LONGEST = 300
"""Characters of a text that may be what a picture's alternative text repeats."""
STEPS = 6
"""Elements around a text that are looked at for the block or the link that it is."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS = {"a": "link", "button": "button", **dict.fromkeys(_HEADINGS, "heading")}
_BLOCKS = frozenset({*_KINDS, "p", "div", "li", "td", "th", "dt", "dd", "figcaption", "section", "article", "body"})


class Finder:
    """Finds what stands beside the pictures of one page."""

    def __init__(self, page: Page, semantics: Semantics) -> None:
        self._page = page
        self._semantics = semantics

    def of(self, number: int, link: int | None, caption: Caption | None) -> Iterator[Beside]:
        """The other words of its link or button, then the texts right before and after it that are no caption."""
        holder = link if link is not None else self._holder(number, ("button",))
        if holder is not None and (text := self._semantics.text(holder).strip()) and len(text) <= LONGEST:
            yield Beside("link" if link is not None else "button", text, self._page.location(holder))
            return
        own = {caption.location.node, *caption.around} if caption else set[int]()
        texts = self._semantics.texts
        place = bisect_left(texts, number)
        for text_node in (*texts[max(0, place - 1) : place], *texts[place : place + 1]):
            if abs(text_node - number) > NEAR or text_node in own or self._semantics.hidden(self._page.flat.parent[text_node]):
                continue
            block = self._block(text_node, number)
            if block is not None and block not in own and (text := self._semantics.text(block).strip()) and len(text) <= LONGEST:
                yield Beside(self._kind(block), text, self._page.location(block))

    def _holder(self, number: int, names: tuple[str, ...]) -> int | None:
        return next((n for n in islice(self._page.ancestors(number), STEPS) if self._page.flat.names[n] in names), None)

    def _block(self, text_node: int, number: int) -> int | None:
        """The innermost block around a text, as long as it does not hold the picture; else the last element that does not."""
        flat, found = self._page.flat, None
        for around in islice(self._page.ancestors(text_node), STEPS):
            if around < number < flat.end[around]:
                break
            found = around
            if flat.names[around] in _BLOCKS:
                break
        return found

    def _kind(self, block: int) -> str:
        names = self._page.flat.names
        around = (block, *islice(self._page.ancestors(block), STEPS))
        return next((_KINDS[names[n]] for n in around if names[n] in _HEADINGS), _KINDS.get(names[block], "text"))
