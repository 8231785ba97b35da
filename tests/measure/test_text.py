"""Words and sentences."""

import pytest

from a11yaudit.measure import text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", []),
        ("😀 … 2024 –", []),
        ("It isn’t well-known.", ["It", "isn’t", "well", "known"]),
        ("Write to (desk@news.example.org), or www.example.org/x now", ["Write", "to", "or", "now"]),
        ("a@" * 200_000, ["a"] * 200_000),
        ("word—word and/or", ["word", "word", "and", "or"]),
        ("See https://a.example/b-c or www.a.example, write a@b.example", ["See", "or", "write"]),
        ("co\u00adoperate ze\u200bro $5", ["cooperate", "zero"]),
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
        ("Am 3. Oktober kam er. Im 5. Jahrhundert v. Chr. nicht.", "de", ["Am 3. Oktober kam er.", "Im 5. Jahrhundert v. Chr. nicht."]),
        ("Das Amt schloss. 2010 kam er.", "de", ["Das Amt schloss.", "2010 kam er."]),
        ("Hier M. Dupont est venu. Il dort.", "fr", ["Hier M. Dupont est venu.", "Il dort."]),
        ("Es geschah 512 до н. э. в мае. Он спал.", "ru", ["Es geschah 512 до н. э. в мае.", "Он спал."]),
        ("El siglo VI a. C. fue largo. El rey vino.", "es", ["El siglo VI a. C. fue largo.", "El rey vino."]),
        ("“Is it old?” he asked. No.", "en", ["“Is it old?” he asked.", "No."]),
        ("He said: “It is old. We must close it.”", "en", ["He said: “It is old.", "We must close it.”"]),
        ("他問：“你好嗎？”他說。再見。", "zh", ["他問：“你好嗎？”他說。", "再見。"]),
        ("One is here. Two is there.", "xx", ["One is here.", "Two is there."]),
    ],
)
def test_sentences_of_a_block(given: str, language: str | None, expected: list[str]) -> None:
    assert text.sentences(given, language) == expected
