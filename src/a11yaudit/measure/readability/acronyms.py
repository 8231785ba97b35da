"""Acronyms of an article and whether it says what they stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from a11yaudit.article.characters import runs_of_letters, runs_of_letters_and_digits
from a11yaudit.model.article import RUNNING_TEXT, Article, Block, Role
from a11yaudit.model.measurements import Acronym, Sentence
from a11yaudit.resources import vocabulary

LONGEST_WORD = 60
"""Characters before an acronym in which a name is looked for."""
MIN_USES = 2
"""One that is used once is part of a name, or lost without harm."""
WIDEST = 3
"""Words of an expansion for each letter of the acronym."""
MAX_ACRONYMS = 500
"""No article has more; a limit on the work."""
_CAPITALS = re.compile(r"[A-Z][A-Z]")
_ACRONYM = re.compile(r"(?<![\w.@#&/’'-])[A-Z]{2,6}(?=s?(?![\w@]|-[A-Z\d]))")
"""Capitals that stand alone; those of a compound name ("APS-C", "FFF-277") are none."""
_NAME_BEFORE = re.compile(r"[^\W\d_][.\w&’'-]* [\w&’'-]*[A-Z][\w&’'-]* $|^[A-Z][A-Z\d]+ $")
"""A word with a capital that does not begin the sentence: the capitals after it belong to a name."""
_NAME_AFTER = re.compile(r" (?:[A-Z][a-z]|[A-Z]?\d)")
_ACRONYM_ALONE = re.compile(r"[A-Z]{2,6}s?")
_TOKEN = re.compile(r"[^\W\d_]+")
_LINKING = frozenset("a an and at by de des di du et for für la le of on per the to und y".split())
LONGEST_LINKING = max(map(len, _LINKING))
_NEAR = RUNNING_TEXT | {Role.HEADLINE, Role.STANDFIRST}
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
    """The acronyms that are used twice or more, in the order of their first use.

    A sentence in capitals has none, and a word that also stands in small letters is none. Capitals inside a longer name or before a
    number ("HP Envy", "RTX 3080") are not counted. `<abbr title>` is not looked at.
    """
    first: dict[str, Sentence] = {}
    uses: dict[str, int] = {}
    for sentence in sentences:
        for text in _acronyms(sentence.text):
            first.setdefault(text, sentence)
            uses[text] = uses.get(text, 0) + 1
    often = [text for text, count in uses.items() if count >= MIN_USES][:MAX_ACRONYMS]
    small = _standing_small(often, sentences)
    kept = [text for text in often if text.lower() not in small]
    near = _Near(article.blocks)
    return tuple(_acronym(near, text, first[text], uses[text], sentences) for text in kept)


def _standing_small(acronyms: list[str], sentences: tuple[Sentence, ...]) -> frozenset[str]:
    """The words among which are those acronyms that also stand in small letters, so that their capitals mean nothing."""
    if acronyms:
        text = "\n".join([sentence.text for sentence in sentences])
        if any(acronym.lower() in text for acronym in acronyms):
            return frozenset(runs_of_letters_and_digits(text))
    return frozenset()


def _acronyms(text: str) -> Iterator[str]:
    if not _CAPITALS.search(text):
        return
    tokens = runs_of_letters(text)
    if 2 * sum(map(str.isupper, tokens)) >= len(tokens):
        return
    yield from (match[0] for match in _ACRONYM.finditer(text) if not _ROMAN.fullmatch(match[0]) and not _part_of_name(text, match))


def _part_of_name(text: str, match: re.Match[str]) -> bool:
    return _NAME_AFTER.match(text, match.end()) is not None or _ends_in_name(text[max(0, match.start() - LONGEST_WORD) : match.start()])


def _ends_in_name(before: str) -> bool:
    """Whether the last word before a space has a capital and belongs to the capitals behind it."""
    last = before.rstrip(" ").rpartition(" ")[2]
    return before.endswith(" ") and not last.islower() and _NAME_BEFORE.search(before) is not None


def _acronym(near: "_Near", text: str, sentence: Sentence, uses: int, sentences: tuple[Sentence, ...]) -> Acronym:
    found = near.expansion(text, sentence.block) or near.bracketed(text)
    nouns = 0 if found else sum(_uses_as_noun(text, each.text) for each in sentences if text in each.text)
    return Acronym(text, found is not None, found, uses, sentence.text, sentence.location, nouns)


def _uses_as_noun(acronym: str, text: str) -> int:
    """How often an acronym has "the" before it, and a sign or a word behind it that no noun is."""
    behind = (match[1] for match in re.finditer(rf"\b[Tt]he {acronym}(?:['’]s\b|\b)([^\w]?\s*\w*)", text))
    return sum(not word.strip() or word[0] not in " \xa0" or _is_no_noun(word.strip()) for word in behind)


def _is_no_noun(word: str) -> bool:
    return word.endswith("ed") or word in _no_nouns()


@cache
def _no_nouns() -> frozenset[str]:
    lists = vocabulary("lexicon-en")
    names = ("prepositions", "relatives", "formal", "subordinators", "be", "between", "verbs", "participles")
    return frozenset().union(*(lists[name] for name in names))


class _Near:
    """The blocks in which the expansions of an article's acronyms are looked for."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        self._letters = cache(lambda number: _letters(blocks[number].text))
        self._initials = cache(lambda number: initials_of(blocks[number].text))

    def expansion(self, acronym: str, number: int) -> str | None:
        """The nearest expansion to the block of the first use: there, in the next block, and in all that is read before."""
        following = next((after for after in range(number + 1, len(self._blocks)) if self._blocks[after].role in RUNNING_TEXT), number)
        candidates = (near for near in (number, following, *range(number - 1, -1, -1)) if self._may_expand(acronym, near))
        return next(filter(None, (expansion(acronym, self._initials(near)) for near in candidates)), None)

    def bracketed(self, acronym: str) -> str | None:
        """The words before or behind a bracket in any block of the text, the headline and the standfirst."""
        near = (block.text for block in self._blocks if block.role in _NEAR and "(" in block.text and acronym in block.text)
        return next(filter(None, (bracketed(acronym, text) for text in near)), None)

    def _may_expand(self, acronym: str, number: int) -> bool:
        """Whether a block has a capital like the acronym's first one, and words with its letters."""
        block = self._blocks[number]
        return acronym[0] in block.text and block.role in _NEAR and acronym in self._letters(number)


def _letters(text: str) -> str:
    """The initials of all words of a text, and those of all but small linking words, parted by a space."""
    tokens = runs_of_letters(text)
    if _CAPITALS.search(text):
        tokens = [token for token in tokens if not _ACRONYM_ALONE.fullmatch(token)]
    content = [token for token in tokens if len(token) > LONGEST_LINKING or token.casefold() not in _LINKING]
    return f"{_initials(tokens)} {_initials(content)}"


def _initials(tokens: list[str]) -> str:
    letters = "".join([token[0] for token in tokens])
    return letters.upper() if letters.isascii() else "".join([letter.upper()[0] for letter in letters])


def initials_of(text: str) -> Initials:
    """Read the initials off a text."""
    matches = [match for match in _TOKEN.finditer(text) if not _ACRONYM_ALONE.fullmatch(match[0])]
    content = [match for match in matches if match[0].casefold() not in _LINKING]
    both = (matches, content)
    return Initials(
        text,
        tuple(tuple(match.span() for match in words) for words in both),
        tuple(_initials([match[0] for match in words]) for words in both),
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


def bracketed(acronym: str, text: str) -> str | None:
    """The words before an acronym in brackets, or in brackets behind it, that it may stand for: "XMLHttpRequest (XHR)"."""
    before = re.search(rf"\((?:the |or )?[“\"‘']?{acronym}s?\b", text)
    if before:
        return _standing_for(acronym, text[: before.start()].split()[-WIDEST * len(acronym) :])
    behind = re.search(rf"\b{acronym}s? \(([^)]{{1,200}})\)", text)
    return _standing_for(acronym, behind[1].split()) if behind else None


def _standing_for(acronym: str, words: list[str]) -> str | None:
    """The last words that begin with the acronym's first letter, and have all its letters or begin with half of them, in order."""
    for start in range(len(words) - 1, -1, -1):
        phrase = " ".join(words[start:])
        if phrase[:1].upper() == acronym[0] and (_in_order(acronym, phrase.upper()) or _half_as_initials(acronym, phrase)):
            return phrase
    return None


def _in_order(acronym: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in acronym)


def _half_as_initials(acronym: str, phrase: str) -> bool:
    """Whether more than half of the letters are initials of the words, in order."""
    at, found = 0, 0
    for letter in _initials(runs_of_letters(phrase)):
        place = acronym.find(letter, at)
        if place >= 0:
            at, found = place + 1, found + 1
    return 2 * found > len(acronym)
