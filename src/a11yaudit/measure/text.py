"""Words and sentences of a text."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate, pairwise

from a11yaudit.article.characters import ENCODING, LETTERS, count_words, spacing, text_of, translated
from a11yaudit.resources import vocabulary

__all__ = ["count_words", "sentences", "spans", "words"]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MARKS = re.compile(r"[\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200b-\u200f\u2060]")
_NO_WORDS = spacing(LETTERS | {"'", "’"})
_SOFT_HYPHEN, _APOSTROPHE = "\xad".encode(ENCODING), "’".encode(ENCODING)
_IDEOGRAPHIC_END = re.compile(r"(?:[。！？!?]|……|(?<=[a-z]{2})\.(?=\s))+([”’」』）)]*)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S++|(?<!\S)[^\s@]{1,64}+@[^\s@.]{1,63}+\.\S++")
_BEFORE_YEAR = re.compile(r"[.!?]\s+(?=\d{4}\s)")
_AFTER_ELLIPSIS = re.compile(r"…\s+(?=[¿¡«“\"]?[^\W\d_a-zа-я])")
_INSIDE_QUOTATION = re.compile(r"[.!?]\s+(?=[“\"‘(]?[A-Z])")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{4}|[^\W\d_]{2}[)”\"»])\Z")
_SMALL_WORD_BEFORE = re.compile(r"(?<![\w.])(?!(?:etc|vs|approx|al|ca|cf|pp|vol|fig|ed|eds|no)\Z)[a-z]{2,}\Z")
_OPENING = "«“„\"'‘’([¿¡—–- "


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


def _cuts(text: str, language: str | None) -> list[int]:
    """Where sentences end, and both ends of the text."""
    ends = _ideographic_ends(text) if language in ("zh", "ja") else _ends(text, language or "en")
    return sorted({0, *ends, len(text)})


def _ends(text: str, language: str) -> list[int]:
    """Where sentencex ends a sentence, less the ends that its abbreviations miss, and those that it passes over."""
    ends = accumulate(map(len, _segment()(language, text)))
    return [end for end in ends if end < len(text) and not _goes_on(text, end, language)] + _missed(text, language)


@cache
def _segment() -> Callable[[str, str], list[str]]:
    """Loaded with the first text."""
    import sentencex

    segment: Callable[[str, str], list[str]] = sentencex.segment
    return segment


def _missed(text: str, language: str) -> list[int]:
    """Ends that sentencex passes over: before a year that begins a sentence, after an ellipsis, and inside English quotations."""
    ends = [match.end() for match in _BEFORE_YEAR.finditer(text) if _ends_in(_WORD_BEFORE, text, match.start())]
    if "…" in text:
        ends += [match.end() for match in _AFTER_ELLIPSIS.finditer(text)]
    if language == "en" and ("“" in text or '"' in text):
        ends += [match.end() for match in _INSIDE_QUOTATION.finditer(text) if _ends_in(_SMALL_WORD_BEFORE, text, match.start())]
    return ends


def _ends_in(pattern: re.Pattern[str], text: str, end: int) -> bool:
    return pattern.search(text, max(0, end - 24), end) is not None


def _goes_on(text: str, end: int, language: str) -> bool:
    """Whether a sentence goes on: no white space, a small letter next, or an abbreviation or ordinal number before."""
    before, after = text[max(0, end - 24) : end], text[end : end + 8]
    if not before[-1].isspace() and not after[0].isspace():
        return before[-1] not in "。！？"
    return after.lstrip(_OPENING)[:1].islower() or _unended(language).search(before.rstrip()) is not None


@cache
def _unended(language: str) -> re.Pattern[str]:
    table = vocabulary("sentences")
    return re.compile(table["unended"].get(language, table["unended"]["other"]))


def _ideographic_ends(text: str) -> Iterator[int]:
    """After each full stop, question or exclamation mark of Chinese and Japanese; a quotation before its speaker goes on."""
    says = re.compile(vocabulary("sentences")["speaker"])
    for match in _IDEOGRAPHIC_END.finditer(text):
        end = match.end()
        if not match[1] and text[end : end + 1] == '"' and text.count('"', 0, end) % 2:
            end += 1
        quoted = end > match.end() or match[1]
        if not (quoted and says.match(text, end)):
            yield end
