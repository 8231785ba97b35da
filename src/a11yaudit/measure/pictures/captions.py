"""What captions repeat."""

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from a11yaudit.article.characters import count_words
from a11yaudit.article.pictures import credits
from a11yaudit.measure.pictures.likeness import Said, contained, is_small, plain, ratio, said, same_words, tokens
from a11yaudit.measure.reading_time.rates import Rates, rates_of
from a11yaudit.model.article import RUNNING_TEXT, Article, Block, Image, Role
from a11yaudit.model.measurements import CaptionPair, Captions, EchoedText, RepeatedText

MOST_NEIGHBOURS = 30
"""Captions that a caption is compared with, so that a page of thousands stays linear."""
FAR = 300
"""Nodes from which on one picture shown twice is no twin of itself, so that its caption is read twice."""
HALF = 0.5
"""Likeness below which two texts are not looked at again."""
MOST_EARLIER = 10
"""Earlier pictures that are named."""
KEYS = 3
"""Long words of a caption by which like ones are looked up."""


def measure(article: Article) -> Captions:
    """Captions, those that repeat an earlier one, and those that repeat a text of the article."""
    captioned = [image for image in article.images if image.caption]
    rates = rates_of(article.language)
    return Captions(
        captions=tuple(image.caption for image in captioned if image.caption),
        pairs=tuple(_pairs(captioned, rates)),
        repeated=tuple(_repeated(article.blocks)),
        echoes=tuple(_echoes(article, captioned, rates)),
    )


def told(image: Image) -> str:
    """What the caption of a picture says, without its credit; empty for a name or a credit alone."""
    body = image.caption.body if image.caption else ""
    return "" if is_name(body) else body


def is_name(text: str) -> bool:
    """Whether a text is but names: of a person, a product, a place, or a maker of pictures that nothing gives away."""
    words = text.split()
    cased = [word for word in words if word[:1].lower() != word[:1].upper()]
    return len(words) < 2 if not cased else not any(word[:1].islower() for word in cased) and len(words) <= 8


def _pairs(images: Sequence[Image], rates: Rates) -> Iterator[CaptionPair]:
    """Each caption with the equal ones before it, else with a near one among those that share a long word."""
    equal: dict[str, list[Image]] = defaultdict(list)
    earlier_texts: list[tuple[Image, Said]] = []
    near: dict[str, list[int]] = defaultdict(list)
    for image in images:
        text = told(image)
        body = plain(text)
        if not body:
            continue
        earlier = [other for other in equal[body][-MOST_EARLIER:] if _apart(other, image)]
        if earlier:
            yield CaptionPair(image, tuple(earlier), True, 1.0, len(tokens(text)), round(rates.seconds(text), 1))
        elif not equal[body]:
            own = said(text)
            keys = sorted(own.folded, key=lambda word: (-len(word), word))[:KEYS]
            places = dict.fromkeys(place for key in keys for place in near[key][-MOST_NEIGHBOURS:])
            like = _nearest(image, own, [earlier_texts[place] for place in places])
            if like:
                yield CaptionPair(image, (like[0],), False, like[1], min(len(own.words), like[2]), round(rates.seconds(text), 1))
            for key in keys:
                near[key].append(len(earlier_texts))
            earlier_texts.append((image, own))
        equal[body].append(image)


def _apart(first: Image, second: Image) -> bool:
    """Whether two captioned pictures are different ones with captions of their own."""
    return (
        first.caption is not None
        and second.caption is not None
        and first.caption.location.node != second.caption.location.node
        and (not first.key or first.key != second.key or second.location.node - first.location.node > FAR)
    )


def _nearest(image: Image, own: Said, others: Sequence[tuple[Image, Said]]) -> tuple[Image, float, int] | None:
    """The first caption that says the same, the share of the longer one's words that both have, and how many words that one has."""
    for other, theirs in others:
        share = _shared(theirs, own)
        if share and _apart(other, image):
            return other, share, len(theirs.words)
    return None


def _shared(first: Said, second: Said) -> float:
    """The share of words that two captions have in common where one only goes on with small words, else 0: no name, no number."""
    longer, shorter = (first, second) if len(first.words) > len(second.words) else (second, first)
    if longer.words[: len(shorter.words)] != shorter.words:
        return float(same_words(first, second))
    more = {folded: word for word in longer.words if (folded := word.casefold()) not in shorter.folded}
    if not longer.words or not all(map(is_small, more.values())):
        return 0.0
    return round(1 - len(more) / len(longer.words), 4)


def _repeated(blocks: tuple[Block, ...]) -> Iterator[RepeatedText]:
    """Neighbouring blocks with the same words, one of them a caption."""
    for first, second in itertools.pairwise(blocks):
        if Role.CAPTION not in (first.role, second.role) or len(first.text) <= 20:
            continue
        if plain(first.text) == plain(second.text) and not credits.is_credit(second.text):
            yield RepeatedText(second.text, first.location, second.location)


def _echoes(article: Article, images: Sequence[Image], rates: Rates) -> Iterator[EchoedText]:
    """Captions that say what the headline, the standfirst or the paragraph before or after them says."""
    text = sorted((block for block in article.blocks if block.role in RUNNING_TEXT), key=lambda block: block.location.node)
    places = [block.location.node for block in text]
    passages = [("headline", article.headline), ("standfirst", article.standfirst)]
    seen: set[int] = set()
    for image in images:
        caption, body = image.caption, told(image)
        if caption is None or not body or caption.location.node in seen:
            continue
        seen.add(caption.location.node)
        place = bisect_left(places, caption.location.node)
        beside = [("paragraph", block) for block in text[max(0, place - 1) : place + 2] if block.location.node != caption.location.node]
        for echo, other in (*passages, *beside):
            share = max(ratio(body, other.text), float(contained(body, other.text) > 0)) if other else 0.0
            if other and share > HALF:
                yield EchoedText(image, echo, other.text, other.location, share, count_words(body), round(rates.seconds(body), 1))
                break
