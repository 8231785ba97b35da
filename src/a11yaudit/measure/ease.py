"""Reading ease of English, calibrated on teachers' ratings (CLEAR corpus)."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from a11yaudit import resources
from a11yaudit.measure.lexicon import Entry, columns

PASSAGE = 150
"""Words after which a passage ends with its sentence; the rated excerpts have 130 to 205, and counts of distinct words depend on it."""
SHORTEST_PASSAGE = 100
"""A shorter rest goes to the passage before it."""
COMMON = 5.0
"""Zipf value from which a word is not rare at all: a hundred uses in a million words."""
SHORT_SENTENCE = 8
Sentence = Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Features:
    """Ten traits of a passage, each of which a person can count; shares are 0 to 1."""

    sentence_length: float
    """Logarithm of the length of the sentence in which the mean word stands: a few very long sentences count more than in the mean."""
    short_sentences: float
    """Share of words in sentences of eight words or fewer."""
    rarity: float
    """Square root of the mean over different words, names left out, of syllables times how much rarer than common the word is."""
    frequency: float
    """Mean Zipf value of the words, names left out."""
    unlisted: float
    """Share of words that the table of frequencies has not: rarer than one in a million, foreign, or names."""
    unfamiliar: float
    """Share of words that are no names and that fourth-graders don't know."""
    nominalisations: float
    """Square root of the share of nouns made of verbs and adjectives."""
    prepositions: float
    """Share of prepositions."""
    relatives: float
    """Square root of the share of "which", "whose" and "whom"."""
    formal: float
    """Square root of the share of formal linking words ("therefore", "upon")."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that were measured together."""

    first: int
    """Number of its first sentence."""
    last: int
    """Number behind its last sentence."""
    words: int
    ease: float


def model() -> dict[str, Any]:
    """Weights, band and levels: `rules/vocabularies/ease-en.toml`, fitted by `tools/fit_ease.py`."""
    return resources.vocabulary("ease-en")


def passages(sentences: Sequence[Sentence]) -> tuple[Passage, ...]:
    """The sentences of a text, given as the entries of their words, in passages of about 150 words with the ease of each."""
    return tuple(
        Passage(first, last, sum(map(len, sentences[first:last])), ease(sentences[first:last]))
        for first, last in pairwise(_cuts(sentences))
    )


def _cuts(sentences: Sequence[Sentence]) -> list[int]:
    cuts, words, left = [0], 0, sum(map(len, sentences))
    for number, sentence in enumerate(sentences, 1):
        words += len(sentence)
        left -= len(sentence)
        if words >= PASSAGE and left >= SHORTEST_PASSAGE:
            cuts.append(number)
            words = 0
    return [*cuts, len(sentences)]


def ease(sentences: Sequence[Sentence]) -> float:
    """Ease of one passage on the scale of the ratings, which it never leaves."""
    table, traits = model(), features(sentences)
    value = math.fsum((table["intercept"], *(weight * getattr(traits, name) for name, weight in table["weights"].items())))
    return min(max(value, float(table["lowest"])), float(table["highest"]))


def features(sentences: Sequence[Sentence]) -> Features:
    """Count the ten traits; there is at least one word."""
    every = columns(list(chain.from_iterable(sentences)))
    common = list(_no_names(sentences))
    different = {entry.word: (COMMON - entry.zipf) * entry.syllables for entry in common if entry.zipf < COMMON}
    plain, total, lengths = columns(common), len(every["word"]), list(map(len, sentences))
    return Features(
        sentence_length=math.log(sum(length * length for length in lengths) / total),
        short_sentences=sum(length for length in lengths if length <= SHORT_SENTENCE) / total,
        rarity=math.sqrt(sum(different.values()) / len(set(plain["word"]))),
        frequency=sum(plain["zipf"]) / len(common),
        unlisted=1 - sum(every["listed"]) / total,
        unfamiliar=(len(common) - sum(plain["familiar"])) / total,
        nominalisations=math.sqrt(sum(every["nominalisation"]) / total),
        prepositions=sum(every["preposition"]) / total,
        relatives=math.sqrt(sum(every["relative"]) / total),
        formal=math.sqrt(sum(every["formal"]) / total),
    )


def _no_names(sentences: Sequence[Sentence]) -> Iterator[Entry]:
    """The words without those that have a capital inside a sentence."""
    for sentence in sentences:
        yield sentence[0]
        yield from (entry for entry in sentence[1:] if not entry.capital)
