"""Whether sentences in a row start with the same words."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.measure import text
from a11yaudit.model.article import Role
from a11yaudit.model.measurements import Sentence
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Thresholds."""

    sentences: int
    """Sentences in a row."""
    words: int
    """First words that are the same."""
    languages: tuple[str, ...]
    """Languages in which a subject pronoun or name must not start every sentence."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each paragraph with that many sentences."""
    measured = subject.measurements.readability
    if not subject.article.found or measured.language not in params.languages:
        return
    for block, group in groupby(measured.sentences, key=lambda sentence: sentence.block):
        paragraph = tuple(group)
        if len(paragraph) >= params.sentences and subject.article.blocks[block].role is Role.BODY:
            yield _verdict(paragraph, params)


def _verdict(paragraph: tuple[Sentence, ...], params: Params) -> Verdict:
    starts = [_start(sentence.text, params.words) for sentence in paragraph]
    runs = [(start, len(list(group))) for start, group in groupby(starts)]
    start, length = max(runs, key=lambda run: run[1] if len(run[0]) == params.words else 0)
    if length < params.sentences or len(start) < params.words:
        return PASSED
    values = {"start": " ".join(start), "sentences": length}
    return Verdict(Outcome.CANT_TELL, paragraph[0].location, values, paragraph[0].text)


def _start(sentence: str, count: int) -> tuple[str, ...]:
    """The first words, small. Words never reach over a space, so that most often twice as many pieces hold enough of them."""
    first = text.words(" ".join(sentence.split(" ", 2 * count)[: 2 * count]))[:count]
    return tuple(word.casefold() for word in (first if len(first) == count else text.words(sentence)[:count]))
