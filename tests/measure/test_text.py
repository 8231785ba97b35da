"""Words and sentences."""

import pytest

from a11yaudit.measure import text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", []),
        ("😀 … 2024 –", []),
        ("It isn’t well-known.", ["It", "isn’t", "well", "known"]),
        ("word—word", ["word", "word"]),
        ("مرحبا بالعالم", ["مرحبا", "بالعالم"]),
    ],
)
def test_words_are_runs_of_letters(given: str, expected: list[str]) -> None:
    assert text.words(given) == expected


@pytest.mark.parametrize(
    ("given", "language", "expected"),
    [
        ("", "en", []),
        ("  ", None, []),
        ("😀", "en", ["😀"]),
        ("no full stop here", "en", ["no full stop here"]),
        ("Dr. Smith left. He was late.", "en", ["Dr. Smith left.", "He was late."]),
        ("今日は。明日。", "ja", ["今日は。", "明日。"]),
        ("One is here. Two is there.", "xx", ["One is here.", "Two is there."]),
    ],
)
def test_sentences_of_a_block(given: str, language: str | None, expected: list[str]) -> None:
    assert text.sentences(given, language) == expected
