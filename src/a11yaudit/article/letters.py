"""Texts parted by kinds of characters: a byte for each character is parted many times faster than by a pattern."""

import re

ENCODING = "cp1252"
"""Most western texts can be written in it; in others the same is found by patterns."""
_CHARACTERS = [bytes([byte]).decode(ENCODING, "replace") for byte in range(256)]
_LETTERS = re.compile(r"[^\W\d_]+")
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
_WORD = re.compile(r"\w+(?:['’.,\-]\w+)*")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")


def spacing(kept: str) -> bytes:
    """A table that puts a space for each character that a pattern does not match."""
    return bytes([byte if re.match(kept, character) else 32 for byte, character in enumerate(_CHARACTERS)])


_NO_LETTERS = spacing(_LETTERS.pattern)
_NO_LETTERS_OR_DIGITS = spacing(_LETTERS_AND_DIGITS.pattern)
_KINDS = bytes([ord("a" if re.match(r"\w", character) else "-" if character in "'’.,-" else " ") for character in _CHARACTERS])
"""What is a letter or a digit, what joins them in the middle of a word, and what parts words."""


def translated(text: str, table: bytes, left_out: bytes = b"") -> bytes | None:
    """The text in bytes by a table of 256, None where a character has none."""
    try:
        return text.encode("ascii" if text.isascii() else ENCODING).translate(table, left_out)
    except UnicodeEncodeError:
        return None


def text_of(data: bytes) -> str:
    """The way back to text."""
    return data.decode("ascii" if data.isascii() else ENCODING)


def runs_of_letters(text: str) -> list[str]:
    """The runs of letters, parted by everything else."""
    spaced = translated(text, _NO_LETTERS)
    return _LETTERS.findall(text) if spaced is None else text_of(spaced).split()


def runs_of_letters_and_digits(text: str) -> list[str]:
    """The runs of letters and digits, parted by everything else."""
    spaced = translated(text, _NO_LETTERS_OR_DIGITS)
    return _LETTERS_AND_DIGITS.findall(text) if spaced is None else text_of(spaced).split()


def count_words(text: str) -> int:
    """Words of a text; each Chinese or Japanese character counts as half a word, as scripts without spaces have no words to count."""
    kinds = translated(text, _KINDS)
    if kinds is None:
        characters = len(_CJK.findall(text))
        return len(_WORD.findall(_CJK.sub(" ", text) if characters else text)) + (characters + 1) // 2
    joined = kinds.replace(b"a-a", b"aa").replace(b"a-a", b"aa").replace(b"-", b" ")
    return joined.count(b" a") + joined.startswith(b"a")
