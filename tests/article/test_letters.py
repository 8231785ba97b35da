"""Texts parted by kinds of characters."""

import pytest

from a11yaudit.article.characters import count_words, runs_of_letters, runs_of_letters_and_digits


@pytest.mark.parametrize(
    ("given", "letters", "both"),
    [
        ("", [], []),
        ("It isn’t COVID-19, is it?", ["It", "isn", "t", "COVID", "is", "it"], ["It", "isn", "t", "COVID", "19", "is", "it"]),
        ("naïve_2 café", ["naïve", "café"], ["naïve", "2", "café"]),
        ("Ελλάδα2 → Москва", ["Ελλάδα", "Москва"], ["Ελλάδα2", "Москва"]),
    ],
)
def test_runs(given: str, letters: list[str], both: list[str]) -> None:
    assert (runs_of_letters(given), runs_of_letters_and_digits(given)) == (letters, both)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("", 0),
        ("- – …", 0),
        ("It isn’t well-known: 1,000.5 km/h", 6),
        ("a-b-c--d e.", 3),
        ("naïve café’s", 2),
        ("Москва-река и Ока", 3),
        ("船は朝に戻った", 4),
        ("→ one two", 2),
    ],
)
def test_words_are_counted(given: str, words: int) -> None:
    assert count_words(given) == words
