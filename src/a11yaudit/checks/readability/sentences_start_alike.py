"""Whether sentences in a row start with the same words."""

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.measure import text
from a11yaudit.model.article import Role
from a11yaudit.model.measurements import Sentence
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_LETTER = re.compile(r"[^\W\d_]")


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
    for block, group in groupby(measured.sentences, key=attrgetter("block")):
        paragraph = tuple(group)
        if len(paragraph) >= params.sentences and subject.article.blocks[block].role is Role.BODY:
            yield _verdict(paragraph, params) if _may_be_alike(paragraph, params.sentences) else PASSED


def _may_be_alike(paragraph: tuple[Sentence, ...], count: int) -> bool:
    """Whether so many sentences in a row begin with one letter; a sign of an address, which is no word, leaves it open."""
    if any("www." in sentence.text or "://" in sentence.text or "@" in sentence.text for sentence in paragraph):
        return True
    letters = [match[0].casefold()[0] if (match := _LETTER.search(sentence.text)) else "" for sentence in paragraph]
    return len(letters) - len(set(letters)) >= count - 1 and any(len(list(group)) >= count for _, group in groupby(letters))


def _verdict(paragraph: tuple[Sentence, ...], params: Params) -> Verdict:
    starts = [tuple(word.casefold() for word in text.words(sentence.text)[: params.words]) for sentence in paragraph]
    runs = [(start, len(list(group))) for start, group in groupby(starts)]
    start, length = max(runs, key=lambda run: run[1] if len(run[0]) == params.words else 0)
    if length < params.sentences or len(start) < params.words:
        return PASSED
    values = {"start": " ".join(start), "sentences": length}
    return Verdict(Outcome.CANT_TELL, paragraph[0].location, values, paragraph[0].text)
