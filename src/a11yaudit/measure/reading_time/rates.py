"""How fast people read and listen, by language; `rules/vocabularies/reading-rates.toml` names the sources."""

from dataclasses import dataclass
from functools import cache

from a11yaudit import resources
from a11yaudit.measure.text import count_words
from a11yaudit.page.language import primary_subtag


@dataclass(frozen=True, slots=True)
class Rates:
    """Units a minute of one language."""

    by_characters: bool
    mean: float
    slow: float
    fast: float
    listening: float
    """What a screen reader's voice says."""
    listening_words: float
    """The same in words, also where all else is counted in characters: for links, frames and the like, which are no text."""

    def units(self, text: str) -> int:
        """Words, or letters and digits; punctuation and space take no time of their own."""
        return sum(map(str.isalnum, text)) if self.by_characters else count_words(text)

    def seconds(self, text: str) -> float:
        """How long a voice takes."""
        return 60 * self.units(text) / self.listening


def rates_of(tag: str | None) -> Rates:
    """The rates of a language tag, English where there is none."""
    return _rates(primary_subtag(tag) or "en")


def known(tag: str | None) -> bool:
    """Whether a language was measured itself, so that its rate is not the mean of others."""
    aloud, language = resources.vocabulary("reading-rates")["aloud"], primary_subtag(tag)
    return language != "other" and (language in aloud["words"] or language in aloud["characters"])


@cache
def _rates(language: str) -> Rates:
    """English silent reading, scaled by how fast the language is read aloud beside English."""
    table = resources.vocabulary("reading-rates")
    words, characters, silent = table["aloud"]["words"], table["aloud"]["characters"], table["silent"]
    aloud = characters.get(language) or words.get(language, words["other"])
    scale = aloud / words["en"]
    slow, mean, fast = (silent[pace] * scale for pace in ("slow", "mean", "fast"))
    listening = table["listening"].get(language, aloud)
    by_characters = language in characters
    return Rates(by_characters, mean, slow, fast, listening, words["other"] if by_characters else listening)
