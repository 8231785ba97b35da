"""Whether sentences, paragraphs and stretches between subheadings are short enough."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.measurements import Paragraph, Sentence, Stretch
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

EXCERPT = 80
"""Characters of a paragraph that a finding shows."""


_ENDED = re.compile(r"[.!?:;。！？।۔][^\w\s]*(?:\s?[»”]|\[\d+\]|\d{1,3})?\Z")


class Params(NamedTuple):
    """What is limited, and to how much."""

    parts: str
    """`sentences`, `paragraphs` or `stretches`."""
    words: int


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each part with words; a long sentence without a mark at its end may be a list or a verse."""
    if not subject.article.found:
        return
    reading = subject.measurements.readability
    parts: Mapping[str, Sequence[Sentence | Paragraph | Stretch]] = {
        "sentences": reading.sentences, "paragraphs": reading.paragraphs, "stretches": reading.stretches,
    }  # fmt: skip
    for number, part in enumerate(parts[params.parts], 1):
        if part.words > params.words:
            shown, about = _told(part, number)
            unended = isinstance(part, Sentence) and not _ENDED.search(part.text)
            yield Verdict(
                Outcome.CANT_TELL if unended else Outcome.FAILED,
                part.location,
                {**shown, "words": part.words, "limit": params.words},
                about,
            )
        elif part.words:
            yield PASSED


def _told(part: Sentence | Paragraph | Stretch, number: int) -> tuple[dict[str, Any], str]:
    """What a finding shows besides the words, and what its fingerprint is made of."""
    if isinstance(part, Sentence):
        return {"text": part.text}, part.text
    if isinstance(part, Paragraph):
        return {"text": part.text[:EXCERPT], "sentences": part.sentences}, part.text
    return {}, f"stretch {number}"
