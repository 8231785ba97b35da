"""How hard a text is."""

import subprocess
import sys
from dataclasses import astuple
from itertools import pairwise
from pathlib import Path

import pytest
from articles import article, location

from a11yaudit.article import extract
from a11yaudit.measure import text
from a11yaudit.measure.readability import formulas, lexicon
from a11yaudit.measure.readability.lexicon import is_familiar
from a11yaudit.measure.readability.readability import measure
from a11yaudit.measure.readability.syllables import english
from a11yaudit.model.measurements import Acronym, Paragraph, Stretch
from a11yaudit.model.source import Limits, Source
from a11yaudit.page import parse
from a11yaudit.semantics import build

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


@pytest.mark.parametrize(
    ("given", "language", "sentences"),
    [
        ("", "en", 0),
        ("Boat", "en", 1),
        ("😀🚢🌊" * 400, "en", 1),
        ("the boats came home and nobody knew why " * 500, "en", 1),
        ("x" * 1_000_000, "en", 1),
        ("THE COUNCIL MET ON MONDAY. NOBODY CAME. THE BRIDGE IS OLD. " * 40, "en", 120),
        ("เรือกลับมาถึงบ้านในตอนเช้า " * 200, "th", 1),
        ("عادت القوارب إلى الميناء في الصباح. " * 200, "ar", 200),
        ("船は朝に戻った。The boats came home. " * 200, "ja", 400),
        ("the\u200bboats\u200bcame\u200bhome. " * 200, "en", 200),
        ("e\u0301" * 5_000, "fr", 1),
        ("?!" * 5_000, "en", 1),
        ("“" * 5_000, "de", 1),
        ("1. " * 5_000, "de", 1),
        ("A. B. C. " * 2_000, "fr", 1),
    ],
    ids=lambda value: str(value)[:20] if isinstance(value, str) else "",
)
def test_degenerate_text_gets_no_ease_or_one_on_the_scale(given: str, language: str, sentences: int) -> None:
    measured = measure(article(given, language=language))
    values = [value for value in measured.formulas.values() if value is not None]
    assert measured.ease is None or -3.7 <= measured.ease <= 1.8
    assert (measured.ease is None) == (measured.reason is not None)
    assert all(-200 < value < 300 for value in values)
    assert len(measured.sentences) == sentences


def test_capitals_and_small_letters_have_the_same_ease() -> None:
    given = PLAIN * 10
    assert measure(article(given.upper())).formulas == measure(article(given)).formulas


def test_harder_text_has_lower_ease_and_the_hardest_passage_is_named() -> None:
    hard = (
        "The administration acknowledged that implementation of the legislation, which had necessitated deliberation, was unsatisfactory. "
    )
    measured = [measure(article(*paragraphs)) for paragraphs in ((hard * 14,), (PLAIN * 14, hard * 14), (PLAIN * 14,))]
    assert sorted(measured, key=lambda one: one.ease or 0.0) == measured
    assert sorted(measured, key=lambda one: one.percentile or 0) == measured
    assert measured[1].hardest is not None
    assert measured[1].hardest.location == location(1)


def test_a_long_passage_in_another_language_is_counted_apart() -> None:
    german = "Der Rat der Stadt sprach am Montag lange über die alte Brücke, und viele Leute kamen und hörten zu. " * 3
    measured = measure(article(PLAIN * 8, german))
    assert (measured.other_languages, measured.sentences) == ({"de": 57}, measure(article(PLAIN * 8)).sentences)


def test_the_hardest_sentence_comes_first_with_its_reasons() -> None:
    hard = "The recommendation that was adopted by the committee, which had been criticised, was subsequently rescinded by magistrates."
    measured = measure(article(PLAIN, hard))
    first = measured.hardest_sentences[0]
    assert (first.text, first.reasons) == (hard, ("passive voice, 3 times", "2 subordinate clauses"))


@pytest.mark.parametrize(
    ("given", "passive"),
    [
        ("The bridge was quickly closed.", True),
        ("The bridge has been closed.", True),
        ("The letter was not written by her.", True),
        ("He is tired and interested.", False),
        ("She was running home.", False),
        ("They closed the bridge, it was.", False),
        ("The result is expected to be good.", False),
        ("The pier was rebuilt in May.", True),
        ("The old council was overthrown.", True),
        ("Three boats got stolen.", True),
        ("The plans were unveiled on Monday.", True),
        ("The shop is closed on Mondays.", False),
        ("The shop is closed by the council.", True),
        ("The end was not wholly unexpected.", False),
        ("She got married in May.", False),
        ("They got home late.", False),
    ],
)
def test_passive_voice(given: str, passive: bool) -> None:
    assert measure(article(given)).sentences[0].passive is passive


PAGES = sorted((Path(__file__).parents[2] / "examples").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_textstat_counts_in_the_canonical_text_what_we_count(path: Path) -> None:
    page = parse(Source(path.name, path.read_bytes(), ""), Limits())
    measured = measure(extract(page, build(page), "article"))
    words = [word for sentence in measured.sentences for word in text.words(sentence.text)]
    spoken = sum(sentence.words > 0 for sentence in measured.sentences)
    stat = formulas._textstat("en")
    ends = [len(words) * number // spoken for number in range(spoken + 1)]
    canonical = " ".join(f"{' '.join(words[start:end])}." for start, end in pairwise(ends)).replace("’", "'")
    theirs = formulas.Counts(
        words=stat.lexicon_count(canonical),
        sentences=stat.sentence_count(canonical),
        characters=stat.char_count(canonical),
        letters=stat.letter_count(canonical),
        long=stat.long_word_count(canonical),
    )
    assert formulas.of_words(words, spoken, "sv") == theirs
    ours = formulas.of_english(lexicon.tally([lexicon.read(words)]), spoken)
    assert (ours.words, ours.sentences, ours.characters, ours.letters, ours.long) == astuple(theirs)[:5]
    assert ours.syllables == sum(sentence.syllables or 0 for sentence in measured.sentences)


@pytest.mark.parametrize(
    ("word", "familiar"), [("walked", True), ("happier", True), ("boats", True), ("stopping", True), ("council", False)]
)
def test_inflections_of_familiar_words_are_familiar(word: str, familiar: bool) -> None:
    assert is_familiar(word) is familiar


def test_names_are_familiar_in_the_formula_of_dale_and_chall() -> None:
    named, told = "They went to see Skarholmen with Marguerite. ", "They went to see perpetuity with magnanimity. "
    scores = [measure(article(PLAIN * 5 + given * 10)).formulas["dale-chall"] or 0.0 for given in (named, told)]
    assert scores[0] < scores[1]


def test_a_region_does_not_change_the_language_of_the_formulas() -> None:
    given = "Der Rat der Stadt sprach am Montag über die alte Brücke am Fluss. Viele Leute kamen und hörten zu. " * 10
    assert measure(article(given, language="de-AT")).formulas == measure(article(given, language="de")).formulas


@pytest.mark.parametrize("language", sorted(formulas.FORMULAS))
def test_every_formula_gives_a_number(language: str) -> None:
    words = text.words(PLAIN * 10)
    counts = formulas.of_english(lexicon.tally([lexicon.read(words)]), 20) if language == "en" else formulas.of_words(words, 20, language)
    assert None not in formulas.evaluate(counts, language).values()


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
        ("They use PlainWordCount (PWC) here.", "PlainWordCount"),
        ("They use PWC (plain word counts) here.", "plain word counts"),
        ("They came to the old town (PWC) here.", None),
        ("The PWC met.", None),
    ],
)
def test_an_acronym_is_explained_by_words_with_its_initials(given: str, expansion: str | None) -> None:
    used = f"{given} So said the PWC."
    nouns = int(expansion is None)
    assert measure(article(used)).acronyms == (Acronym("PWC", expansion is not None, expansion, 2, given, location(0), nouns),)


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
    assert measure(article(given, given)).acronyms == ()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the", 1),
        ("people", 2),
        ("created", 3),
        ("business", 2),
        ("rhythm", 2),
        ("don't", 1),
        ("government's", 3),
        ("bbc", 3),
        ("www", 9),
        ("nato", 2),
    ],
)
def test_syllables_of_english_words(word: str, expected: int) -> None:
    assert english(word) == expected


def test_textstat_is_not_loaded_before_the_first_formula() -> None:
    code = "import sys, a11yaudit.measure.readability; sys.exit('textstat' in sys.modules or 'nltk' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
