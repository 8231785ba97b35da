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

_PARTING = frozenset("|/•·–—©")
"""Signs between the entries of a list that is written as one line."""


class Params(NamedTuple):
    """What is a passage."""

    words: int
    """Capitals in a row."""
    abbreviation: int
    """Letters of the longest abbreviation."""
    links: float
    """Share of a text in links from which on it is a list of links."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each paragraph, list item and quote of the article: is there no long run of words in capitals?

    Who wrote a name or a slogan like that may have wanted it: it is a question.
    """
    for block in subject.running_text:
        if block.role in PROSE and block.link_share < params.links:
            run = _longest(block.text, params.abbreviation) if _most(block.text) >= params.words else []
            if len(run) >= params.words:
                text = shown(" ".join(run))
                yield verdict(subject, block.location.node, Outcome.CANT_TELL, about=text, text=text, words=len(run))
            else:
                yield PASSED


def _most(text: str) -> int:
    """How many words of two or more letters that are all capitals a text has at most: each has a pair of capitals, once signs are gone.

    A letter that Latin-1 does not have may be a capital.
    """
    return text.encode("latin-1", "replace").translate(_LETTERS, _SIGNS).count(b"AA")


def _longest(text: str, abbreviation: int) -> list[str]:
    """The longest run of words of two or more letters that are all capitals.

    Numbers and signs neither count nor part; what parts entries of a list does, and so does a word with digits in it, as in a table.
    A run of short words alone is one of abbreviations.
    """
    if text.upper() == text.lower():
        return []
    longest: list[str] = []
    run: list[str] = []
    for word in text.split():
        letters = [letter for letter in word if letter.isalpha()]
        coded = letters and any(sign.isdecimal() for sign in word)
        if len(letters) > 1 and not coded and all(letter.isupper() for letter in letters):
            run.append(word)
            longest = max(longest, run, key=len)
        elif len(letters) > 1 or coded or word in _PARTING or any(letter.islower() for letter in letters):
            run = []
    return longest if any(sum(map(str.isalpha, word)) > abbreviation for word in longest) else []
