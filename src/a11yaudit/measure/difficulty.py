"""What makes one English sentence hard, in words that an editor can act on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from operator import attrgetter

from a11yaudit import resources
from a11yaudit.measure.lexicon import Entry

_BE, _NOMINALISATION, _RARE, _SUBORDINATOR = map(attrgetter, ("be", "nominalisation", "rare", "subordinator"))
SHORTEST = 8
"""Words of a sentence that can be hard."""


@dataclass(frozen=True, slots=True)
class Difficulty:
    """How hard a sentence is and why."""

    points: float
    """0 for an easy sentence; each trait adds points beyond what every sentence may have."""
    reasons: tuple[str, ...]
    """The traits in words, the heaviest first."""
    passive: bool


def judge(entries: Sequence[Entry]) -> Difficulty:
    """Count words, subordinate clauses, passives, rare words and nominalisations of a sentence."""
    passives = count_passives(entries)
    counts = (
        ("words", len(entries)),
        ("clauses", sum(map(_SUBORDINATOR, entries))),
        ("passives", passives),
        ("rare", len({entry.word for entry in compress(entries[1:], map(_RARE, entries[1:]))})),
        ("nominalisations", sum(map(_NOMINALISATION, entries))),
    )
    table = resources.vocabulary("sentence-difficulty-en")
    free, each = table["free"], table["points"]
    points = [((count - free[name]) * each[name], name, count) for name, count in counts if count > free[name]]
    if not points or len(entries) < SHORTEST:
        return Difficulty(0.0, (), passives > 0)
    points.sort(reverse=True)
    reasons = tuple(_told(name, count, entries) for _, name, count in points)
    return Difficulty(round(sum(point for point, _, _ in points), 2), reasons, passives > 0)


def count_passives(entries: Sequence[Entry]) -> int:
    """Forms of "be" with a participle behind them, at most two adverbs between them."""
    found = 0
    for place in compress(range(1, len(entries)), map(_BE, entries)):
        at = place
        while at < min(len(entries) - 1, place + 2) and entries[at].between:
            at += 1
        found += entries[at].participle
    return found


def _told(name: str, count: int, entries: Sequence[Entry]) -> str:
    rare = list(dict.fromkeys(entry.word for entry in entries[1:] if entry.rare)) if name == "rare" else []
    words = ", ".join(rare[:4])
    one, many = {
        "words": ("1 word", f"{count} words"),
        "clauses": ("a subordinate clause", f"{count} subordinate clauses"),
        "passives": ("passive voice", f"passive voice, {count} times"),
        "rare": (f"a word that few readers know ({words})", f"{count} words that few readers know ({words})"),
        "nominalisations": ("a noun made of a verb", f"{count} nouns made of verbs or adjectives"),
    }[name]
    return one if count == 1 else many
