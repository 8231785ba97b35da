"""Which nodes of a page are the article's, in the order of the document.

The article goes from its first element to its last. What stands between them belongs to it, but for islands of the site: elements that
hold nothing of the article, such as a bar of share buttons under the headline or a side column beside the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from a11yaudit.article import class_names
from a11yaudit.article.class_names import Says
from a11yaudit.article.pictures.images import LANDMARKS_AROUND
from a11yaudit.article.text_runs import Run
from a11yaudit.model.article import RUNNING_TEXT, Image, ImageRole, Role
from a11yaudit.model.part import Range
from a11yaudit.page import Page

_ENDS = RUNNING_TEXT | {Role.HEADLINE, Role.STANDFIRST, Role.BYLINE, Role.FOOTNOTE, Role.CORRECTION}
"""Roles that can be the first or the last of the article."""
_OWN = _ENDS | {Role.DATELINE, Role.READING_TIME, Role.PULL_QUOTE, Role.CAPTION, Role.CREDIT}
"""Roles that are the article's where they stand between its ends."""
_SITE = frozenset({"nav", "aside", "footer", "dialog", "menu"})
_SITE_SAYS = Says.BOILERPLATE | Says.COMMENTS | Says.BIO | Says.TAGS | Says.SHARE | Says.NEWSLETTER | Says.RELATED
_ISLAND = Says.SHARE | Says.COMMENTS | Says.NEWSLETTER | Says.RELATED
"""Classes of what the site puts beside a text in the same element."""
_CONTROLS = frozenset("button input select textarea form".split())
LONGEST_ADDRESS = 120
"""Characters of an address that say what it is for."""
_SHARER = re.compile(
    r"facebook\.com/(?:sharer|share\.php|dialog/)|(?:twitter|x)\.com/(?:share|intent)|linkedin\.com/share|plus\.google\.com/share"
    r"|pinterest\.[a-z]+/pin/create|reddit\.com/submit|tumblr\.com/share|xing\.com/.{0,20}share|(?:wa\.me|whatsapp\.com)/.{0,10}\?text="
    r"|whatsapp://send|t\.me/share|telegram\.me/share|\Amailto:\?",
    re.IGNORECASE,
)
_EMBEDS = frozenset("iframe video audio object embed table math canvas".split())
"""What an author puts beside the text."""
_PICTURES = frozenset({"img", "amp-img", "picture", "svg"})
"""Those of the article are known; any other one is the template's."""
_TEXT_LEVEL = frozenset("p li ul ol dl dd dt td th blockquote pre h1 h2 h3 h4 h5 h6".split())
_INLINE = frozenset({"a", "span", "b", "i", "em", "strong"})
_FRAME = frozenset({"html", "body", "main", "article"})
MOST_AROUND = 6
"""Elements around a picture that may be its link, its figure and their wrappers."""
MOST_LOOKED_AT = 40
"""Nodes of an island without text in which its classes are looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of the article: runs with their roles, pictures, and the elements that interrupt it."""

    runs: Sequence[Run]
    roles: Sequence[Role]
    images: Sequence[Image]
    units: Sequence[int]


def extent(page: Page, found: Found) -> tuple[Range, ...]:
    """The ranges of nodes that are the article's; none where it has no text."""
    return tuple(_joined(_Walk(page, found).ranges()))


class _Walk:
    """Goes from the first element of the article to its last, into what holds something of it and past everything else."""

    def __init__(self, page: Page, found: Found) -> None:
        self._page = page
        self._flat = page.flat
        runs = list(zip(found.runs, found.roles, strict=True))
        self._starts = [run.start for run in found.runs]
        self._foreign = [run.start for run, role in runs if role not in _OWN]
        self._blocks = frozenset(run.node for run, role in runs if role in _OWN)
        text = [run for run, role in runs if role in RUNNING_TEXT]
        self._text = (text[0].start, text[-1].start) if text else (0, 0)
        self._holders = frozenset(self._flat.parent[run.node] for run in text)
        """Elements that paragraphs stand right in."""
        pictures = [self._frame(image.location.node) for image in found.images if _shows(image)]
        pictures += self._last_embeds()
        own = [run.start for run, role in runs if role in _OWN]
        self._whole = frozenset((*found.units, *pictures))
        """Elements that are the article's with all that is in them."""
        self._own = sorted((*own, *self._whole))
        ends = [number for number, (run, role) in enumerate(runs) if role in _ENDS]
        starts = [self._start(found.runs[number]) for number in ends[:1]]
        self._first = min((*starts, *pictures), default=0)
        lasts = [self._end(number, found.runs[number]) for number in ends[-1:]]
        self._end_of_all = max((*lasts, *(self._flat.end[picture] for picture in pictures)), default=0)

    def _start(self, run: Run) -> int:
        """The element of a run where it holds no other, else the run's first text."""
        return run.node if not _any(self._foreign, run.node, self._flat.end[run.node]) else run.start

    def _end(self, number: int, run: Run) -> int:
        """One after the last node of a run: where its element ends, or the next run begins."""
        following = self._starts[number + 1] if number + 1 < len(self._starts) else self._flat.end[run.node]
        return min(self._flat.end[run.node], max(following, run.start + 1))

    def _frame(self, picture: int) -> int:
        """The outermost element around a picture that holds no text: the link or the figure that it stands in."""
        flat = self._flat
        for around in islice(self._page.ancestors(picture), MOST_AROUND):
            if flat.names[around] in _FRAME or _any(self._starts, around, flat.end[around]):
                break
            picture = around
        return picture

    def _last_embeds(self) -> list[int]:
        """Films and the like that end the article: they follow its last paragraph in the same element, with no other text in between."""
        last = self._text[1]
        embeds = (self._frame(number) for number in self._page.numbers(*_EMBEDS) if number > last > 0)
        near = (number for number in embeds if self._flat.parent[number] in self._holders and not _any(self._foreign, last, number))
        return [number for number in near if not self._is_site(number)]

    def ranges(self) -> Iterator[Range]:
        """Ranges that may touch each other."""
        for number in sorted(node for node in self._blocks if node < self._first < self._flat.end[node]):
            yield number, number + 1
        number, names, end = self._first, self._flat.names, self._flat.end
        while number < self._end_of_all:
            after = end[number] if names[number] else number + 1
            if number in self._whole or self._is_block(number, after):
                yield number, after
            elif not names[number] or _any(self._own, number, after):
                yield number, number + 1
                after = number + 1
            elif self._belongs(number, after):
                yield number, after
            number = after

    def _is_block(self, number: int, end: int) -> bool:
        """Whether an element is a text of the article and nothing else: no other text, no share bar beside the date."""
        if number not in self._blocks or _any(self._foreign, number, end):
            return False
        return self._flat.names[number] in _TEXT_LEVEL or not any(map(self._is_island, self._elements(number)[1:]))

    def _is_island(self, node: int) -> bool:
        """Whether the site put an element beside a text."""
        return bool(self._says(node) & _ISLAND) or (self._flat.names[node] == "a" and self._shares(node))

    def _belongs(self, number: int, end: int) -> bool:
        """Whether an element that holds no text of the article is its own all the same."""
        if _any(self._foreign, number, end):
            return False
        kinds = {self._flat.names[node] for node in self._elements(number)}
        if kinds & _CONTROLS or self._is_site(number):
            return False
        return bool(kinds & _EMBEDS) or (not kinds & _PICTURES and self._of_text(number))

    def _elements(self, number: int) -> list[int]:
        """An element and the first ones inside it."""
        names = self._flat.names
        return [node for node in islice(range(number, self._flat.end[number]), MOST_LOOKED_AT) if names[node]]

    def _is_site(self, number: int) -> bool:
        """Whether an element, or one inside it, is named as a part of the site."""
        names = self._flat.names
        return any(
            names[node] in _SITE
            or (names[node] == "a" and self._shares(node))
            or self._says(node) & _SITE_SAYS
            or self._page.attribute(node, "role") in LANDMARKS_AROUND
            for node in self._elements(number)
        )

    def _shares(self, node: int) -> bool:
        """Whether a link offers the page to a social network."""
        return bool(_SHARER.search((self._page.attribute(node, "href") or "")[:LONGEST_ADDRESS]))

    def _says(self, node: int) -> int:
        return class_names.of(self._page.tag(node), self._flat.names[node])

    def _of_text(self, number: int) -> bool:
        """Whether an element without text stands among the text: in a paragraph or the like, or right beside one."""
        between = self._text[0] < number < self._text[1]
        names, parent = self._flat.names, self._flat.parent[number]
        among = names[number] in _TEXT_LEVEL or names[parent] in _TEXT_LEVEL or (names[number] in _INLINE and parent in self._holders)
        return (between and among) or parent in self._blocks


def _shows(image: Image) -> bool:
    """Whether a picture is part of what the article shows, and no icon or portrait in a line of the template."""
    return image.caption is not None or image.role in (ImageRole.LEAD, ImageRole.CONTENT)


def _any(numbers: Sequence[int], start: int, end: int) -> bool:
    """Whether any of some ascending numbers lies between two others."""
    place = bisect_left(numbers, start)
    return place < len(numbers) and numbers[place] < end


def _joined(ranges: Iterator[Range]) -> Iterator[Range]:
    """The same ranges, those that touch as one."""
    start, end = -1, -1
    for first, after in ranges:
        if first != end:
            if end > start:
                yield start, end
            start = first
        end = after
    if end > start:
        yield start, end
