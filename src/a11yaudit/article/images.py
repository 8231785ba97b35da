"""The pictures of the article, with their captions."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from bs4.element import Tag

from a11yaudit.article import credits
from a11yaudit.article.words import words
from a11yaudit.model.article import Caption, Image, ImageRole
from a11yaudit.page import Page
from a11yaudit.page.page import attribute
from a11yaudit.semantics import Semantics

LAZY = ("data-src", "data-lazy-src", "data-original", "data-srcset", "srcset")
CAPTION_STEPS = 4
"""How many elements around a picture are searched for a caption-like class."""
LONGEST_CAPTION = 600
_AVATAR = re.compile(r"avatar|gravatar|author|profile|headshot|byline", re.IGNORECASE)
_ICON = re.compile(r"(?:^|[\s_-])(?:icon|logo|emoji|sprite|badge|spinner)s?(?:$|[\s_-])", re.IGNORECASE)
_TRACKER = re.compile(r"pixel|beacon|/tr\?|analytics|scorecardresearch|doubleclick|/b\?c1=", re.IGNORECASE)


def images(page: Page, semantics: Semantics, numbers: Iterable[int]) -> Iterator[Image]:
    """The pictures among these `<img>` elements; a `<noscript>` twin is not counted again."""
    lead_seen = False
    seen: set[str] = set()
    for number in numbers:
        tag = page.tag(number)
        in_noscript = any(page.tag(n).name == "noscript" for n in page.ancestors(number))
        src = source(tag)
        key = file_key(src)
        if in_noscript and key in seen:
            continue
        seen.add(key)
        link = next((n for n in page.ancestors(number) if page.tag(n).name == "a"), None)
        caption = caption_of(page, semantics, number)
        role = _role(page, number, tag, src, caption)
        if role == ImageRole.CONTENT and not lead_seen:
            role, lead_seen = ImageRole.LEAD, True
        yield Image(
            src=src,
            alt=attribute(tag, "alt"),
            name=semantics.name(number) or None,
            role=role,
            caption=caption,
            link=page.attribute(link, "href") if link is not None else None,
            location=page.location(number),
            linked_text=semantics.text(link) if link is not None else "",
            hidden=not in_noscript and not semantics.exposed(number),
        )


def source(tag: Tag) -> str:
    """The address that shows the picture: `src`, or where that is a placeholder the lazy one."""
    src = (attribute(tag, "src") or "").strip()
    if src and not src.startswith("data:"):
        return src
    for name in LAZY:
        value = (attribute(tag, name) or "").strip()
        if value and not value.startswith("data:"):
            return value.split()[0].rstrip(",")
    return src[:200]


def file_key(src: str) -> str:
    """What two addresses of the same picture share: the file name without query and size."""
    try:
        path = urlsplit(src).path
    except ValueError:
        path = src
    return re.sub(r"[-_]?\d{2,4}x\d{2,4}(?=\.\w+$)", "", path.rsplit("/", 1)[-1]).lower()


def _role(page: Page, number: int, tag: Tag, src: str, caption: Caption | None) -> ImageRole:
    label = " ".join(filter(None, (attribute(tag, "class"), attribute(tag, "id"))))
    around = " ".join(filter(None, (page.attribute(n, "class") for n, _ in zip(page.ancestors(number), range(2), strict=False))))
    width, height = _size(attribute(tag, "width")), _size(attribute(tag, "height"))
    small = max(width or 0, height or 0)
    if (width is not None and width <= 2) or (height is not None and height <= 2) or _TRACKER.search(src):
        return ImageRole.TRACKING
    if caption:
        return ImageRole.CONTENT
    if _AVATAR.search(label) or _AVATAR.search(around):
        return ImageRole.AVATAR
    if _ICON.search(label) or (0 < small <= 48) or src.lower().split("?")[0].endswith(".svg"):
        return ImageRole.ICON
    explicit = (attribute(tag, "role") or "").lower()
    return ImageRole.DECORATIVE if explicit in ("none", "presentation") else ImageRole.CONTENT


def _size(value: str | None) -> int | None:
    digits = re.match(r"\s*(\d{1,5})(?:px)?\s*\Z", value or "")
    return int(digits[1]) if digits else None


def caption_of(page: Page, semantics: Semantics, number: int) -> Caption | None:
    """The caption: `aria-describedby`, the figure's `<figcaption>`, or an element with a caption-like class beside the picture."""
    for place in _candidates(page, number):
        text = semantics.text(place)
        if text and len(text) <= LONGEST_CAPTION:
            body, credit = credits.split(text)
            return Caption(text, body, credit, page.location(place))
    return None


def _candidates(page: Page, number: int) -> Iterator[int]:
    described = (page.attribute(number, "aria-describedby") or "").split()
    if described:
        yield from (i for i in page.numbers("p", "div", "span", "figcaption") if page.attribute(i, "id") in described)
    for step, around in enumerate(page.ancestors(number)):
        name = page.tag(around).name
        inside = page.inside(around)
        if name == "figure":
            pictures = sum(1 for i in page.numbers("img") if i in inside)
            captions = [i for i in page.numbers("figcaption") if i in inside]
            yield from captions[:1] if pictures == 1 or len(captions) == 1 else [i for i in captions if i > number][:1]
            return
        if step >= CAPTION_STEPS or name in ("article", "main", "body"):
            return
        yield from _by_class(page, number, inside)


def _by_class(page: Page, number: int, inside: range) -> Iterator[int]:
    """Elements with a caption-like class after the picture and before the next one."""
    if len(inside) > 60:
        return
    for i in inside:
        node = page.flat.nodes[i]
        if i <= number or not isinstance(node, Tag):
            continue
        if node.name == "img":
            return
        if node.attrs.get("class") and words().captions.search(attribute(node, "class") or "") and page.flat.end[i] - i > 1:
            yield i
            return
