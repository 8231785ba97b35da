"""What is known of an English word: how often it is used, its syllables, whether children know it, its part in a sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from struct import Struct
from typing import NamedTuple

from a11yaudit import resources
from a11yaudit.measure.readability import syllables, wordlist
from a11yaudit.measure.readability.textstat_adapter import folder
from a11yaudit.measure.readability.wordlist import Listed

RAREST = 25
"""Tenths of the Zipf value given to a word that is not in the table, which ends at 3."""
COMMON = 50
"""Tenths of the Zipf value from which a word is not rare at all: a hundred uses in a million words."""
LATIN = ("A", "ɏ")
"""The first and the last letter of the Latin script."""
POLYSYLLABLE = 3
LONG = 7
"""Letters of a long word."""
MAX_WORDS = 1 << 16
"""Words that are kept in memory; a limit for texts of random letters."""
SHORTEST_NOMINALISATION = 6
LONGEST_KEPT = 60
"""Letters of a word that is kept: no word has more, but a page may hold a text of megabytes without a space."""
_NOMINALISATION = re.compile(r".{3,}(?:tion|sion|ment|ness|ity|ance|ence|ism|ency|ancy)s?\Z")
_PREFIX = re.compile(r"\A(?:fore|inter|mis|out|over|re|un|under|up|with)(?=.{3})")
_ENDINGS = ("'s", "s", "es", "ed", "d", "ing", "er", "est", "ly", "r", "n", "en")


class Tally(NamedTuple):
    """What is counted in a text, and what a single word adds to it."""

    words: int
    latin: int
    """Words that begin with a Latin letter."""
    characters: int
    """Letters and apostrophes."""
    letters: int
    long: int
    """Words of more than six letters."""
    syllables: int
    polysyllables: int
    """Words of three syllables or more."""
    listed: int
    """Words that the table of frequencies has."""
    unfamiliar: int
    """Words that are no names, and neither on the Dale-Chall list of words that fourth-graders know nor inflections of words on it."""
    complex: int
    """Those of them with three syllables or more."""
    rare: int
    """Words that few readers know; names are none."""
    nominalisations: int
    """Words whose ending makes a noun of a verb or an adjective ("development")."""
    prepositions: int
    relatives: int
    """ "Which", "whose" or "whom"."""
    formal: int
    """Formal linking words ("therefore")."""
    subordinators: int
    be: int
    """Forms of "be" and "get"."""
    common: int
    """Words that are no names: without those that have a capital inside a sentence."""
    common_tenths: int
    """Sum of their Zipf values, in tenths."""
    common_unfamiliar: int


_LAYOUT = Struct(f"<{len(Tally._fields)}I")
"""All counts side by side in one integer, 32 bits for each: one addition adds them all."""
_ONE = Tally._make(1 << 32 * place for place in range(len(Tally._fields)))
"""One of each."""
_CHARACTER, _LETTER, _LATIN, _LONG, _RARE, _NOMINAL = (
    _ONE.characters, _ONE.letters, _ONE.latin, _ONE.long, _ONE.rare, _ONE.nominalisations,
)  # fmt: skip


def _unpacked(total: int) -> Tally:
    return Tally._make(_LAYOUT.unpack(total.to_bytes(_LAYOUT.size, "little")))


@dataclass(slots=True, eq=False)
class Entry:
    """One word as it stands in a text. Not frozen: that doubles the time of making one, and each page has hundreds of new words."""

    word: str
    """In small letters, with a straight apostrophe."""
    capital: bool
    """Whether it starts with a capital; "I" does not count."""
    rarity: int
    """Tenths by which its Zipf value is below that of a common word, times its syllables."""
    rare: bool
    be: bool
    """Whether it is a form of "be" or "get"."""
    between: bool
    """Whether it may stand between a form of "be" and its participle."""
    participle: bool
    """Whether it makes a passive after a form of "be"."""
    counts: int
    """Its tally as one integer."""
    opening: int
    """What it counts more at the start of a sentence, where a capital makes no name."""


_COUNTS = attrgetter("counts")


class Words(NamedTuple):
    """The words of a sentence and what is counted in them."""

    entries: list[Entry]
    counts: int
    """Their tally as one integer."""

    @property
    def tally(self) -> Tally:
        """What is counted in the sentence."""
        return _unpacked(self.counts)


NOTHING = Words([], 0)


def read(words: Iterable[str]) -> Words:
    """Look up the words of a sentence."""
    entries = list(map(_known.__getitem__, words))
    return Words(entries, sum(map(_COUNTS, entries), entries[0].opening if entries else 0))


def tally(sentences: Iterable[Words]) -> Tally:
    """What is counted in all of them."""
    return _unpacked(sum(map(_COUNTS, sentences)))


class _Known(dict[str, Entry]):
    """The words that were met, looked up when they are met first."""

    def __missing__(self, written: str) -> Entry:
        entry = _entry(written)
        if len(self) >= MAX_WORDS:
            self.clear()
        if len(written) <= LONGEST_KEPT:
            self[written] = entry
        return entry


_known = _Known()


def _entry(written: str) -> Entry:
    """What is known of a word."""
    word = written.lower().replace("’", "'")
    facts, kind = _facts(wordlist.find(word) or _unlisted(word)), _kinds().get(word, _PLAIN)
    capital, letters = written[0].isupper() and written != "I", len(written) - word.count("'")
    rare = facts.rare and not capital
    counts = facts.counts + kind.counts + len(written) * _CHARACTER + letters * _LETTER
    if LATIN[0] <= written[0] <= LATIN[1]:
        counts += _LATIN
    if letters >= LONG:
        counts += _LONG
    if rare:
        counts += _RARE
    if len(word) >= SHORTEST_NOMINALISATION and _NOMINALISATION.match(word):
        counts += _NOMINAL
    opening = facts.common
    if capital and not written.isupper():
        counts -= facts.unfamiliar
        opening += facts.unfamiliar
    return Entry(
        word,
        capital,
        facts.rarity,
        rare,
        kind.be,
        kind.between or word.endswith("ly"),
        kind.participle or _looks_like_participle(word, kind),
        counts if capital else counts + facts.common,
        opening if capital else 0,
    )


def _looks_like_participle(word: str, kind: "_Kind") -> bool:
    """Whether a word ends like a participle ("rebuilt", "overthrown" too); "unexpected" is an adjective."""
    if kind.adjective or len(word) <= 3:
        return False
    stem = _PREFIX.sub("", word)
    if word.startswith("un") and stem != word and not kind.undone:
        return False
    return word.endswith("ed") or (stem != word and _kinds().get(stem, _PLAIN).participle)


class _Facts(NamedTuple):
    """What a word counts for its frequency, its syllables and its familiarity."""

    rarity: int
    rare: bool
    """Unless it has a capital."""
    counts: int
    common: int
    """Counted where it is no name."""
    unfamiliar: int
    """The part of the counts that a name is free of: Dale and Chall take personal and place names for familiar."""


@cache
def _facts(listed: Listed) -> _Facts:
    """Worked out once for the thousands of words that share them."""
    spoken, tenths = listed.syllables, RAREST if listed.tenths is None else listed.tenths
    counts, common = _ONE.words + spoken * _ONE.syllables, _ONE.common + tenths * _ONE.common_tenths
    if spoken >= POLYSYLLABLE:
        counts += _ONE.polysyllables
    if listed.tenths is not None:
        counts += _ONE.listed
    unfamiliar = 0 if listed.familiar else _ONE.unfamiliar + (_ONE.complex if spoken >= POLYSYLLABLE else 0)
    if not listed.familiar:
        common += _ONE.common_unfamiliar
    rare = tenths < _rare_tenths() and not listed.familiar
    return _Facts(max(0, COMMON - tenths) * spoken, rare, counts + unfamiliar, common, unfamiliar)


def _unlisted(word: str) -> Listed:
    """A word that the list has not: rare ones, names, possessives."""
    return Listed(_tenths(word), syllables.unlisted(word), is_familiar(word))


class _Kind(NamedTuple):
    """What the word lists say of a word."""

    counts: int = 0
    be: bool = False
    between: bool = False
    participle: bool = False
    adjective: bool = False
    undone: bool = False
    """Whether it is the participle of a verb with "un-"."""


_PLAIN = _Kind()


_COUNTED = ("prepositions", "relatives", "formal", "subordinators", "be")


@cache
def _kinds() -> dict[str, _Kind]:
    """The words in the lists of `rules/vocabularies/lexicon-en.toml`."""
    lists = {name: frozenset(words) for name, words in resources.vocabulary("lexicon-en").items() if isinstance(words, list)}
    return {
        word: _Kind(
            sum(getattr(_ONE, name) for name in _COUNTED if word in lists[name]) + (word in lists["get"]) * _ONE.be,
            word in lists["be"] or word in lists["get"],
            word in lists["between"],
            word in lists["participles"],
            word in lists["adjectives"],
            word in lists["undone"],
        )
        for word in frozenset().union(*lists.values())
    }


@cache
def _rare_tenths() -> int:
    tenths: int = round(10 * resources.vocabulary("lexicon-en")["rare_zipf"])
    return tenths


def is_familiar(word: str) -> bool:
    """Whether the Dale-Chall list has a word in small letters or the one that it is a regular inflection of."""
    known = _familiar_words()
    if word in known or not word.endswith(_ENDINGS):
        return word in known
    return any(not known.isdisjoint(_stems(word[: -len(ending)])) for ending in _ENDINGS if word.endswith(ending))


def _stems(stem: str) -> tuple[str, ...]:
    """The words that may have lost their last letter before an ending: make(ing), stop(ping), happy (happier)."""
    if len(stem) < 2:
        return ()
    doubled = stem[:-1] if stem[-1] == stem[-2] else stem
    return (stem, stem + "e", doubled, stem[:-1] + "y" if stem[-1] == "i" else stem)


def zipf(word: str) -> float | None:
    """Logarithm to base 10 of a word's uses in a billion words, None below 3; a possessive or contraction has that of its stem."""
    tenths = _tenths(word)
    return None if tenths is None else tenths / 10


def _tenths(word: str) -> int | None:
    listed = wordlist.find(word)
    if listed is None and "'" in word:
        listed = wordlist.find(word.partition("'")[0])
    return listed.tenths if listed else None


@cache
def _familiar_words() -> frozenset[str]:
    """The Dale-Chall list that comes with textstat."""
    return frozenset((folder() / "resources" / "en" / "easy_words.txt").read_text("utf-8").split())
