"""What is known of an English word: how often it is used, its syllables, whether children know it, its part in a sentence."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from a11yaudit import resources
from a11yaudit.measure import syllables

RAREST = 2.5
"""Zipf value given to a word that is not in the table, which ends at 3."""
_NOMINALISATION = re.compile(r".{3,}(?:tion|sion|ment|ness|ity|ance|ence|ism|ency|ancy)s?\Z")
_ENDINGS = ("'s", "s", "es", "ed", "d", "ing", "er", "est", "ly", "r", "n", "en")


class Entry(NamedTuple):
    """One word as it stands in a text."""

    word: str
    """In small letters, with a straight apostrophe."""
    capital: bool
    """Whether it starts with a capital; "I" does not count."""
    zipf: float
    """Logarithm to base 10 of its uses in a billion words."""
    listed: bool
    """Whether the table of frequencies has it."""
    syllables: int
    familiar: bool
    """Whether it, or the word that it is an inflection of, is on the Dale-Chall list of words that fourth-graders know."""
    rare: bool
    """Whether few readers know it; names are none."""
    nominalisation: bool
    """Whether its ending makes a noun of a verb or an adjective ("development")."""
    preposition: bool
    relative: bool
    """ "Which", "whose" or "whom"."""
    formal: bool
    """A formal linking word ("therefore")."""
    subordinator: bool
    be: bool
    """A form of "be"."""
    between: bool
    """Whether it may stand between a form of "be" and its participle."""
    participle: bool
    """Whether it makes a passive after a form of "be"."""


@lru_cache(1 << 16)
def look_up(written: str) -> Entry:
    """What is known of a word; a possessive or contraction has the frequency of its stem."""
    word = written.lower().replace("’", "'")
    zipf = frequencies().get(word)
    if zipf is None and "'" in word:
        zipf = frequencies().get(word.partition("'")[0])
    kinds, capital, familiar = _kinds(), written[0].isupper() and written != "I", is_familiar(word)
    value = RAREST if zipf is None else zipf
    return Entry(
        word=word,
        capital=capital,
        zipf=value,
        listed=zipf is not None,
        syllables=syllables.english(word),
        familiar=familiar,
        rare=value < resources.vocabulary("lexicon-en")["rare_zipf"] and not capital and not familiar,
        nominalisation=_NOMINALISATION.match(word) is not None,
        preposition=word in kinds["prepositions"],
        relative=word in kinds["relatives"],
        formal=word in kinds["formal"],
        subordinator=word in kinds["subordinators"],
        be=word in kinds["be"],
        between=word in kinds["between"] or word.endswith("ly"),
        participle=word in kinds["participles"] or (word.endswith("ed") and len(word) > 3 and word not in kinds["adjectives"]),
    )


def columns(entries: Sequence[Entry]) -> dict[str, tuple[Any, ...]]:
    """The fields of many entries, one or more, each with all its values."""
    return dict(zip(Entry._fields, zip(*entries, strict=True), strict=True))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """The word lists of `rules/vocabularies/lexicon-en.toml`."""
    return {name: frozenset(words) for name, words in resources.vocabulary("lexicon-en").items() if isinstance(words, list)}


def is_familiar(word: str) -> bool:
    """Whether the Dale-Chall list has a word in small letters or the one that it is a regular inflection of."""
    known = familiar_words()
    return word in known or any(stem in known for ending in _ENDINGS if word.endswith(ending) for stem in _stems(word[: -len(ending)]))


def _stems(stem: str) -> tuple[str, ...]:
    """The words that may have lost their last letter before an ending: make(ing), stop(ping), happy (happier)."""
    if len(stem) < 2:
        return ()
    doubled = stem[:-1] if stem[-1] == stem[-2] else stem
    return (stem, stem + "e", doubled, stem[:-1] + "y" if stem[-1] == "i" else stem)


@cache
def familiar_words() -> frozenset[str]:
    """The Dale-Chall list that comes with textstat."""
    from textstat.backend.utils._get_lang_easy_words import get_lang_easy_words

    return frozenset(get_lang_easy_words("en"))


@cache
def frequencies() -> dict[str, float]:
    """Zipf values, read at the first English text: lines of a value and the words that have it."""
    text = (resources.data_dir("rules") / "vocabularies" / "frequencies-en.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word: zipf for level, *words in lines for zipf in (float(level),) for word in words}
