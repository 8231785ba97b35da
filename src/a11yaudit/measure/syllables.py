"""Syllables of English words: letter rules, and a shipped table of the words that the rules get wrong."""

import re
from functools import cache

from a11yaudit import resources

_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT = re.compile(r"i[ao](?!u)|[aeiou]ing|eo(?!u)|ua|uou")
_ONE = re.compile(r"[cst]i[ao]|geo|q[u]a|gua|tious|cious")


def by_rules(word: str) -> int:
    """Syllables by groups of vowels, the mute endings left out; at least one."""
    groups = len(_VOWELS.findall(word))
    groups += len(_SPLIT.findall(word)) - len(_ONE.findall(word))
    if (
        (word.endswith("e") and not word.endswith(("le", "ee", "ie", "oe", "ue", "ye", "ae")))
        or (re.search(r"[^aeiouy]le$", word) is None and word.endswith("le"))
        or (word.endswith("ed") and not re.search(r"[tdaeiouy]ed$", word))
        or re.search(r"[^aeiouycgsxzh]es$", word)
    ):
        groups -= 1
    if word.endswith(("sm", "thm")):
        groups += 1
    return max(1, groups)


def english(word: str) -> int:
    """Syllables of one lower-case English word; of an unknown possessive or contraction those of its parts."""
    known = table().get(word)
    if known is not None:
        return known
    stem, apostrophe, _ = word.partition("'")
    return english(stem) if apostrophe and stem else by_rules(word)


@cache
def table() -> dict[str, int]:
    """The exceptions, read at the first English text: lines of a count and the words that have it."""
    text = (resources.data_dir("rules") / "vocabularies" / "syllables-en.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {word: int(count) for count, *words in lines for word in words}
