"""Reading ease of English, calibrated on teachers' ratings (CLEAR corpus)."""

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from a11yaudit import resources
from a11yaudit.measure.readability.lexicon import Entry, Words, tally

PASSAGE = 150
"""Words after which a passage ends with its sentence; the rated excerpts have 130 to 205, and counts of distinct words depend on it."""
SHORTEST_PASSAGE = 100
"""A shorter rest goes to the passage before it."""
SHORT_SENTENCE = 8


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


def passages(sentences: Sequence[Words]) -> tuple[Passage, ...]:
    """The sentences of a text, none without words, in passages of about 150 words with the ease of each."""
    lengths = [len(sentence.entries) for sentence in sentences]
    return tuple(Passage(first, last, sum(lengths[first:last]), ease(sentences[first:last])) for first, last in pairwise(_cuts(lengths)))


def _cuts(lengths: list[int]) -> list[int]:
    """Where passages of sentences of these lengths begin and end."""
    cuts, words, left = [0], 0, sum(lengths)
    for number, length in enumerate(lengths, 1):
        words += length
        left -= length
        if words >= PASSAGE and left >= SHORTEST_PASSAGE:
            cuts.append(number)
            words = 0
    return [*cuts, len(lengths)]


def ease(sentences: Sequence[Words]) -> float:
    """Ease of one passage on the scale of the ratings, which it never leaves: ten traits, moved by the words that it uses."""
    table, traits = model(), features(sentences)
    value = math.fsum((table["intercept"], *(weight * getattr(traits, name) for name, weight in table["weights"].items())))
    value += moved_by_words(sentences)
    return min(max(value, float(table["lowest"])), float(table["highest"]))


def words_used(sentences: Sequence[Words]) -> Counter[str]:
    """How often each word is used, names left out: words with a capital inside a sentence."""
    used: Counter[str] = Counter()
    for sentence in sentences:
        used.update([entry.word for entry in sentence.entries if not entry.capital])
        if sentence.entries[0].capital:
            used[sentence.entries[0].word] += 1
    return used


def moved_by_words(sentences: Sequence[Words]) -> float:
    """By how much the words of a passage make it easier; uses count by their logarithm, and many words no more than few."""
    weights, moved, square = word_weights(), 0.0, 0.0
    for word, count in words_used(sentences).items():
        weight = weights.get(word)
        if weight is not None:
            uses = 1.0 + math.log(count)
            moved += weight * uses
            square += uses * uses
    return moved / math.sqrt(square) if square else 0.0


@cache
def word_weights() -> dict[str, float]:
    """The weight of each word of `rules/vocabularies/ease-words-en.txt`; a line has the words that share one."""
    weights: dict[str, float] = {}
    for line in (resources.data_dir("rules") / "vocabularies" / "ease-words-en.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            weight, *words = line.split()
            weights |= dict.fromkeys(words, float(weight))
    return weights


def features(sentences: Sequence[Words]) -> Features:
    """Count the ten traits; there is at least one word, and no sentence without words."""
    counts, lengths = tally(sentences), [len(sentence.entries) for sentence in sentences]
    rarities = _rarities(sentences)
    return Features(
        sentence_length=math.log(sum(length * length for length in lengths) / counts.words),
        short_sentences=sum(length for length in lengths if length <= SHORT_SENTENCE) / counts.words,
        rarity=math.sqrt(sum(rarities) / 10 / len(rarities)),
        frequency=counts.common_tenths / 10 / counts.common,
        unlisted=1 - counts.listed / counts.words,
        unfamiliar=counts.common_unfamiliar / counts.words,
        nominalisations=math.sqrt(counts.nominalisations / counts.words),
        prepositions=counts.prepositions / counts.words,
        relatives=math.sqrt(counts.relatives / counts.words),
        formal=math.sqrt(counts.formal / counts.words),
    )


def _rarities(sentences: Sequence[Words]) -> Collection[int]:
    """The rarity of each different word, names left out: words with a capital inside a sentence."""
    entries: set[Entry] = set().union(*[sentence.entries for sentence in sentences])
    different = {entry.word: entry.rarity for entry in entries if not entry.capital}
    different |= {sentence.entries[0].word: sentence.entries[0].rarity for sentence in sentences}
    return different.values()
