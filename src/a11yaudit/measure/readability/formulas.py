"""Readability formulas of textstat, on our counts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from types import ModuleType
from typing import Any

from a11yaudit.measure.readability import hyphens
from a11yaudit.measure.readability.lexicon import LONG, POLYSYLLABLE, Tally
from a11yaudit.measure.readability.textstat_adapter import textstat

COMPLEX = 4
"""Syllables of a complex word of the Polish fog index."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What textstat's formulas ask of a text; they get it in place of one."""

    words: int
    sentences: int
    characters: int
    """Letters, apostrophes and a full stop for each sentence."""
    letters: int
    long: int
    """Words of more than six letters."""
    syllables: int = 0
    """This and the following are 0 in a language whose formulas count no syllables."""
    monosyllables: int = 0
    polysyllables: int = 0
    complex: int = 0
    """Words of many syllables that are not easy."""
    unfamiliar: int = 0
    """Words that are neither on the Dale-Chall list nor inflections of words on it; English only."""


FORMULAS: dict[str, dict[str, Callable[[Any, Counts], float]]] = {
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
_NO_SYLLABLES = frozenset({"it", "sv", "da", "nb", "nn", "no"})
_OURS: dict[str, Callable[..., int]] = {
    "count_words": lambda text, **_: text.words,
    "count_sentences": lambda text: text.sentences,
    "count_chars": lambda text, **_: text.characters,
    "count_letters": lambda text: text.letters,
    "count_long_words": lambda text: text.long,
    "count_syllables": lambda text, _: text.syllables,
    "count_monosyllable_words": lambda text, _: text.monosyllables,
    "count_polysyllable_words": lambda text, _: text.polysyllables,
    "count_difficult_words": lambda text, _, syllable_threshold: text.complex if syllable_threshold else text.unfamiliar,
}
_LOCK = Lock()


def of_english(tally: Tally, sentences: int) -> Counts:
    """The counts of an English text."""
    return Counts(
        words=tally.words,
        sentences=sentences,
        characters=tally.characters + sentences,
        letters=tally.letters,
        long=tally.long,
        syllables=tally.syllables,
        polysyllables=tally.polysyllables,
        complex=tally.complex,
        unfamiliar=tally.unfamiliar,
    )


def of_words(words: list[str], sentences: int, language: str) -> Counts:
    """The counts of a text in another language."""
    text = "".join(words)
    letters = [len(word) - word.count("'") - word.count("’") for word in words]
    syllables = [] if language in _NO_SYLLABLES else [_syllables(word, language) for word in words]
    return Counts(
        words=len(words),
        sentences=sentences,
        characters=len(text) + sentences,
        letters=sum(letters),
        long=sum(count >= LONG for count in letters),
        syllables=sum(syllables),
        monosyllables=syllables.count(1),
        polysyllables=sum(count >= POLYSYLLABLE for count in syllables),
        complex=sum(count >= COMPLEX for count in syllables),
    )


def evaluate(counts: Counts, language: str) -> dict[str, float | None]:
    """All formulas of a language, two decimals."""
    with _LOCK:
        stat = _textstat(language)
    return {name: round(float(formula(stat, counts)), 2) for name, formula in FORMULAS[language].items()}


@lru_cache(1 << 16)
def _syllables(word: str, language: str) -> int:
    """Syllables by textstat's hyphenation."""
    count: int = _counting().count_syllables(word.replace("’", "'"), language)
    return count


@cache
def _counting() -> ModuleType:
    """textstat's counts, hyphenating by our reading of pyphen's patterns."""
    counts: ModuleType = textstat().counts
    counts._count_syllables.get_pyphen = hyphens.hyphenator
    return counts


@cache
def _textstat(language: str) -> Any:
    """An instance of its own for each language, so that textstat's global one and its language are never touched."""
    module = textstat()
    _count_ourselves(module.metrics)
    stat = module.textstatistics()
    stat.set_lang("en_US" if language == "en" else language)
    return stat


@cache
def _count_ourselves(metrics: ModuleType) -> None:
    """Let textstat's formulas take our counts in place of a text, and go on counting in texts that others give them.

    Its own counts part sentences badly, would download CMUdict, take inflections of Dale-Chall's words for difficult, and work out each
    word several times.
    """
    for module in vars(metrics).values():
        if isinstance(module, ModuleType):
            for name in _OURS.keys() & vars(module).keys():
                setattr(module, name, _or_theirs(getattr(module, name), _OURS[name]))


def _or_theirs(theirs: Callable[..., int], ours: Callable[..., int]) -> Callable[..., int]:
    def count(text: Counts | str, *args: Any, **named: Any) -> int:
        return (ours if isinstance(text, Counts) else theirs)(text, *args, **named)

    return count
