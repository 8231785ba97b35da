"""The shipped list of words."""

import pytest

from a11yaudit.measure.readability.lexicon import is_familiar
from a11yaudit.measure.readability.wordlist import Listed, find
from a11yaudit.resources import data_dir


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the", Listed(tenths=77, syllables=1, familiar=True)),
        ("abject", Listed(tenths=30, syllables=2, familiar=False)),
        ("abalone", Listed(tenths=None, syllables=4, familiar=False)),
        ("don't", Listed(tenths=62, syllables=1, familiar=True)),
    ],
)
def test_given_a_word_of_the_list_when_looked_up_then_its_frequency_syllables_and_familiarity_are_told(word: str, expected: Listed) -> None:
    assert find(word) == expected


@pytest.mark.parametrize("word", ["", "#", "English", "aaaaa", "the cat", "zzzzz", "7.4", "\N{LATIN SMALL LETTER E WITH ACUTE}"])
def test_given_another_word_when_looked_up_then_nothing_is_told(word: str) -> None:
    assert find(word) is None


def test_given_the_list_when_its_familiar_words_are_worked_out_anew_then_they_are_the_same() -> None:
    lines = (data_dir("rules") / "vocabularies" / "words-en.txt").read_text("utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()[3:]]
    assert len(words) == len(set(words))
    assert {word: listed.familiar for word in words if (listed := find(word))} == {word: is_familiar(word) for word in words}
