"""What makes one English sentence hard, in words that an editor can act on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from a11yaudit import resources
from a11yaudit.measure.readability.lexicon import Entry, Tally

SHORTEST = 8
"""Words of a sentence that can be hard."""
_REASONS = {
    "words": ("1 word", "{count} words"),
    "clauses": ("a subordinate clause", "{count} subordinate clauses"),
    "passives": ("passive voice", "passive voice, {count} times"),
    "rare": ("a word that few readers know", "{count} words that few readers know"),
    "nominalisations": ("a noun made of a verb", "{count} nouns made of verbs or adjectives"),
}
"""Each trait in words, if it is there once and if it is there more often."""


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How hard a sentence is and why."""

    points: float
    """0 for an easy sentence; each trait adds points beyond what every sentence may have."""
    reasons: tuple[str, ...]
    """The traits in words, the heaviest first."""
    passive: bool


_EASY, _PASSIVE = Difficulty(0.0, (), False), Difficulty(0.0, (), True)


def judge(entries: Sequence[Entry], tally: Tally) -> Difficulty:
    """Weigh words, subordinate clauses, passives, rare words and nominalisations of a sentence."""
    passives = count_passives(entries) if tally.be else 0
    if tally.words < SHORTEST:
        return _PASSIVE if passives else _EASY
    table = resources.vocabulary("sentence-difficulty-en")
    free, each = table["free"], table["points"]
    foreign = tally.words - tally.listed >= table["unlisted"]
    rare = _rare_words(entries) if tally.rare > free["rare"] and not foreign else []
    counts = (
        ("words", tally.words),
        ("clauses", tally.subordinators),
        ("passives", passives),
        ("rare", len(rare)),
        ("nominalisations", tally.nominalisations),
    )
    points = [((count - free[name]) * each[name], name, count) for name, count in counts if count > free[name]]
    if not points:
        return _PASSIVE if passives else _EASY
    points.sort(reverse=True)
    reasons = tuple(_told(name, count, rare) for _, name, count in points)
    return Difficulty(round(sum(point for point, _, _ in points), 2), reasons, passives > 0)


def count_passives(entries: Sequence[Entry]) -> int:
    """Forms of "be" or "get" with a participle behind them, at most two adverbs between them; "is closed" tells of a state."""
    found = 0
    for place in [place for place, entry in enumerate(entries[:-1], 1) if entry.be]:
        at, last = place, min(len(entries) - 1, place + 2)
        while at < last and entries[at].between:
            at += 1
        found += entries[at].participle and not _is_state(entries, place - 1, at)
    return found


def _is_state(entries: Sequence[Entry], be: int, participle: int) -> bool:
    """Whether a participle after "is" or "are" tells how something is, and not what is done to it."""
    if entries[be].word not in ("is", "are", "am") or entries[participle].word not in _states():
        return False
    return participle + 1 == len(entries) or entries[participle + 1].word != "by"


@cache
def _states() -> frozenset[str]:
    return frozenset(resources.vocabulary("lexicon-en")["states"])


def _rare_words(entries: Sequence[Entry]) -> list[str]:
    """Different ones; the first word may be a name."""
    return list(dict.fromkeys([entry.word for entry in entries[1:] if entry.rare]))


def _told(name: str, count: int, rare: Sequence[str]) -> str:
    one, many = _REASONS[name]
    told = one if count == 1 else many.format(count=count)
    return f"{told} ({', '.join(rare[:4])})" if name == "rare" else told
