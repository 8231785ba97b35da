"""What captions and alternative texts repeat."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from a11yaudit.model.article import Article, Block, Image, Role
from a11yaudit.model.measurements import CaptionPair, Captions, RepeatedText

MOST_NEIGHBOURS = 30
"""Captions that a caption is compared with, so that a page of thousands stays linear."""
_MARKS = re.compile(r"[^\w]+")


def measure(article: Article) -> Captions:
    """Captions, pairs that repeat, and how far each alternative text repeats its caption."""
    captioned = [image for image in article.images if image.caption]
    return Captions(
        captions=tuple(image.caption for image in captioned if image.caption),
        pairs=tuple(_pairs(captioned)),
        repeated=tuple(_repeated(article.blocks)),
        alt_similarity={
            image.location.node: similarity(image.alt, image.caption.body) for image in captioned if image.alt and image.caption
        },
    )


def plain(text: str) -> str:
    """A text for comparison: letters and digits only, case folded."""
    return _MARKS.sub(" ", text.casefold()).strip()


def similarity(first: str, second: str) -> float:
    """How far two texts say the same, 0 to 1; 1 where they are equal but for case and punctuation.

    Numbers that differ make texts different ("Figure 1", "Figure 2").
    """
    left, right = plain(first), plain(second)
    if not left or not right or _numbers(left) != _numbers(right):
        return 0.0
    return round(fuzz.ratio(left, right) / 100, 4)


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _pairs(images: list[Image]) -> Iterator[CaptionPair]:
    """Each caption with the first equal one before it, else with a near one among its neighbours; credits left out."""
    equal: dict[str, Image] = {}
    near: dict[str, list[Image]] = defaultdict(list)
    places = {image.location.node: place for place, image in enumerate(images)}
    for image in images:
        body = plain(image.caption.body) if image.caption else ""
        if not body:
            continue
        earlier = equal.get(body)
        if earlier is not None:
            yield CaptionPair(earlier, image, 1.0, places[image.location.node] - places[earlier.location.node] == 1)
            continue
        equal[body] = image
        key = body[:8]
        for other in near[key][-MOST_NEIGHBOURS:]:
            share = similarity(other.caption.body if other.caption else "", body)
            if share >= 0.5:
                yield CaptionPair(other, image, share, places[image.location.node] - places[other.location.node] == 1)
                break
        near[key].append(image)


def _repeated(blocks: tuple[Block, ...]) -> Iterator[RepeatedText]:
    """Neighbouring blocks with the same words, one of them a caption."""
    for first, second in itertools.pairwise(blocks):
        if Role.CAPTION in (first.role, second.role) and len(first.text) > 20 and plain(first.text) == plain(second.text):
            yield RepeatedText(second.text, first.location, second.location)
