"""Finds the caption that belongs to a picture."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice

from a11yaudit.article.pictures import credits
from a11yaudit.article.vocabulary import words
from a11yaudit.model.article import Caption
from a11yaudit.page import Page
from a11yaudit.semantics import Semantics

LONGEST = 600
"""Characters of the longest text that is taken for a caption."""
LONGEST_NEIGHBOUR = 300
"""Characters of the longest block after a picture that is taken for its caption without any class."""
LONGEST_CLASSES = 4_000
"""Characters of an element's classes that are looked at."""
CELL = 80
"""Nodes of the largest element that is taken for a picture with what belongs to it."""
BESIDE = 6
"""Nodes between a picture and the stub after it."""
STEPS = 7
"""Elements around a picture that are looked at."""
_BLOCKS = ("p", "div", "small", "em", "i", "center", "span", "figcaption", "h6", "dd")
_FRAME = ("article", "main", "body")
_PASSED = ("br", "script", "style", "noscript", "meta", "source", "template")
CAPTION, CREDIT = 1, 2
_SLANTED = frozenset({"em", "i", "small", "cite"})


class Finder:
    """Pairs the pictures of one page with their captions."""

    def __init__(self, page: Page, semantics: Semantics, pictures: Sequence[int]) -> None:
        """`pictures` are the numbers of all picture elements, in document order."""
        self._page = page
        self._semantics = semantics
        self._names = page.flat.names
        self._pictures = [n for n in pictures if not is_stub(page, n) and not in_noscript(page, n)]
        self._figcaptions = page.numbers("figcaption")
        self._read: dict[int, Caption | None] = {}

    def caption(self, number: int) -> Caption | None:
        """The caption by `aria-describedby`, `<figcaption>`, a caption-like class beside the picture, or the block after it."""
        for place in self._candidates(number):
            if place not in self._read:
                self._read[place] = self._caption(place)
            if caption := self._read[place]:
                return caption
        return None

    def _caption(self, place: int) -> Caption | None:
        text = (self._semantics.text(place) if self._semantics.rendered(place) else self._page.raw_text(place)).strip()
        if not text or len(text) > LONGEST:
            return None
        body, credit = self._parted(place, text)
        around = (*islice(self._page.ancestors(place), STEPS), *range(place + 1, min(self._page.flat.end[place], place + CELL)))
        return Caption(
            text,
            body,
            credit or self._credit_beside(place),
            self._page.location(place),
            self._semantics.hidden(place),
            tuple(n for n in around if self._names[n]),
        )

    def _credit_beside(self, place: int) -> str:
        """The credit in an element of its own that follows the caption in one figure."""
        following = self._next_element(place)
        if following is None or not (self._names[following] == "figcaption" or self._said(following) == CREDIT):
            return ""
        text = self._semantics.text(following).strip()
        told = len(text) <= LONGEST_NEIGHBOUR and (self._said(following) == CREDIT or credits.is_credit(text))
        return text if told and self._semantics.rendered(following) else ""

    def frame(self, number: int) -> int:
        """The element that holds the picture and what belongs to it, where a caption would stand."""
        cell = number
        for around in islice(self._page.ancestors(number), STEPS):
            if self._names[around] == "figure":
                return around
            if self._names[around] in _FRAME or not self._alone(around):
                break
            cell = around
        return cell

    def _parted(self, place: int, text: str) -> tuple[str, str]:
        """The caption without its credit: an element that is marked as one at its end, else the words that are one."""
        for i in self._page.inside(place):
            if self._said(i) & CREDIT:
                credit = self._semantics.text(i)
                if credit and text.endswith(credit):
                    return credits.split(text[: -len(credit)].strip())[0], credit
        body, credit = credits.split(text)
        return ("", text) if self._said(place) == CREDIT and not (body and credit) else (body, credit)

    def _said(self, number: int) -> int:
        """What the class of an element says, as bits; 0 for other nodes."""
        classes = self._page.tag(number).attrs.get("class") if self._names[number] else None
        return _says(" ".join(classes)[:LONGEST_CLASSES]) if classes else 0

    def _candidates(self, number: int) -> Iterator[int]:
        page = self._page
        described = (page.attribute(number, "aria-describedby") or "").split()
        yield from (self._by_id[key] for key in described if key in self._by_id)
        cell = number
        for around in islice(page.ancestors(number), STEPS):
            name = self._names[around]
            if name in _FRAME:
                break
            inside = self._inside(self._figcaptions, around)
            own = next((i for i in self._around_pictures(inside, number) if self._frames(i, number)), None)
            if own is not None:
                yield own
                return
            if name == "figure" and not self._outer_figure(around):
                cell = around
                yield from self._by_class(number, around)
                break
            if not self._alone(around):
                break
            cell = around
            yield from self._by_class(number, around)
        yield from self._after(cell)

    @cached_property
    def _by_id(self) -> dict[str | None, int]:
        return {self._page.attribute(n, "id"): n for n in self._page.numbers("p", "div", "span", "figcaption", "dd", "small", "em")}

    def _inside(self, numbers: Sequence[int], around: int) -> Sequence[int]:
        """Those of the numbers that stand below an element."""
        return numbers[bisect_right(numbers, around) : bisect_left(numbers, self._page.flat.end[around])]

    def _around_pictures(self, captions: Sequence[int], number: int) -> Sequence[int]:
        """The caption after a picture, then the one before it: of many in one element no more than these can be its own."""
        place = bisect_left(captions, number)
        return (*captions[place : place + 1], *captions[max(0, place - 1) : place])

    def _frames(self, caption: int, number: int) -> bool:
        """Whether the figure of a caption, or where there is none the element around it, holds the picture."""
        figures = (n for n in islice(self._page.ancestors(caption), STEPS) if self._names[n] == "figure")
        around = next(figures, self._page.flat.parent[caption])
        return around < number < self._page.flat.end[around]

    def _outer_figure(self, number: int) -> bool:
        return any(self._names[n] == "figure" for n in islice(self._page.ancestors(number), 3))

    def _alone(self, around: int) -> bool:
        """Whether an element holds one picture, and little else."""
        return self._page.flat.end[around] - around <= CELL and len(self._inside(self._pictures, around)) <= 1

    def _by_class(self, number: int, around: int) -> Iterator[int]:
        """Elements with a caption-like class beside the picture."""
        end = self._page.flat.end
        if end[around] - around > CELL:
            return
        for i in self._page.inside(around):
            if end[i] - i > 1 and not i < number < end[i] and self._names[i] != "figure" and self._said(i):
                yield i

    def _after(self, cell: int) -> Iterator[int]:
        """The block after the picture, where its class, its slanted letters or its first word say that it is a caption."""
        flat = self._page.flat
        for around in (cell, flat.parent[cell]):
            if around < 0 or (around != cell and not self._alone(around)):
                return
            following = self._next_element(around)
            if following is None:
                continue
            if self._names[following] not in _BLOCKS or self._inside(self._pictures, following):
                return
            text = self._semantics.text(following)
            if not text:
                continue
            said, short = self._said(following), len(text) <= LONGEST_NEIGHBOUR
            if len(text) <= LONGEST and (said & CAPTION or (short and (said & CREDIT or self._like_caption(following, text)))):
                yield following
            return

    def _like_caption(self, number: int, text: str) -> bool:
        slanted = self._names[number] in _SLANTED or any(
            self._names[i] in _SLANTED and self._semantics.text(i) == text
            for i in range(number + 1, min(self._page.flat.end[number], number + 6))
        )
        return bool(
            slanted or words().caption_starts.match(text.lstrip()) or (credits.is_credit(text) and len(text) < LONGEST_NEIGHBOUR / 2)
        )

    def _next_element(self, number: int) -> int | None:
        """The next element beside a node, None where text comes first or nothing follows."""
        flat = self._page.flat
        i, end = flat.end[number], flat.end[flat.parent[number]] if flat.parent[number] >= 0 else 0
        while i < end:
            name, node = flat.names[i], flat.nodes[i]
            if name and name not in _PASSED:
                return i
            if not name and type(node) is str and node.strip():
                return None
            i = flat.end[i]
        return None


def is_stub(page: Page, number: int) -> bool:
    """Whether a script only puts the picture beside it here: an element without an address and right after another picture."""
    attributes = page.tag(number).attrs
    if "src" in attributes or any(name.endswith(("src", "srcset")) or name.startswith("data-") for name in attributes):
        return False
    return "img" in page.flat.names[max(0, number - BESIDE) : number]


def in_noscript(page: Page, number: int) -> bool:
    """Whether a picture is the copy for browsers without scripts."""
    return any(page.flat.names[n] == "noscript" for n in islice(page.ancestors(number), 3))


@lru_cache(maxsize=4096)
def _says(label: str) -> int:
    """What a class says, as the bits `CAPTION` and `CREDIT`: the pictures of a page share their classes."""
    return CAPTION * bool(words().captions.search(label)) | CREDIT * bool(words().credits.search(label))
