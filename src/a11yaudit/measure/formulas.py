"""Readability formulas of textstat, on a text in which its counts equal ours."""

import sys
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from threading import Lock
from types import ModuleType
from typing import Any

from a11yaudit.measure import lexicon

FORMULAS: dict[str, dict[str, Callable[[Any, str], float]]] = {
    "en": {
        "flesch-reading-ease": lambda stat, text: stat.flesch_reading_ease(text),
        "flesch-kincaid": lambda stat, text: stat.flesch_kincaid_grade(text),
        "gunning-fog": lambda stat, text: stat.gunning_fog(text),
        "smog": lambda stat, text: stat.smog_index(text),
        "coleman-liau": lambda stat, text: stat.coleman_liau_index(text),
        "ari": lambda stat, text: stat.automated_readability_index(text),
        "dale-chall": lambda stat, text: stat.dale_chall_readability_score(text),
        "lix": lambda stat, text: stat.lix(text),
    },
    "de": {
        "amstad": lambda stat, text: stat.flesch_reading_ease(text),
        "wiener-sachtextformel": lambda stat, text: stat.wiener_sachtextformel(text, 1),
        "lix": lambda stat, text: stat.lix(text),
    },
    "es": {
        "fernandez-huerta": lambda stat, text: stat.fernandez_huerta(text),
        "szigriszt-pazos": lambda stat, text: stat.szigriszt_pazos(text),
    },
    "fr": {"kandel-moles": lambda stat, text: stat.flesch_reading_ease(text)},
    "it": {"gulpease": lambda stat, text: stat.gulpease_index(text)},
    "nl": {"flesch-douma": lambda stat, text: stat.flesch_reading_ease(text)},
    "pl": {"fog-pl": lambda stat, text: stat.gunning_fog(text)},
    "pt": {"martins": lambda stat, text: 248.835 - 1.015 * stat.words_per_sentence(text) - 84.6 * stat.avg_syllables_per_word(text)},
    "ru": {"flesch-oborneva": lambda stat, text: stat.flesch_reading_ease(text)},
    **{language: {"lix": lambda stat, text: stat.lix(text)} for language in ("sv", "da", "nb", "nn", "no")},
}
"""By primary language subtag; Martins et al. 1996 is Flesch with a constant for Portuguese, which textstat has not."""
POLYSYLLABLE = 3
_LOCK = Lock()


def evaluate(words: list[str], sentences: int, language: str) -> dict[str, float | None]:
    """All formulas of a language, two decimals. Needs three words a sentence on average: textstat drops shorter ones."""
    text = canonical(words, sentences)
    with _LOCK:
        stat = _textstat(language)
        return {name: round(float(formula(stat, text)), 2) for name, formula in FORMULAS[language].items()}


def canonical(words: list[str], sentences: int) -> str:
    """The words in that many sentences of equal length; formulas depend on the counts, not on where a sentence ends."""
    ends = [len(words) * number // sentences for number in range(sentences + 1)]
    return " ".join(f"{' '.join(words[start:end])}." for start, end in pairwise(ends)).replace("’", "'")


@cache
def _textstat(language: str) -> Any:
    """An instance of its own for each language, so that textstat's global one and its language are never touched."""
    _import_without_nltk()
    from textstat.backend.validations import _is_difficult_word
    from textstat.textstat import textstatistics

    _is_difficult_word.get_lang_easy_words = lambda lang: frozenset()  # textstat would take English easy words in Polish
    if language == "en":
        _count_english_ourselves()
    stat = textstatistics()
    stat.set_lang("en_US" if language == "en" else language)
    return stat


def _count_english_ourselves() -> None:
    """Give textstat our counts of syllables and difficult words.

    Its own would download CMUdict, take inflections of Dale-Chall's words for difficult, and work out each word several times.
    """
    from textstat.backend.metrics import _dale_chall_readability_score, _gunning_fog, _smog_index, _syllables_per_word

    _smog_index.count_polysyllable_words = _or_theirs(_smog_index.count_polysyllable_words, _polysyllables)
    _syllables_per_word.count_syllables = _or_theirs(_syllables_per_word.count_syllables, _syllables)
    for module in (_gunning_fog, _dale_chall_readability_score):
        module.count_difficult_words = _or_theirs(module.count_difficult_words, _difficult_words)


def _or_theirs(theirs: Callable[..., int], ours: Callable[..., int]) -> Callable[..., int]:
    """A count that is ours for English and textstat's for other languages."""

    def count(text: str, language: str, *limit: int, **named: int) -> int:
        if language.startswith("en"):
            return ours(_entries(text), *limit, *named.values())
        return theirs(text, language, *limit, **named)

    return count


@lru_cache(1)
def _entries(text: str) -> list[lexicon.Entry]:
    """The words of a canonical text, kept for the next count of the same text."""
    return [lexicon.look_up(word) for word in text.replace(".", " ").split()]


def _syllables(entries: list[lexicon.Entry]) -> int:
    return sum(entry.syllables for entry in entries)


def _polysyllables(entries: list[lexicon.Entry]) -> int:
    return sum(entry.syllables >= POLYSYLLABLE for entry in entries)


def _difficult_words(entries: list[lexicon.Entry], syllables: int) -> int:
    """Words of at least that many syllables that are neither on Dale-Chall's list nor inflections of words on it."""
    return sum(entry.syllables >= syllables and not entry.familiar for entry in entries)


def _import_without_nltk() -> None:
    """nltk takes longer to import than a page to audit, and textstat needs it only to download what we bring along."""
    stand_in = "nltk" not in sys.modules
    if stand_in:
        sys.modules["nltk"] = ModuleType("nltk")
    try:
        import textstat  # noqa: F401
    finally:
        if stand_in:
            del sys.modules["nltk"]
