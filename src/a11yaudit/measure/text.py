"""Words and sentences of a text."""

import re
from itertools import pairwise

from a11yaudit.article.characters import ENCODING, LETTERS, count_words, spacing, text_of, translated
from a11yaudit.measure.sentences import ends
from a11yaudit.measure.sentences import glued as glued_in

__all__ = ["count_words", "glued", "sentences", "spans", "words"]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060]")
_NO_WORDS = spacing(LETTERS | {"'", "’"})
_SOFT_HYPHEN, _APOSTROPHE = "\xad".encode(ENCODING), "’".encode(ENCODING)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S++|(?<!\S)[^\s@]{1,64}+@[^\s@.]{1,63}+\.\S++")


def words(text: str) -> list[str]:
    """The runs of letters, hyphens and dashes part them; web addresses and what has no letter (numbers, emoji) are no words."""
    if "www." in text or "://" in text or "@" in text:
        return WORD.findall(_ADDRESS.sub(" ", _MARKS.sub("", text)))
    spaced = translated(text, _NO_WORDS, _SOFT_HYPHEN)
    if spaced is None:
        return WORD.findall(_MARKS.sub("", text))
    tokens = text_of(spaced).split()
    if b"'" not in spaced and _APOSTROPHE not in spaced:
        return tokens
    return [word for token in tokens for word in ((token,) if token.isalpha() else WORD.findall(token))]


def sentences(text: str, language: str | None) -> list[str]:
    """The sentences of one block, trimmed; an unknown language is parted by the rules of English."""
    return [trimmed for start, end in pairwise(_cuts(text, language)) if (trimmed := text[start:end].strip())]


def spans(text: str, language: str | None) -> list[tuple[int, int]]:
    """Start and end of each sentence of one block, white space around it left out."""
    found = []
    for start, end in pairwise(_cuts(text, language)):
        part = text[start:end]
        if trimmed := part.strip():
            first = start + len(part) - len(part.lstrip())
            found.append((first, first + len(trimmed)))
    return found


def glued(text: str, language: str) -> list[tuple[str, str]]:
    """The words around each end of a sentence that lacks its space; `language` may be a tag with a region."""
    return glued_in(text, language.partition("-")[0].lower())


def _cuts(text: str, language: str | None) -> list[int]:
    """Where sentences end, and both ends of the text; an unknown language is parted by the rules of English."""
    return [0, *ends(text, language or "en"), len(text)]
