"""How hard the article's text is."""

from collections.abc import Iterator, Mapping

from a11yaudit.measure import acronyms, formulas
from a11yaudit.measure import text as texts
from a11yaudit.model.article import PROSE, Article, Role
from a11yaudit.model.measurements import Paragraph, Readability, Sentence, Stretch
from a11yaudit.page.language import primary_subtag

MIN_WORDS = 100
"""Formulas were made on samples of 100 words; of less they are chance."""
MIN_SENTENCES = 3
BAND = 10.0
"""Points of ease up and down; a guess until it is calibrated on judged texts."""
_SCRIPTS = {"ru": ("Ѐ", "ӿ")}


def measure(article: Article) -> Readability:
    """Sentences, paragraphs and acronyms of any article; formulas where a language has some and the text is long enough."""
    language = primary_subtag(article.language)
    sentences = tuple(_sentences(article, language))
    words = [word for sentence in sentences for word in texts.words(sentence.text)]
    counted = sum(sentence.words > 0 for sentence in sentences)
    reason = _reason(words, counted, language)
    scores: Mapping[str, float | None] = {} if reason or not language else formulas.evaluate(words, counted, language)
    ease = scores.get(formulas.EASE.get(language or "", ""))
    return Readability(
        language=language,
        words=len(words),
        sentences=sentences,
        paragraphs=tuple(_paragraphs(article, sentences)),
        stretches=tuple(_stretches(article)),
        acronyms=acronyms.find(article, sentences),
        words_per_sentence=round(len(words) / counted, 2) if counted else None,
        formulas=scores or dict.fromkeys(formulas.FORMULAS.get(language or "", {})),
        grade=scores.get("flesch-kincaid"),
        ease=ease,
        ease_low=None if ease is None else round(ease - BAND, 2),
        ease_high=None if ease is None else round(ease + BAND, 2),
        reason=reason,
    )


def _reason(words: list[str], sentences: int, language: str | None) -> str | None:
    """Why a text can't be scored, None where it can."""
    if language is None:
        return "the language of the text is not known"
    if language not in formulas.FORMULAS:
        return f"no formula for the language {language!r}"
    if len(words) < MIN_WORDS:
        return f"{len(words)} words, fewer than {MIN_WORDS}"
    if sentences < MIN_SENTENCES:
        return f"{sentences} sentences, fewer than {MIN_SENTENCES}"
    if len(words) < 3 * sentences:
        return "less than three words a sentence: no running text"
    low, high = _SCRIPTS.get(language, ("A", "ɏ"))
    if sum(low <= word[0] <= high for word in words) < 0.9 * len(words):
        return f"not written in the script of the language {language!r}"
    return None


def _sentences(article: Article, language: str | None) -> Iterator[Sentence]:
    for number, block in enumerate(article.blocks):
        if block.role in PROSE:
            for text in texts.sentences(block.text, language):
                words = texts.words(text)
                yield Sentence(text, len(words), formulas.count_syllables(words, language or ""), number, block.location)


def _paragraphs(article: Article, sentences: tuple[Sentence, ...]) -> Iterator[Paragraph]:
    counts: dict[int, list[int]] = {}
    for sentence in sentences:
        counts.setdefault(sentence.block, []).append(sentence.words)
    for number, words in counts.items():
        block = article.blocks[number]
        if block.role is Role.BODY:
            yield Paragraph(sum(words), len(words), block.location, block.text)


def _stretches(article: Article) -> Iterator[Stretch]:
    """What stands between two subheadings, headings not counted."""
    words, start = 0, None
    for block in article.running_text:
        if block.role is Role.HEADING:
            if start:
                yield Stretch(words, start)
            words, start = 0, None
        else:
            start = start or block.location
            words += texts.count_words(block.text)
    if start:
        yield Stretch(words, start)
