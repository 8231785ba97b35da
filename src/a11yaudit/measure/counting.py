"""textstat with our own table of syllables, without its downloads, and quick: it counts the same words for one formula after another."""

import sys
from functools import cache, lru_cache
from types import ModuleType
from typing import Any

from a11yaudit.measure import syllables

WORDS = 1 << 16
"""Words whose counts are remembered: more than a writer uses."""
LONGEST_WORD = 64
"""Characters of a text from which it counts as no single word and is not remembered."""


@cache
def statistics(language: str) -> Any:
    """textstat for one language: an instance of its own, so that textstat's global one and its language are never touched."""
    stat = _textstat()()
    stat.set_lang("en_US" if language == "en" else language)
    return stat


@cache
def _textstat() -> Any:
    """The class, its counters of syllables and of difficult words replaced wherever textstat has imported them."""
    _import_without_nltk()
    from textstat.backend.counts import _count_syllables
    from textstat.backend.selections._list_words import list_words
    from textstat.backend.validations import _is_difficult_word
    from textstat.textstat import textstatistics

    original = _count_syllables.count_syllables.__wrapped__
    _count_syllables.get_cmudict = lambda _language: None

    def count(text: str, lang: str) -> int:
        if not lang.startswith("en"):
            return int(original(text, lang))
        return sum(map(syllables.english, list_words(text, lowercase=True)))

    of_word = lru_cache(WORDS)(count)
    _replace("count_syllables", lambda text, lang: of_word(text, lang) if len(text) < LONGEST_WORD else count(text, lang))
    _replace("is_difficult_word", lru_cache(WORDS)(_is_difficult_word.is_difficult_word.__wrapped__))
    return textstatistics


def _replace(name: str, function: Any) -> None:
    for module, content in list(sys.modules.items()):
        if module.startswith("textstat.backend.") and not isinstance(getattr(content, name, None), (ModuleType, type(None))):
            setattr(content, name, function)


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
