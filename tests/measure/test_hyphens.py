"""Patterns read as they are met hyphenate as pyphen does."""

import pyphen
import pytest

from a11yaudit.measure.readability.hyphens import Patterns

WORDS = (
    "Fischerboot", "Schifffahrt", "Zuckerbäcker", "bateaux", "l’océan", "pêcheurs", "pescadores", "caminhão", "vissersboten", "rybołówstwo",
    "рыболовство", "halászcsónak", "fiskebåt", "Crisis", "sclerosis", "a", "", "über-all", "don't", "1980er", "x" * 80,
)  # fmt: skip


@pytest.mark.parametrize("language", ["de", "en", "eo", "es", "fr", "hu", "nb", "nl", "pl", "pt", "ru"])
def test_given_words_when_hyphenated_then_the_places_are_those_of_pyphen(language: str) -> None:
    path = pyphen.LANGUAGES[language]
    theirs, ours = pyphen.HyphDict(path), Patterns(path)
    assert [ours.positions(word) for word in WORDS] == [[int(place) for place in theirs.positions(word)] for word in WORDS]
