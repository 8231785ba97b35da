"""How far two short texts say the same."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from a11yaudit.article.pictures import credits
from a11yaudit.resources import vocabulary

LONGEST = 1_000
"""Characters of a text that are compared."""
REMEMBERED = 4_096
"""Texts whose plain forms are kept: the headline is compared with every picture's text."""
SPELLING = 85
"""From which likeness of letters on, in per cent, two long words are one word spelled twice."""
MISSPELLED = 90
"""From which likeness of letters on, in per cent, a text stands in another one but for its spelling."""
SHORTEST_TITLE = 20
"""Letters of the shortest part of a title that is compared by itself."""
LONGEST_NUMBER = 16
"""Characters at the end of a text that may be the number of a copy."""
SHORT = 2
"""Letters of the longest word that is taken for a function word where it is written small."""
MOST_SPELLED = 20
"""Words that a word is compared with."""
_MARKS = re.compile(r"[^\w]+")
_TAGS = re.compile(r"<[^<>]{1,200}>")
_LABEL = re.compile(
    r"\A\W*(?:(?:image|picture|photo|figure|fig|abb|abbildung|bild|foto|grafik|imagen|figura|imagem|immagine|afbeelding|рис|фото|图|圖|図)"
    r"\.?\s*(?:\d{1,3}(?:\.\d{1,2})?)?\s*[:：.|)–—-]\s*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\s*[-–—_#(]\s*\d{1,3}\)?|\s+\(\d{1,3}(?:\s*/\s*\d{1,3})?\))\s*\Z")
_BARE_NUMBER = re.compile(r"[\s_#(–—-]+\d{1,3}\)?\s*\Z")
_SEGMENT = re.compile(r"\s[|–—-]\s|[_|＜＞｜»]")
_TOKEN = re.compile(r"\w+(?:['’]\w+)?")


@lru_cache(REMEMBERED)
def plain(text: str) -> str:
    """A text for comparison: letters and digits only, case folded."""
    return _MARKS.sub(" ", text[:LONGEST].casefold()).strip()


@lru_cache(REMEMBERED)
def bare(text: str) -> str:
    """What a text says without markup, without "Figure 3:" before it and a credit after it."""
    told = _LABEL.sub("", _TAGS.sub(" ", text[:LONGEST]))
    return credits.split(told)[0] or told


def unnumbered(text: str, bare_too: bool = False) -> str:
    """A text without the number that a copy was given ("Harbour - 2", "Harbour (3)"); with `bare_too` also "Harbour 2"."""
    head, tail = text[:-LONGEST_NUMBER], text[-LONGEST_NUMBER:]
    return head + (_BARE_NUMBER if bare_too else _NUMBER).sub("", tail)


def segments(text: str) -> tuple[str, ...]:
    """The parts of a title that are as long as one ("Headline | Site", "Headline_Site")."""
    return tuple(
        part.strip() for part in _SEGMENT.split(text[:LONGEST]) if len(part) >= SHORTEST_TITLE or (len(part) > 5 and not part.isascii())
    )[:4]


def ratio(first: str, second: str) -> float:
    """Likeness of letters of two texts, 0 to 1; 1 where they are equal but for case and punctuation."""
    left, right = plain(first), plain(second)
    return round(fuzz.ratio(left, right) / 100, 4) if left and right else 0.0


def contained(short: str, long: str) -> float:
    """Which share of the longer text the shorter one is, 0 to 1, where it stands in it word for word; else 0."""
    left, right = plain(short), plain(long)
    if not left or len(left) > len(right) or f" {left} " not in f" {right} ":
        return 0.0
    return round(len(left) / len(right), 4)


def nearly_contained(short: str, long: str) -> float:
    """Which share of the longer text the shorter one is, where it stands in it but for a letter or two; else 0."""
    left, right = plain(short), plain(long)
    if not left or len(left) > len(right) or fuzz.partial_ratio(left, right, score_cutoff=MISSPELLED) == 0:
        return 0.0
    return round(len(left) / len(right), 4)


def tokens(text: str) -> list[str]:
    """The words of a text that carry meaning; names, numbers and other words with capitals inside a sentence as written, others small."""
    words = _TOKEN.findall(text[:LONGEST])
    written = [word.casefold() if place == 0 and word.istitle() else word for place, word in enumerate(words)]
    return [word for word in written if not word.islower() or not word.isascii() or (len(word) > SHORT and word not in _small())]


@cache
def _small() -> frozenset[str]:
    return frozenset(word for words in vocabulary("alt")["small"].values() for word in words)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a text that carry meaning, ready to be compared with many others."""

    words: list[str]
    folded: frozenset[str]
    small: frozenset[str]
    """Those of the folded ones that may be spelled in another way: long ones that are no names and no numbers."""
    fixed: frozenset[str]
    """The others."""
    told: list[str]
    """All words as they stand, case folded."""
    plain: frozenset[str]
    """All words, case folded."""


def said(text: str) -> Said:
    """What a text says."""
    words = tokens(text)
    folded = {word.casefold(): word for word in words}
    small = frozenset(word for word, written in folded.items() if len(word) > 4 and is_small(written))
    told = plain(text).split()
    return Said(words, frozenset(folded), small, frozenset(folded.keys() - small), told, frozenset(told))


def same_words(first: Said, second: Said) -> bool:
    """Whether two texts have the same words, where long small words that differ in a letter or two are the same."""
    if not (first.fixed <= second.folded and second.fixed <= first.folded):
        return False
    left, right = sorted(first.small - second.folded), sorted(second.small - first.folded)
    return all(_spelled(word, right) for word in left) and all(_spelled(word, left) for word in right)


def _spelled(word: str, others: list[str]) -> bool:
    return any(fuzz.ratio(word, other, score_cutoff=SPELLING) for other in others[:MOST_SPELLED])


def is_small(word: str) -> bool:
    """Whether a word is no name and no number."""
    return word.islower() and word.isalpha()
