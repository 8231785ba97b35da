"""Acronyms of an article and whether it says what they stand for."""

import re
from collections.abc import Iterator

from a11yaudit.model.article import RUNNING_TEXT, Article, Block, Role
from a11yaudit.model.measurements import Acronym, Sentence

_ACRONYM = re.compile(r"(?<![\w.@#&/’'-])[A-Z]{2,6}(?=s?(?![\w@]))")
_TOKEN = re.compile(r"[^\W\d_]+")
_LINKING = frozenset("a an and at by de des di du et for für la le of on per the to und y".split())
_BEFORE = frozenset({Role.HEADLINE, Role.STANDFIRST})
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def find(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Acronym, ...]:
    """The acronyms in the order of their first use; a sentence in capitals has none. `<abbr title>` is not looked at."""
    first: dict[str, Sentence] = {}
    uses: dict[str, int] = {}
    for sentence in sentences:
        for text in _acronyms(sentence.text):
            first.setdefault(text, sentence)
            uses[text] = uses.get(text, 0) + 1
    return tuple(_acronym(article, text, sentence, uses[text]) for text, sentence in first.items())


def _acronyms(text: str) -> Iterator[str]:
    tokens = _TOKEN.findall(text)
    if 2 * sum(map(str.isupper, tokens)) >= len(tokens):
        return
    yield from (match[0] for match in _ACRONYM.finditer(text) if not _ROMAN.fullmatch(match[0]))


def _acronym(article: Article, text: str, sentence: Sentence, uses: int) -> Acronym:
    found = next(filter(None, (expansion(text, block.text) for block in _near(article.blocks, sentence.block))), None)
    return Acronym(text, found is not None, found, uses, sentence.text, sentence.location)


def _near(blocks: tuple[Block, ...], number: int) -> Iterator[Block]:
    """Where an expansion is looked for: all that is read before the first use, its block, and the next one."""
    following = [block for block in blocks[number + 1 :] if block.role in RUNNING_TEXT][:1]
    yield from (block for block in (*blocks[: number + 1], *following) if block.role in RUNNING_TEXT | _BEFORE)


def expansion(acronym: str, text: str) -> str | None:
    """The first run of words whose initials are the acronym, small linking words left out or not."""
    matches = list(_TOKEN.finditer(text))
    content = [match for match in matches if match[0].casefold() not in _LINKING]
    for words in (matches, content):
        initials = "".join(match[0][0].upper()[0] if match[0] != acronym else "\0" for match in words)
        start = initials.find(acronym)
        if start >= 0:
            return text[words[start].start() : words[start + len(acronym) - 1].end()]
    return None
