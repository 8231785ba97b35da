"""Syllables of English words: those of the shipped list, and letter rules for all others."""

import re

from a11yaudit.measure.readability import wordlist

LONGEST_SPELLED = 6
"""Letters of an acronym; a longer word without vowels is none."""
_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT = re.compile(r"i[ao](?!u)|[aeiou]ing|eo(?!u)|ua|uou")
_MUTE = re.compile(r"[^aeiouly]e$|[aeiouy]le$|[^aeioutdy]ed$|[^aeiouycgsxzh]es$")
_ONE = re.compile(r"[cst]i[ao]|geo|q[u]a|gua|tious|cious")


def by_rules(word: str) -> int:
    """Syllables by groups of vowels, the mute endings left out; of a word without vowels those of its spelt letters."""
    vowels = _VOWELS.findall(word)
    if not vowels and len(word) <= LONGEST_SPELLED:
        return len(word) + 2 * word.count("w")
    groups = len(vowels) - (_MUTE.search(word[-3:]) is not None)
    if len("".join(vowels)) > len(vowels):
        groups += len(_SPLIT.findall(word)) - len(_ONE.findall(word))
    if word.endswith(("sm", "thm")):
        groups += 1
    return max(1, groups)


def english(word: str) -> int:
    """Syllables of one lower-case English word; of an unknown possessive or contraction those of its parts."""
    listed = wordlist.find(word)
    return listed.syllables if listed else unlisted(word)


def unlisted(word: str) -> int:
    """Syllables of a word that the list has not."""
    stem, apostrophe, _ = word.partition("'")
    return english(stem) if apostrophe and stem else by_rules(word)
