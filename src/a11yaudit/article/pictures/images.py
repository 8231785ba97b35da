"""The pictures of the article, each once, with what it is for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import urlsplit

from bs4.element import Tag

from a11yaudit.article import class_names
from a11yaudit.article.class_names import Says
from a11yaudit.article.pictures import beside, captions, identity
from a11yaudit.model.article import Caption, Image, ImageRole
from a11yaudit.page import Page
from a11yaudit.page.page import attribute
from a11yaudit.semantics import Semantics

LAZY = ("data-src", "data-lazy-src", "data-original", "data-original-src", "data-hi-res-src", "data-lazy", "data-srcset")
PICTURES = ("img", "amp-img")
SMALL = 64
"""Pixels up to which both sides of an icon measure."""
DOT = 2
"""Pixels up to which both sides of a tracking pixel measure."""
SMALLEST_LEAD, BEFORE_LEAD = 100, 8
"""Pixels of a side of a picture that opens an article, and the blocks of text that may stand before it."""
NEAR_HEADLINE = 40
"""Nodes before the headline in which a lead picture may stand outside of the article's element."""
NEAR_END = 60
"""Nodes after the last text in which a picture may still belong to it."""
NEAR_LINK = 200
"""Nodes around a linked picture in which a link to the same place says the same."""
MOST_SIZES = 40
"""Addresses of one picture that are looked at."""
LONGEST_VALUE = 2_000
"""Characters of an attribute in which the address of a lazy picture is looked for."""
FLAT = 5
"""Pixels up to which a picture is high that is a line and nothing else."""
NODES_PER_LINK = 25
"""Nodes for each link in a list of teasers; an element with fewer links is a part of the text, whatever its class says."""
_BESIDE = sum((Says.BOILERPLATE, Says.COMMENTS, Says.SHARE, Says.NEWSLETTER, Says.RELATED))
_AROUND = ("nav", "footer", "aside", "button")
LANDMARKS_AROUND = frozenset({"navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog"})
"""Roles of what stands around an article."""
_AVATAR = re.compile(r"(?:^|[\s_-])(?:avatars?|gravatar|authors?|headshots?|bylines?|contributors?|profile)(?:$|[\s_-])", re.IGNORECASE)
_DRAWN_FILE = re.compile(
    r"(?:^|[\W_])(?:icons?|logos?|logotype|icns?|emojis?|sprites?|badges?|buttons?|btn|bookmarks?|pinit|load(?:ing|er)|spinner|print(?:er)?|favicon|avatars?|gravatar)(?:$|[\W_\d])",
    re.IGNORECASE,
)
"""A file name that says that it is none of the article's pictures."""
_ICON = re.compile(r"(?:^|[\s_-])(?:icons?|logos?|emojis?|sprites?|badges?|spinner|flagicon)(?:$|[\s_-])", re.IGNORECASE)
_TRACKERS = (
    *("/tr?", "/pixel.gif", "/pixel?", "/pixel/", "/beacon.", "/beacon/", "/beacon?", "/b?c1=", "/piwik.", "/matomo."),
    *("scorecardresearch.", "doubleclick.net", "google-analytics."),
)
_SCALED = ("responsive", "intrinsic", "fill", "flex-item")
"""Layouts of AMP in which a picture fills what is around it."""
_STYLED_SIDE = re.compile(r"(?:^|[;\s])(width|height)\s*:\s*(\d{1,5})(?:\.\d+)?px", re.IGNORECASE)
_ORNAMENT = re.compile(
    r"(?:^|[\W_])(?:dividers?|separators?|spacers?|ornaments?|flourish|bullets?|arrows?|shadow|blank|transparent|1x1)(?:$|[\W_])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?:)?/[^\s\"'<>\[\](){},;]{1,500}\.(?:jpe?g|png|webp|gif|avif)\b", re.IGNORECASE)
_STAND_IN = re.compile(
    r"lazy_?-?placeholder|(?:^|/)(?:[\w-]{0,20}[-_])?(?:placeholder|blank|spacer|transparent|loading|pixel|grey|lazy)[\w-]*\.\w+\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Zone:
    """Where the article's pictures may stand, as numbers of nodes."""

    whole: bool
    """Whether the whole document counts as the article."""
    headline: int | None
    text: tuple[int, ...]
    """The blocks of the running text, in ascending order."""
    root: int
    """The element that was chosen as the article's."""
    hidden: bool
    """Whether the article stands in hidden elements, so that hidden pictures are its own."""

    def holds_text(self, number: int, end: int) -> bool:
        """Whether running text stands between two nodes."""
        return bisect_right(self.text, number) < bisect_left(self.text, end)

    def holds_blocks_before(self, number: int) -> int:
        """Blocks of the text before a node."""
        return bisect_left(self.text, number)


def images(page: Page, semantics: Semantics, zone: Zone, taken: frozenset[int]) -> Iterator[Image]:
    """The article's pictures in document order; nothing below the elements in `taken` is one. Twins count once, the first in the source."""
    pictures = page.numbers(*PICTURES)
    finder = captions.Finder(page, semantics, pictures)
    reader = _Reader(page, semantics, finder)
    lead = _Lead(page, zone)
    seen: dict[str, int] = {}
    copies = _noscript_copies(page, pictures)
    lazy = {copy: number for number, copy in copies.items()}
    identities = Identities()
    for number in _chosen(page, semantics, zone, taken, pictures):
        if number in lazy and _same_alt(page, lazy[number], number) and (page.attribute(number, "alt") or "").strip():
            continue
        src = source(page.tag(number))
        if number in copies and _is_stand_in(src):
            src = source(page.tag(copies[number])) or src
        key = "" if _is_stand_in(src) else identities.of(src, _other_sizes(page, number))
        if key and key in seen and _twin(page, seen[key], number):
            continue
        seen[key] = number
        image = reader.image(number, src, key)
        if image.role == ImageRole.TRACKING:
            continue
        yield replace(image, role=ImageRole.LEAD) if lead.takes(image, number) else image


class _Lead:
    """Tells the picture that opens the article: the first large one near the headline."""

    def __init__(self, page: Page, zone: Zone) -> None:
        self._page = page
        self._zone = zone
        self._seen = False

    def takes(self, image: Image, number: int) -> bool:
        """Whether a picture is the lead; asked for one after the other, in document order."""
        if self._seen or image.role != ImageRole.CONTENT or self._zone.holds_blocks_before(number) > BEFORE_LEAD:
            return False
        sides = [_size(self._page.attribute(number, name)) for name in ("width", "height")]
        if any(side is not None and side < SMALLEST_LEAD for side in sides):
            return False
        self._seen = True
        return True


class Identities:
    """Which of the pictures seen so far an address shows."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, src: str, others: Iterable[str]) -> str:
        """The key of a picture by its address and by the addresses of its other sizes and formats."""
        keys = [key for address in (src, *others) if (key := identity.key(address))]
        found = next((self._known[key] for key in keys if key in self._known), identity.key(src))
        for key in keys:
            self._known.setdefault(key, found)
        return found


def _other_sizes(page: Page, number: int) -> Iterator[str]:
    """The addresses in `srcset`, of the sources of the same `<picture>`, and the file that a link around the picture shows large."""
    for listed in (page.attribute(number, "srcset"), *_sources(page, number)):
        for candidate in islice((listed or "").split(", "), MOST_SIZES):
            if candidate.strip() and not candidate.startswith("data:"):
                yield candidate.split()[0]
    link = page.flat.parent[number]
    href = page.attribute(link, "href") if link >= 0 and page.flat.names[link] == "a" else None
    if href and identity.is_picture(href):
        yield href


def _sources(page: Page, number: int) -> Iterator[str | None]:
    picture = page.flat.parent[number]
    if picture >= 0 and page.flat.names[picture] == "picture":
        for i in islice(page.inside(picture), MOST_SIZES):
            if page.flat.names[i] == "source":
                yield page.attribute(i, "srcset")


def _noscript_copies(page: Page, pictures: Sequence[int]) -> dict[int, int]:
    """By a lazy picture the one in the `<noscript>` after it, or before it in the same element."""
    flat, found = page.flat, dict[int, int]()
    for number in page.numbers("noscript"):
        copy = next((i for i in page.inside(number) if flat.names[i] in PICTURES), None)
        if copy is None:
            continue
        place = bisect_left(pictures, number)
        beside = (*pictures[max(0, place - 1) : place], *pictures[bisect_left(pictures, flat.end[number]) :][:1])
        around = flat.parent[number]
        lazy = next((n for n in beside if around < n < flat.end[around] and not captions.in_noscript(page, n)), None)
        if lazy is not None and abs(lazy - number) <= captions.CELL:
            found.setdefault(lazy, copy)
    return found


def _is_stand_in(src: str) -> bool:
    """Whether an address shows nothing of the picture: a script will put another one in its place."""
    return not src or src.startswith("data:") or bool(_STAND_IN.search(urlsplit_path(src)))


def _same_alt(page: Page, first: int, second: int) -> bool:
    return (page.attribute(first, "alt") or "").strip() == (page.attribute(second, "alt") or "").strip()


def _chosen(page: Page, semantics: Semantics, zone: Zone, taken: frozenset[int], pictures: Sequence[int]) -> Iterator[int]:
    holders = _holders(page, zone)
    for number in pictures:
        around = list(page.ancestors(number))
        if number in taken or not taken.isdisjoint(around) or captions.is_stub(page, number) or _drawn_by(page, number, around):
            continue
        names = {page.flat.names[n] for n in around}
        if "amp-img" in names:
            continue
        if not (semantics.rendered(number) or zone.hidden or "noscript" in names) or "template" in names:
            continue
        if zone.whole or (names.isdisjoint(_AROUND) and _belongs(page, zone, holders, number, around, names)):
            yield number


def _drawn_by(page: Page, number: int, around: Sequence[int]) -> bool:
    """Whether a script drew a picture into the element that stands for it: AMP's own `<img>` and its spacer."""
    return page.flat.names[number] == "img" and any(page.flat.names[n] == "amp-img" for n in around[:3])


def _holders(page: Page, zone: Zone) -> frozenset[int]:
    """The innermost `<article>` and `<main>` around the headline: a picture in them before the headline is the article's."""
    if zone.headline is None:
        return frozenset()
    around = list(page.ancestors(zone.headline))
    found = [next((n for n in around if page.flat.names[n] == name), None) for name in ("article", "main")]
    return frozenset(n for n in found if n is not None)


def _belongs(page: Page, zone: Zone, holders: frozenset[int], number: int, around: list[int], names: set[str]) -> bool:
    text = zone.text or (0,)
    start = min(text[0], zone.headline) if zone.headline is not None else text[0]
    within = zone.root in around or not holders.isdisjoint(around)
    if number < start and ("article" not in names or not within):
        link = next((page.attribute(n, "href") or "" for n in around if page.flat.names[n] == "a"), "")
        if link and not identity.is_picture(link):
            return False
    if number < start and not within:
        return zone.headline is not None and zone.headline - number <= NEAR_HEADLINE and "header" not in names
    if number > text[-1] and (zone.root not in around or (number - text[-1] > NEAR_END and "figure" not in names and "a" in names)):
        return False
    return not _beside(page, zone, around)


def _beside(page: Page, zone: Zone, around: list[int]) -> bool:
    """Whether an element around the picture that holds none of the article's text is one of links, comments, fields and the like."""
    for number in around:
        if zone.holds_text(number, page.flat.end[number]):
            return False
        if page.flat.names[number] == "form" or page.attribute(number, "role") in LANDMARKS_AROUND:
            return True
        label = page.attribute(number, "class") if page.flat.names[number] != "figure" else None
        says = class_names.read_label(label) if label else 0
        if says & _BESIDE and not says & Says.ARTICLE:
            links = page.numbers("a")
            count = bisect_left(links, page.flat.end[number]) - bisect_right(links, number)
            return count * NODES_PER_LINK >= page.flat.end[number] - number
    return False


def _twin(page: Page, first: int, second: int) -> bool:
    """Whether two pictures of one file are one to a reader: a `<noscript>` copy, or copies for two screens side by side."""
    if any(page.flat.names[n] == "noscript" for n in page.ancestors(second)):
        return True
    return second - first <= captions.CELL and (_same_alt(page, first, second) or not (page.attribute(second, "alt") or "").strip())


class _Reader:
    """Reads single pictures of one page."""

    def __init__(self, page: Page, semantics: Semantics, finder: captions.Finder) -> None:
        self._page = page
        self._semantics = semantics
        self._finder = finder
        self._links = page.numbers("a")
        self._beside = beside.Finder(page, semantics)

    def image(self, number: int, src: str, key: str) -> Image:
        page, semantics = self._page, self._semantics
        link = next((n for n in page.ancestors(number) if page.flat.names[n] == "a" and "href" in page.tag(n).attrs), None)
        caption = self._finder.caption(number)
        linked_text = self._linked_text(link) if link is not None else ""
        return Image(
            src=src,
            alt=page.attribute(number, "alt"),
            name=semantics.name(number) or None,
            role=self._role(number, src, caption, linked_text),
            caption=caption,
            link=page.attribute(link, "href") if link is not None else None,
            location=page.location(number),
            linked_text=linked_text,
            hidden=page.attribute(number, "aria-hidden") == "true",
            frame=page.location(self._finder.frame(number)),
            key=key,
            file=identity.file_name(src),
            beside=tuple(self._beside.of(number, link, caption)) if (page.attribute(number, "alt") or "").strip() else (),
        )

    def _linked_text(self, link: int) -> str:
        """The text of the link, or of a link to the same place beside it."""
        own = self._semantics.text(link) or self._page.attribute(link, "aria-label") or self._page.attribute(link, "title") or ""
        if own.strip():
            return own
        href = self._page.attribute(link, "href")
        place = bisect_right(self._links, link)
        for other in (*self._links[place : place + 3], *self._links[max(0, place - 4) : place - 1]):
            if abs(other - link) <= NEAR_LINK and self._page.attribute(other, "href") == href:
                text = self._semantics.text(other)
                if text:
                    return text
        return ""

    def _role(self, number: int, src: str, caption: Caption | None, linked_text: str) -> ImageRole:
        page, tag = self._page, self._page.tag(number)
        width, height = _sides(tag)
        known = [side for side in (width, height) if side is not None]
        if (known and max(known) <= DOT) or any(map(src.lower().__contains__, _TRACKERS)):
            return ImageRole.TRACKING
        if caption:
            return ImageRole.CONTENT
        label = f"{attribute(tag, 'class') or ''} {attribute(tag, 'id') or ''}"
        around = " ".join(page.attribute(n, "class") or "" for n in islice(page.ancestors(number), 2))
        if not (attribute(tag, "alt") or "").strip() and _drawn_line(tag, height):
            return ImageRole.DECORATIVE
        if _AVATAR.search(label) or _AVATAR.search(around) or "gravatar.com" in src:
            return ImageRole.AVATAR
        alt = attribute(tag, "alt")
        path = urlsplit_path(src).lower()
        drawn = path.endswith((".svg", ".ico"))
        named = _ICON.search(label) or _DRAWN_FILE.search(path.rsplit("/", 1)[-1].rpartition(".")[0])
        flat = bool(known) and 0 < min(known) <= FLAT
        if named or flat or (known and 0 < max(known) <= SMALL) or (drawn and not (alt or "").strip()):
            return ImageRole.ICON
        beside = bool(linked_text) and alt is not None
        ornament = _ORNAMENT.search(urlsplit_path(src).rsplit("/", 1)[-1]) or src.startswith("data:") or not src
        return ImageRole.DECORATIVE if not (alt or "").strip() and alt is not None and (beside or ornament) else ImageRole.CONTENT


def _sides(tag: Tag) -> tuple[int | None, int | None]:
    """Width and height in pixels. AMP scales pictures, so that small numbers on one are only the shape of it."""
    width, height = _size(attribute(tag, "width")), _size(attribute(tag, "height"))
    if tag.name == "amp-img" and (attribute(tag, "layout") or "").strip().lower() in _SCALED and max(width or 0, height or 0) <= SMALL:
        return None, None
    styled = {name: int(side) for name, side in _STYLED_SIDE.findall(str(tag.attrs.get("style", ""))[:LONGEST_VALUE])}
    return styled.get("width", width), styled.get("height", height)


def _drawn_line(tag: Tag, height: int | None) -> bool:
    """Whether a picture without a text is decoration by its role or a flat line."""
    said = (attribute(tag, "role") or "").strip().lower()
    return attribute(tag, "alt") is not None and (said in ("none", "presentation") or (height is not None and height <= FLAT))


def source(tag: Tag) -> str:
    """The address of the picture that a reader sees in the end: the lazy one, for `src` is then a stand-in; else `src`, else `srcset`."""
    for name in LAZY:
        value = (attribute(tag, name) or "").strip()
        if value and not value.startswith(("data:", "{", "[")):
            return value.split()[0].rstrip(",")
    src = (attribute(tag, "src") or "").strip()
    if not _is_stand_in(src):
        return src
    listed = (attribute(tag, "srcset") or "").strip()
    if listed and not listed.startswith("data:"):
        return listed.split()[0].rstrip(",")
    return _lazy_address(tag) or src[:200]


def _lazy_address(tag: Tag) -> str:
    """The address of a picture in any attribute that a script reads, for a picture whose own address is a stand-in."""
    for name, value in tag.attrs.items():
        if name.startswith("data-") and type(value) is str and (found := _ADDRESS.search(value[:LONGEST_VALUE])):
            return found[0]
    return ""


def urlsplit_path(src: str) -> str:
    """The path of an address, of a broken one the whole."""
    try:
        return urlsplit(src).path
    except ValueError:
        return src


def _size(value: str | None) -> int | None:
    digits = re.match(r"\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*\Z", value or "")
    return int(digits[1]) if digits else None
