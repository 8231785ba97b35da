"""Acronyms of an article and whether it says what they stand for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from a11yaudit.model.article import RUNNING_TEXT, Article, Block, Role
from a11yaudit.model.measurements import Acronym, Sentence

MAX_ACRONYMS = 500
"""No article has more; a limit on the work."""
_ACRONYM = re.compile(r"(?<![\w.@#&/’'-])[A-Z]{2,6}(?=s?(?![\w@]|-[A-Z\d]))")
"""Capitals that stand alone; those of a compound name ("APS-C", "FFF-277") are none."""
_ACRONYM_ALONE = re.compile(r"[A-Z]{2,6}s?")
_TOKEN = re.compile(r"[^\W\d_]+")
_LINKING = frozenset("a an and at by de des di du et for für la le of on per the to und y".split())
_BEFORE = frozenset({Role.HEADLINE, Role.STANDFIRST})
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class Initials:
    """The first letters of a text's words, acronyms left out."""

    text: str
    words: tuple[tuple[tuple[int, int], ...], ...]
    """Start and end of all words, and of those that are no small linking words."""
    letters: tuple[str, ...]
    """The upper-case initials of both."""


def find(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Acronym, ...]:
    """The acronyms in the order of their first use.

    A sentence in capitals has none, and a word that also stands in small letters is none. `<abbr title>` is not looked at.
    """
    lower = {word for sentence in sentences for word in _TOKEN.findall(sentence.text) if word.islower()}
    first: dict[str, Sentence] = {}
    uses: dict[str, int] = {}
    for sentence in sentences:
        for text in _acronyms(sentence.text):
            if text.lower() in lower:
                continue
            first.setdefault(text, sentence)
            uses[text] = uses.get(text, 0) + 1
    initials = cache(lambda number: initials_of(article.blocks[number].text))
    kept = list(first.items())[:MAX_ACRONYMS]
    return tuple(_acronym(article, text, sentence, uses[text], initials) for text, sentence in kept)


def _acronyms(text: str) -> Iterator[str]:
    tokens = _TOKEN.findall(text)
    if 2 * sum(map(str.isupper, tokens)) >= len(tokens):
        return
    yield from (match[0] for match in _ACRONYM.finditer(text) if not _ROMAN.fullmatch(match[0]))


def _acronym(article: Article, text: str, sentence: Sentence, uses: int, initials: Callable[[int], Initials]) -> Acronym:
    near = (expansion(text, initials(number)) for number in _near(article.blocks, sentence.block))
    found = next(filter(None, near), None)
    return Acronym(text, found is not None, found, uses, sentence.text, sentence.location)


def _near(blocks: tuple[Block, ...], number: int) -> Iterator[int]:
    """Where an expansion is looked for, nearest first: the block of the first use, the next one, and all that is read before."""
    following = [after for after in range(number + 1, len(blocks)) if blocks[after].role in RUNNING_TEXT][:1]
    yield from (near for near in (number, *following, *range(number - 1, -1, -1)) if blocks[near].role in RUNNING_TEXT | _BEFORE)


def initials_of(text: str) -> Initials:
    """Read the initials off a text."""
    matches = [match for match in _TOKEN.finditer(text) if not _ACRONYM_ALONE.fullmatch(match[0])]
    content = [match for match in matches if match[0].casefold() not in _LINKING]
    both = (matches, content)
    return Initials(
        text,
        tuple(tuple(match.span() for match in words) for words in both),
        tuple("".join(match[0][0].upper()[0] for match in words) for words in both),
    )


def expansion(acronym: str, initials: Initials) -> str | None:
    """The first run of words whose initials are the acronym; it starts with a capital, or the acronym follows it in brackets."""
    text = initials.text
    for words, letters in zip(initials.words, initials.letters, strict=True):
        at = letters.find(acronym)
        while at >= 0:
            start, end = words[at][0], words[at + len(acronym) - 1][1]
            if text[start].isupper() or text[end : end + 9].lstrip(' (“"').startswith(acronym):
                return text[start:end]
            at = letters.find(acronym, at + 1)
    return None
