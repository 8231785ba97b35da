"""Words and sentences of a text."""

import re

from a11yaudit.article.text import count_words

__all__ = ["count_words", "sentences", "words"]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060]")


def words(text: str) -> list[str]:
    """The runs of letters, hyphens part them; what has no letter (numbers, emoji) is no word."""
    return WORD.findall(_MARKS.sub("", text))


def sentences(text: str, language: str | None) -> list[str]:
    """The sentences of one block, trimmed; an unknown language is parted by the rules of English."""
    if not text.strip():
        return []
    import sentencex

    return [part for piece in sentencex.segment(language or "en", text) if (part := piece.strip())]
