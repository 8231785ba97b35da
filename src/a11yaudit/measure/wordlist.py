"""The shipped list of English words: how often each is used, its syllables, whether children know it."""

from functools import cache
from typing import NamedTuple

from a11yaudit.resources import data_dir

NONE = "-"
"""Written where a word is too rare to have a frequency, or is not familiar."""
FAMILIAR = "f"


class Listed(NamedTuple):
    """What is known of a word without looking at its letters."""

    tenths: int | None
    """Its Zipf value in tenths, None below 30."""
    syllables: int
    familiar: bool
    """Whether the Dale-Chall list has it, or a word that it is an inflection of."""


def find(word: str) -> Listed | None:
    """A word in small letters, None where the list has it not."""
    facts = _list().get(word)
    return _read(facts) if facts else None


@cache
def _read(facts: str) -> Listed:
    """Thousands of words share the same facts."""
    zipf, syllables, familiar = facts.split(",")
    return Listed(None if zipf == NONE else int(zipf.replace(".", "")), int(syllables), familiar == FAMILIAR)


@cache
def _list() -> dict[str, str]:
    """Comments stand before all words."""
    text = (data_dir("rules") / "vocabularies" / "words-en.txt").read_text("utf-8")
    fields = text.rpartition("#")[2].partition("\n")[2].split()
    return dict(zip(fields[::2], fields[1::2], strict=True))
