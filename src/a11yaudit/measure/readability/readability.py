"""How hard the article's text is."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from a11yaudit.measure import text as texts
from a11yaudit.measure.readability import acronyms, difficulty, ease, formulas, rubbish
from a11yaudit.measure.readability.lexicon import LATIN, NOTHING, Words, read, tally
from a11yaudit.measure.readability.prose import prose
from a11yaudit.model.article import Article, Block, Role
from a11yaudit.model.location import Location
from a11yaudit.model.measurements import HardPassage, Paragraph, Readability, Sentence, Stretch
from a11yaudit.page.language import detect, primary_subtag

MIN_WORDS = 100
"""Formulas were made on samples of 100 words; of less they are chance."""
MIN_SENTENCES = 3
LONG_PASSAGE = 30
"""Words of a passage in another language that is measured apart."""
PERCENT_STEP = 5
LISTED = 0.8
"""Share of words in the table of frequencies below which a text is not English, or much of it is not."""
_SCRIPTS = {"ru": ("Ѐ", "ӿ")}


class _Part(NamedTuple):
    """A sentence with its words."""

    sentence: Sentence
    known: Words
    """English only."""
    words: list[str]
    """Other languages only."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A block in sentences."""

    number: int
    text: str
    parts: list[_Part]


@dataclass(frozen=True, slots=True)
class _Ease:
    """The calibrated ease and what follows from it; all None where it is not scored."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    percentile: int | None = None
    level: str | None = None
    hardest: HardPassage | None = None


def measure(article: Article) -> Readability:
    """Sentences, paragraphs and acronyms of any article; formulas where a language has some and the text is long enough."""
    language = primary_subtag(article.language)
    blocks = _blocks(article, language)
    other = _other_languages(blocks) if language == "en" else {}
    own = [block for block in blocks if block.number not in other]
    parts = [part for block in own for part in block.parts]
    spoken = [part for part in parts if part.sentence.words]
    sentences = tuple([part.sentence for part in parts])
    words, counted = sum([sentence.words for sentence in sentences]), len(spoken)
    reason = _reason(spoken, words, language)
    scores = _scores(spoken, language) if reason is None and language else {}
    found = _ease(spoken) if reason is None and language == "en" else _Ease()
    return Readability(
        language=language,
        words=words,
        sentences=sentences,
        paragraphs=tuple(_paragraphs(article, own)),
        stretches=tuple(_stretches(article)),
        acronyms=acronyms.find(article, sentences),
        words_per_sentence=round(words / counted, 2) if counted else None,
        formulas=scores or dict.fromkeys(formulas.FORMULAS.get(language or "", {})),
        grade=scores.get("flesch-kincaid"),
        ease=found.value,
        ease_low=found.low,
        ease_high=found.high,
        percentile=found.percentile,
        level=found.level,
        hardest=found.hardest,
        passive_share=round(sum([sentence.passive for sentence in sentences]) / counted, 3) if language == "en" and counted else None,
        other_languages=_words_by_language(blocks, other),
        reason=reason or _uncalibrated(language),
    )


def _scores(spoken: list[_Part], language: str) -> dict[str, float | None]:
    """The formulas of a language."""
    if language == "en":
        return formulas.evaluate(formulas.of_english(tally([part.known for part in spoken]), len(spoken)), language)
    return formulas.evaluate(formulas.of_words([word for part in spoken for word in part.words], len(spoken), language), language)


def _ease(spoken: list[_Part]) -> _Ease:
    """Mean of the passages by their words, and the hardest of two or more."""
    passages = ease.passages([part.known for part in spoken])
    value = sum(passage.ease * passage.words for passage in passages) / sum(passage.words for passage in passages)
    worst = min(passages, key=lambda passage: passage.ease)
    start = spoken[worst.first].sentence
    half = ease.model()["half_width"]
    return _Ease(
        value=round(value, 2),
        low=round(value - half, 2),
        high=round(value + half, 2),
        percentile=PERCENT_STEP * bisect_right(ease.model()["news_percentiles"], value),
        level=_level(value),
        hardest=HardPassage(start.text, worst.words, round(worst.ease, 2), start.location) if len(passages) > 1 else None,
    )


def _uncalibrated(language: str | None) -> str | None:
    return None if language == "en" else f"reading ease is calibrated for English only; see the formulas for {language!r}"


def _level(value: float) -> str:
    """What the ease means in plain words."""
    return next(str(level["words"]) for level in ease.model()["levels"] if value >= level["from"])


def _reason(spoken: list[_Part], words: int, language: str | None) -> str | None:
    """Why a text can't be scored, None where it can."""
    if language is None:
        return "the language of the text is not known"
    if language not in formulas.FORMULAS:
        return f"no formula for the language {language!r}"
    if words < MIN_WORDS:
        return f"{words} words, fewer than {MIN_WORDS}"
    if len(spoken) < MIN_SENTENCES:
        return f"{len(spoken)} sentences, fewer than {MIN_SENTENCES}"
    if words < 3 * len(spoken):
        return "less than three words a sentence: no running text"
    if _own_script(spoken, language) < 0.9 * words:
        return f"not written in the script of the language {language!r}"
    if language == "en" and tally([part.known for part in spoken]).listed < LISTED * words:
        return "too many of its words are not English"
    return None


def _own_script(spoken: list[_Part], language: str) -> int:
    """Words that begin with a letter of the language's script."""
    if language == "en":
        return tally([part.known for part in spoken]).latin
    low, high = _SCRIPTS.get(language, LATIN)
    return sum([low <= word[0] <= high for part in spoken for word in part.words])


def _blocks(article: Article, language: str | None) -> list[_Block]:
    """The blocks of prose in sentences."""
    return [
        _Block(number, block.text, [_part(text, number, block.location, language == "en") for text in _sentences(block, language)])
        for number, block in prose(article)
    ]


def _sentences(block: Block, language: str | None) -> list[str]:
    return texts.sentences(rubbish.without(block.text), language)


def _other_languages(blocks: list[_Block]) -> dict[int, str]:
    """The long passages of an English article that are surely in another language, by number of the block."""
    found = {}
    for block in blocks:
        counts = tally([part.known for part in block.parts])
        if counts.words >= LONG_PASSAGE and 2 * counts.listed < counts.words:
            detected = detect(block.text)
            if detected not in (None, "en"):
                found[block.number] = str(detected)
    return found


def _words_by_language(blocks: list[_Block], other: dict[int, str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for block in blocks:
        if block.number in other:
            words = sum(part.sentence.words for part in block.parts)
            counts[other[block.number]] = counts.get(other[block.number], 0) + words
    return dict(sorted(counts.items()))


def _part(text: str, block: int, location: Location, english: bool) -> _Part:
    words = texts.words(text)
    if not english:
        return _Part(Sentence(text, len(words), None, block, location), NOTHING, words)
    known = read(words)
    counts = known.tally
    hard = difficulty.judge(known.entries, counts)
    return _Part(Sentence(text, counts.words, counts.syllables, block, location, hard.points, hard.reasons, hard.passive), known, [])


def _paragraphs(article: Article, blocks: list[_Block]) -> Iterator[Paragraph]:
    for own in blocks:
        block = article.blocks[own.number]
        if block.role is Role.BODY and own.parts:
            yield Paragraph(sum([part.sentence.words for part in own.parts]), len(own.parts), block.location, block.text)


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
