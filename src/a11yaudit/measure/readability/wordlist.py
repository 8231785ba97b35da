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
    return _list().get(word)


@cache
def _list() -> dict[str, Listed]:
    """Each line has the words that share their facts."""
    words: dict[str, Listed] = {}
    for line in (data_dir("rules") / "vocabularies" / "words-en.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            zipf, syllables, familiar, *alike = line.split()
            tenths = None if zipf == NONE else int(zipf.replace(".", ""))
            words |= dict.fromkeys(alike, Listed(tenths, int(syllables), familiar == FAMILIAR))
    return words
