"""Shipped tables of words."""

import pytest

from a11yaudit.measure.tables import MANY, Table
from a11yaudit.resources import data_dir


@pytest.mark.parametrize("name", ["frequencies-en.txt", "syllables-en.txt"])
def test_every_word_of_a_table_is_found(name: str) -> None:
    lines = (data_dir("rules") / "vocabularies" / name).read_text("utf-8").splitlines()
    words = dict(line.split() for line in lines if not line.startswith("#"))
    table = Table(name)
    assert {word: table.get(word) for word in words} == words


def test_a_table_says_the_same_before_and_after_many_look_ups() -> None:
    table = Table("frequencies-en.txt")
    given = ["the", "zulu", "zzzzz", "#"]
    before = [table.get(word) for word in given[:3]]
    for _ in range(MANY):
        table.get("a")
    assert [table.get(word) for word in given] == [*before, None]


@pytest.mark.parametrize("word", ["", "aaaaa", "the cat", "zzzzz", "\N{LATIN SMALL LETTER E WITH ACUTE}"])
def test_other_words_have_no_value(word: str) -> None:
    assert Table("frequencies-en.txt").get(word) is None
