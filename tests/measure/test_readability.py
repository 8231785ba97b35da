"""How hard a text is."""

import subprocess
import sys

import pytest
from articles import article, location

from a11yaudit.measure import formulas, text
from a11yaudit.measure.readability import measure
from a11yaudit.measure.syllables import english
from a11yaudit.model.measurements import Acronym, Paragraph, Stretch

PLAIN = "The council of the city met on Monday to talk about the bridge. Many people came and listened for an hour. "


@pytest.mark.parametrize(
    ("given", "language", "reason"),
    [
        ("", "en", "0 words, fewer than 100"),
        ("😀 " * 300, "en", "0 words, fewer than 100"),
        ("word " * 300, "en", "1 sentences, fewer than 3"),
        ("Yes. No. " * 100, "en", "less than three words a sentence: no running text"),
        ("ประเทศไทยมีฝนตก " * 200, "th", "no formula for the language 'th'"),
        ("هذا نص عربي قصير جدا. " * 50, "en", "not written in the script of the language 'en'"),
        ("今日は雨が降っています。" * 80, "ja", "no formula for the language 'ja'"),
        (PLAIN * 10, None, "the language of the text is not known"),
    ],
)
def test_a_text_that_no_formula_fits_is_not_scored(given: str, language: str | None, reason: str) -> None:
    measured = measure(article(given, language=language))
    assert (measured.reason, measured.ease, measured.grade, set(measured.formulas.values()) - {None}) == (reason, None, None, set())


def test_counts_in_the_formulas_are_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Flesch-Kincaid by hand from our words, sentences and syllables; no word list is fetched."""
    monkeypatch.setattr("nltk.download", None)
    measured = measure(article(PLAIN * 10))
    words = text.words(PLAIN)
    syllables = sum(english(word.lower()) for word in words) / len(words)
    by_hand = 0.39 * len(words) / 2 + 11.8 * syllables - 15.59
    assert (measured.grade, measured.words, len(measured.sentences)) == (round(by_hand, 2), 10 * len(words), 20)


def test_a_region_does_not_change_the_language_of_the_formulas() -> None:
    given = "Der Rat der Stadt sprach am Montag über die alte Brücke am Fluss. Viele Leute kamen und hörten zu. " * 10
    assert measure(article(given, language="de-AT")).formulas == measure(article(given, language="de")).formulas


@pytest.mark.parametrize("language", sorted(formulas.FORMULAS))
def test_every_formula_gives_a_number(language: str) -> None:
    assert None not in formulas.evaluate(text.words(PLAIN * 10), 20, language).values()


def test_paragraphs_and_stretches() -> None:
    measured = measure(article("One two three. Four five.", "# Next", "Six seven."))
    assert measured.paragraphs == (Paragraph(5, 2, location(0), "One two three. Four five."), Paragraph(2, 1, location(2), "Six seven."))
    assert measured.stretches == (Stretch(5, location(0)), Stretch(2, location(2)))


@pytest.mark.parametrize(
    ("given", "expansion"),
    [
        ("The Public Works Commission (PWC) met.", "Public Works Commission"),
        ("The PWC (Public Works Commission) met.", "Public Works Commission"),
        ("Doctors treat chronic obstructive pulmonary disease (PWC) here.", None),
        ("A personal weather center (PWC) stands here.", "personal weather center"),
        ("The PWC met.", None),
    ],
)
def test_an_acronym_is_explained_by_words_with_its_initials(given: str, expansion: str | None) -> None:
    assert measure(article(given)).acronyms == (Acronym("PWC", expansion is not None, expansion, 1, given, location(0)),)


@pytest.mark.parametrize(
    "given",
    [
        "The APS-C sensor is large.",
        "It is fixed in FFF-277 now.",
        "ALL ABOUT THE PWC NOW",
        "Chapter XIV begins.",
        "It is IT now, and it is old.",
        "See PWC2 or @PWC now please.",
    ],
)
def test_capitals_that_are_no_acronym(given: str) -> None:
    assert measure(article(given)).acronyms == ()


@pytest.mark.parametrize(
    ("word", "expected"),
    [("the", 1), ("people", 2), ("created", 3), ("business", 2), ("rhythm", 2), ("don't", 1), ("government's", 3), ("zzz", 1)],
)
def test_syllables_of_english_words(word: str, expected: int) -> None:
    assert english(word) == expected


def test_textstat_is_not_loaded_before_the_first_formula() -> None:
    code = "import sys, a11yaudit.measure.readability; sys.exit('textstat' in sys.modules or 'nltk' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
