"""Captions and alternative texts that say the same, with the words that they share.

The one module of the report that knows how repeats are measured.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from a11yaudit.model.article import Image, Role
from a11yaudit.model.location import Location
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import Document

MOST_WORDS = 100
"""Words of a text that are compared; the rest stays unmarked."""
MOST_PAIRS = 100
"""Pairs in one report."""
_ALT = "alt-repeats-caption"
_NEAR = ("caption-near-repeats-other-figure", "share")


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring words that are all shared, or all not."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Repeat:
    """Two texts that say the same."""

    kind: str
    """A key of the table `repeats`."""
    first: tuple[Piece, ...]
    first_place: Location
    second: tuple[Piece, ...]
    second_place: Location


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two texts as they were measured."""

    kind: str
    equal: bool
    """Whether the second says nothing new."""
    first: str
    first_place: Location
    second: str
    second_place: Location


def find(document: Document, rules: Mapping[str, Rule]) -> list[Repeat]:
    """The repeats of a page, in the order of alternative texts, pairs of captions, captions twice in a row."""
    return [Repeat(pair.kind, *_sides(pair)) for pair in islice(_pairs(document, rules), MOST_PAIRS)]


def heard_again(document: Document, rules: Mapping[str, Rule]) -> frozenset[int]:
    """Nodes of the captions and pull quotes that say nothing that a listener has not heard."""
    quotes = (block.location.node for block in document.extracted.article.blocks if block.role == Role.PULL_QUOTE)
    return frozenset((*quotes, *(pair.second_place.node for pair in _pairs(document, rules) if pair.equal)))


def shared(first: str, second: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two texts in pieces, words compared without case and punctuation at their ends."""
    left, right = first.split(), second.split()
    matcher = SequenceMatcher(None, [_plain(word) for word in left[:MOST_WORDS]], [_plain(word) for word in right[:MOST_WORDS]], False)
    blocks = matcher.get_matching_blocks()
    return _pieces(left, [(b.a, b.size) for b in blocks]), _pieces(right, [(b.b, b.size) for b in blocks])


def _pairs(document: Document, rules: Mapping[str, Rule]) -> Iterator[_Pair]:
    captions = document.measurements.captions
    repeating = {f.location.node for f in document.evaluation.findings if f.rule == _ALT and f.location}
    for image in document.extracted.article.images:
        if image.alt and image.caption and image.location.node in repeating:
            yield _Pair("alt", True, image.alt, image.location, image.caption.body, image.caption.location)
    for pair in captions.pairs:
        if pair.equal or pair.share >= _threshold(rules, *_NEAR):
            yield _Pair("pair", pair.equal, *_caption(pair.earlier[-1]), *_caption(pair.image))
    for twice in captions.repeated:
        yield _Pair("row", True, twice.text, twice.first, twice.text, twice.second)


def _threshold(rules: Mapping[str, Rule], rule: str, param: str) -> float:
    return float(rules[rule].params[param]) if rule in rules else 1.0


def _caption(image: Image) -> tuple[str, Location]:
    return (image.caption.body, image.caption.location) if image.caption else ("", image.location)


def _sides(pair: _Pair) -> tuple[tuple[Piece, ...], Location, tuple[Piece, ...], Location]:
    left, right = shared(pair.first, pair.second)
    return left, pair.first_place, right, pair.second_place


def _pieces(words: list[str], blocks: list[tuple[int, int]]) -> tuple[Piece, ...]:
    cuts, at = [], 0
    for start, size in blocks:
        cuts += [(at, start, False), (start, start + size, True)]
        at = start + size
    cuts.append((at, len(words), False))
    return tuple(Piece(" ".join(words[start:end]), same) for start, end, same in cuts if start < end)


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:!?\"'“”‘’„«»()[]…")
