"""What captions repeat."""

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from a11yaudit.article.characters import count_words
from a11yaudit.article.pictures import credits
from a11yaudit.measure.pictures.likeness import Said, contained, is_small, plain, ratio, said, same_words, tokens
from a11yaudit.measure.reading_time.rates import Rates, rates_of
from a11yaudit.model.article import RUNNING_TEXT, Article, Block, Caption, Image, Passage, Role
from a11yaudit.model.measurements import CaptionPair, Captions, EchoedText, RepeatedText
from a11yaudit.resources import vocabulary

MOST_NEIGHBOURS = 30
"""Captions that a caption is compared with, so that a page of thousands stays linear."""
FAR = 300
"""Nodes from which on one picture shown twice is no twin of itself, so that its caption is read twice."""
HALF = 0.5
"""Likeness below which two texts are not looked at again."""
MOST_EARLIER = 10
"""Earlier pictures that are named."""
MANY_WORDS = 6
"""Words in common from which on two captions are compared as sentences; a name of six words is rare."""
MOST_COMMON = 0.8
"""Share of the shorter caption's words from which on two captions say the same."""
_COUNTED = re.compile(r"\A\W*\d{1,3}\s*(?:/|of|von|de|di|van|av|af|z|из|sur)\s*\d{1,3}\b[\W_]*", re.IGNORECASE)
_QUOTES = "\"“”„«»‘’'‹›"
KEYS = 3
"""Long words of a caption by which like ones are looked up."""


def measure(article: Article) -> Captions:
    """Captions, those that repeat an earlier one, and those that repeat a text of the article."""
    captioned = [image for image in article.images if image.caption]
    rates = rates_of(article.language)
    return Captions(
        captions=tuple(image.caption for image in captioned if image.caption),
        pairs=tuple(_pairs(captioned, rates)),
        repeated=tuple(_repeated(article, captioned)),
        echoes=tuple(_echoes(article, captioned, rates)),
    )


def told(image: Image) -> str:
    """What the caption of a picture says, without its credit; empty for a name or a credit alone."""
    body = image.caption.body if image.caption else ""
    return "" if is_name(body) else body


def _bare(text: str) -> str:
    """A caption without the number it has in a series ("2of4") and without an instruction ("click to enlarge")."""
    return _instructions().sub(" ", _COUNTED.sub("", text))


@cache
def _instructions() -> re.Pattern[str]:
    told = "|".join(re.escape(phrase) for phrases in vocabulary("alt")["instructions"].values() for phrase in phrases)
    return re.compile(rf"[(\[]?\b(?:{told})\b[)\].]?", re.IGNORECASE)


def is_name(text: str) -> bool:
    """Whether a text is but names: of a person, a product, a place, or a maker of pictures that nothing gives away; no title of a work."""
    if text[:1] in _QUOTES and text[-1:] in _QUOTES:
        return False
    words = text.split()
    cased = [word for word in words if word[:1].lower() != word[:1].upper()]
    return len(words) < 2 if not cased else not any(word[:1].islower() for word in cased) and len(words) <= 8


def _pairs(images: Sequence[Image], rates: Rates) -> Iterator[CaptionPair]:
    """Each caption with the equal ones before it and those near to them, else with near ones among those that share a long word."""
    equal: dict[str, list[Image]] = defaultdict(list)
    earlier_texts: list[tuple[Image, Said]] = []
    near: dict[str, list[int]] = defaultdict(list)
    alike: dict[str, list[Image]] = defaultdict(list)
    for image in images:
        text = told(image)
        body = plain(text)
        if not body:
            continue
        earlier = [other for other in equal[body][-MOST_EARLIER:] if _apart(other, image)]
        if earlier:
            others = (*earlier, *alike[body][-MOST_EARLIER:])
            yield CaptionPair(image, others, True, 1.0, len(tokens(text)), round(rates.seconds(text), 1))
        elif not equal[body]:
            own = said(_bare(text))
            keys = sorted(own.folded, key=lambda word: (-len(word), word))[:KEYS]
            places = dict.fromkeys(place for key in keys for place in near[key][-MOST_NEIGHBOURS:])
            like = _nearest(image, own, [earlier_texts[place] for place in places])
            if like:
                other = plain(told(like[0]))
                others = tuple(equal[other][-MOST_EARLIER:])
                alike[body] += others
                alike[other].append(image)
                yield CaptionPair(image, others, False, like[1], min(len(own.words), like[2]), round(rates.seconds(text), 1))
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
    """The share of words that two captions have in common, 0 where they are about different things.

    Long captions may differ in a few words, but not in names and numbers alone, which tell two pictures of a series apart. Short ones may
    only go on with small words.
    """
    longer, shorter = (first, second) if len(first.words) > len(second.words) else (second, first)
    common = longer.plain & shorter.plain
    if len(common) >= MANY_WORDS and f" {' '.join(shorter.told)} " in f" {' '.join(longer.told)} ":
        return 1.0
    if len(common) >= MANY_WORDS and len(common) >= MOST_COMMON * len(shorter.plain):
        own = [[word for word in said.words if word.casefold() not in common] for said in (shorter, longer)]
        if all(words and any(map(is_small, words)) for words in own):
            return round(len(common) / len(shorter.plain), 4)
    if longer.words[: len(shorter.words)] != shorter.words:
        return float(same_words(first, second))
    more = {folded: word for word in longer.words if (folded := word.casefold()) not in shorter.folded}
    if not longer.words or not all(map(is_small, more.values())):
        return 0.0
    return round(1 - len(more) / len(longer.words), 4)


def _repeated(article: Article, images: Sequence[Image]) -> Iterator[RepeatedText]:
    """Neighbouring blocks with the same words, one of them the caption of a picture."""
    owners = {node: image for image in images if image.caption for node in _own(image.caption)}
    for first, second in itertools.pairwise(article.blocks):
        if Role.CAPTION not in (first.role, second.role) or len(first.text) <= 20:
            continue
        mine = [owners.get(block.location.node) for block in (first, second)]
        twins = mine[0] is not mine[1] and mine[0] is not None and mine[1] is not None and mine[0].key == mine[1].key != ""
        if mine == [None, None] or twins:
            continue
        if plain(first.text) == plain(second.text) and not credits.is_credit(second.text):
            yield RepeatedText(second.text, first.location, second.location, mine[0] is not mine[1])


def _own(caption: Caption) -> tuple[int, ...]:
    """The nodes of a caption's element and of those in it."""
    return caption.location.node, *(node for node in caption.around if node > caption.location.node)


def _echoes(article: Article, images: Sequence[Image], rates: Rates) -> Iterator[EchoedText]:
    """Captions that say what the headline, the standfirst or the paragraphs before or after them say."""
    text = sorted((block for block in article.blocks if block.role in RUNNING_TEXT), key=lambda block: block.location.node)
    places = [block.location.node for block in text]
    passages: list[tuple[str, Passage | None]] = [("headline", article.headline), ("standfirst", article.standfirst)]
    seen: set[int] = set()
    for image in images:
        caption, body = image.caption, told(image)
        if caption is None or caption.hidden or not body or caption.location.node in seen:
            continue
        seen.add(caption.location.node)
        place = bisect_left(places, caption.location.node)
        own = {caption.location.node, *caption.around}
        before, after = text[max(0, place - 2) : place], text[place : place + 2]
        beside = [("paragraph", Passage(block.text, block.location)) for block in (*before[-1:], *after)]
        others = [(echo, other) for echo, other in (*passages, *beside) if other and other.location.node not in own]
        others += [("paragraph", _joined(two)) for two in (before, after) if two and own.isdisjoint(b.location.node for b in two)]
        shares = [max(ratio(body, other.text), float(contained(body, other.text) > 0)) for _, other in others]
        best = max(shares, default=0.0)
        if best > HALF:
            echo, other = others[shares.index(best)]
            yield EchoedText(image, echo, other.text, other.location, best, count_words(body), round(rates.seconds(body), 1))


def _joined(blocks: Sequence[Block]) -> Passage:
    """Neighbouring paragraphs as one text."""
    return Passage(" ".join(block.text for block in blocks), blocks[0].location)
