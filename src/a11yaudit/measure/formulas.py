"""Readability formulas of textstat, on a text in which its counts equal ours."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from threading import Lock
from typing import Any

from a11yaudit.measure import counting, syllables

FORMULAS: dict[str, dict[str, Callable[[Any, str], float]]] = {
    "en": {
        "flesch-reading-ease": lambda stat, text: stat.flesch_reading_ease(text),
        "flesch-kincaid": lambda stat, text: stat.flesch_kincaid_grade(text),
        "gunning-fog": lambda stat, text: stat.gunning_fog(text),
        "smog": lambda stat, text: stat.smog_index(text),
        "coleman-liau": lambda stat, text: stat.coleman_liau_index(text),
        "ari": lambda stat, text: stat.automated_readability_index(text),
        "lix": lambda stat, text: stat.lix(text),
    },
    "de": {
        "amstad": lambda stat, text: stat.flesch_reading_ease(text),
        "wiener-sachtextformel": lambda stat, text: stat.wiener_sachtextformel(text, 1),
    },
    "es": {
        "fernandez-huerta": lambda stat, text: stat.fernandez_huerta(text),
        "szigriszt-pazos": lambda stat, text: stat.szigriszt_pazos(text),
    },
    "it": {"gulpease": lambda stat, text: stat.gulpease_index(text)},
    "fr": {"kandel-moles": lambda stat, text: stat.flesch_reading_ease(text)},
    "nl": {"flesch-douma": lambda stat, text: stat.flesch_reading_ease(text)},
    "ru": {"flesch-oborneva": lambda stat, text: stat.flesch_reading_ease(text)},
}
"""By primary language subtag; the first of a language is its reading ease where it has one."""
EASE = {
    "en": "flesch-reading-ease",
    "de": "amstad",
    "es": "fernandez-huerta",
    "fr": "kandel-moles",
    "nl": "flesch-douma",
    "ru": "flesch-oborneva",
}
"""The formulas on the scale of Flesch, higher = easier."""
_LOCK = Lock()


def evaluate(words: list[str], sentences: int, language: str) -> dict[str, float | None]:
    """All formulas of a language, two decimals. Needs three words a sentence on average: textstat drops shorter ones."""
    text = canonical(words, sentences)
    with _LOCK:
        stat = counting.statistics(language)
        return {name: round(float(formula(stat, text)), 2) for name, formula in FORMULAS[language].items()}


def canonical(words: list[str], sentences: int) -> str:
    """The words in that many sentences of equal length; formulas depend on the counts, not on where a sentence ends."""
    ends = [len(words) * number // sentences for number in range(sentences + 1)]
    return " ".join(f"{' '.join(words[start:end])}." for start, end in pairwise(ends)).replace("’", "'")


def count_syllables(words: Iterable[str], language: str) -> int | None:
    """Syllables of the words; None for any language but English, which alone has a table."""
    if language != "en":
        return None
    return sum(syllables.english(word.lower().replace("’", "'")) for word in words)
