"""Kinds of alternative texts."""

import pytest

from a11yaudit.measure.pictures.alt_kinds import FEW, Context, Prose, faults
from a11yaudit.model.measurements import AltFault


def test_given_a_running_text_when_it_is_asked_for_words_then_few_and_many_get_the_same_answers() -> None:
    texts = ["The nets of Selma hang in the harbour.", "A boat comes in"]
    asked = ["nets", "boats", "net", "selma", "harbours", "gull", "s", "hang"]
    prose = Prose(texts)
    answers = [[prose.writes_small(word) for word in asked] for _ in range(FEW)]
    assert answers == [[True, True, True, False, True, False, False, True]] * FEW


@pytest.mark.parametrize(
    "text", ["Screenshot " + "1 " * 900 + "zz", "PNG " + "1 " * 900 + "z", "Photo: " + "Aa " * 600, "- " * 900, "www." * 500]
)
def test_given_a_text_made_to_keep_a_pattern_busy_when_judged_then_it_ends(text: str) -> None:
    assert len(faults(text, Context("a.jpg", "Boats", (), Prose([]), "en", frozenset()))) <= 2


@pytest.mark.parametrize(
    ("text", "file", "expected"),
    [
        ("Hafen-Lauf", "hafen-lauf.jpg", False),
        ("quay-Abo", "quay-abo.png", False),
        ("Marie-Ange", "marie-ange.webp", False),
        ("quay-run", "quay-run.jpg", True),
        ("qrun2", "qrun2.jpg", True),
        ("Quay_Run", "quay_run.jpg", True),
        ("hafen-lauf-der-kinder", "hafen-lauf-der-kinder.jpg", True),
    ],
)
def test_given_a_text_that_equals_its_file_when_judged_then_a_compound_is_a_word_and_a_slug_is_not(
    text: str, file: str, expected: bool
) -> None:
    found = faults(text, Context(file, "Boats", (), Prose([]), "en", frozenset()))
    assert (AltFault.FILE_NAME in found) == expected
