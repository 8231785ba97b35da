"""Passages in capitals."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.article import PROSE
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_LATIN = [chr(code) for code in range(256)]
_LETTERS = bytes(ord("A" if sign.isupper() or sign == "?" else "a" if sign.isalpha() else " ") for sign in _LATIN)
"""By character of Latin-1 whether it is a capital, another letter or a blank; `?` stands for what Latin-1 does not have."""
_SIGNS = bytes(code for code, sign in enumerate(_LATIN) if not sign.isalpha() and not sign.isspace() and sign != "?")


class Params(NamedTuple):
    """What is a passage."""

    words: int
    """Capitals in a row."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each paragraph, list item and quote of the article: is there no long run of words in capitals?"""
    for block in subject.running_text:
        if block.role in PROSE:
            run = _longest(block.text) if _most(block.text) >= params.words else []
            if len(run) >= params.words:
                text = shown(" ".join(run))
                yield verdict(subject, block.location.node, Outcome.FAILED, about=text, text=text, words=len(run))
            else:
                yield PASSED


def _most(text: str) -> int:
    """How many words of two or more letters that are all capitals a text has at most: each has a pair of capitals, once signs are gone.

    A letter that Latin-1 does not have may be a capital.
    """
    return text.encode("latin-1", "replace").translate(_LETTERS, _SIGNS).count(b"AA")


def _longest(text: str) -> list[str]:
    """The longest run of words of two or more letters that are all capitals; words without letters neither count nor part."""
    if text.upper() == text.lower():
        return []
    longest: list[str] = []
    run: list[str] = []
    for word in text.split():
        letters = [letter for letter in word if letter.isalpha()]
        if len(letters) > 1 and all(letter.isupper() for letter in letters):
            run.append(word)
            longest = max(longest, run, key=len)
        elif len(letters) > 1 or any(letter.islower() for letter in letters):
            run = []
    return longest
