"""Texts parted by kinds of characters: a byte for each character is parted many times faster than by a pattern."""

import re

ENCODING = "cp1252"
"""Most western texts can be written in it; in others the same is found by patterns."""
_CHARACTERS = [bytes([byte]).decode(ENCODING, "replace") for byte in range(256)]
LETTERS = frozenset(character for character in _CHARACTERS if character.isalnum() and not character.isdecimal())
"""Those of the encoding."""
_DIGITS = frozenset("0123456789")
_RUNS_OF_LETTERS = r"[^\W\d_]+"
_RUNS_OF_LETTERS_AND_DIGITS = r"[^\W_]+"
_WORD = re.compile(r"\w+(?:['’.,\-]\w+)*")
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]"
"""Not compiled before it is needed: it takes as long as reading a page."""


def spacing(kept: frozenset[str]) -> bytes:
    """A table that puts a space for each character that is not kept."""
    return bytes([byte if character in kept else 32 for byte, character in enumerate(_CHARACTERS)])


_NO_LETTERS = spacing(LETTERS)
_NO_LETTERS_OR_DIGITS = spacing(LETTERS | _DIGITS)
_KINDS = bytes([ord("a" if character in LETTERS | _DIGITS | {"_"} else "-" if character in "'’.,-" else " ") for character in _CHARACTERS])
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
    return re.findall(_RUNS_OF_LETTERS, text) if spaced is None else text_of(spaced).split()


def runs_of_letters_and_digits(text: str) -> list[str]:
    """The runs of letters and digits, parted by everything else."""
    spaced = translated(text, _NO_LETTERS_OR_DIGITS)
    return re.findall(_RUNS_OF_LETTERS_AND_DIGITS, text) if spaced is None else text_of(spaced).split()


def count_words(text: str) -> int:
    """Words of a text; each Chinese or Japanese character counts as half a word, as scripts without spaces have no words to count."""
    kinds = translated(text, _KINDS)
    if kinds is None:
        characters = len(re.findall(_CJK, text))
        return len(_WORD.findall(re.sub(_CJK, " ", text) if characters else text)) + (characters + 1) // 2
    joined = kinds.replace(b"a-a", b"aa").replace(b"a-a", b"aa").replace(b"-", b" ")
    return joined.count(b" a") + joined.startswith(b"a")
