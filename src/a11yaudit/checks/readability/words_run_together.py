"""Whether white space parts two words at the boundary of two elements."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import RUNNING_TEXT, Article, Block, Role
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_OWN = RUNNING_TEXT | {Role.HEADLINE, Role.STANDFIRST, Role.BYLINE}


class Params(NamedTuple):
    """Word list."""

    linking: tuple[str, ...]
    """Words that never end a longer word after an element."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each boundary without white space that has letters or digits after it, from the headline to the end of the text."""
    if not subject.article.found:
        return
    for block in _read(subject.article):
        for join in block.joins:
            before, after = join.before.strip(), join.after.strip()
            if before[-2:-1].isalnum() and after[:1].isalnum() and block.role is not Role.CODE:
                values = {"text": join.text, "before": before, "after": after}
                together = _run_together(before, after, params.linking)
                yield Verdict(Outcome.FAILED, join.location, values, join.text) if together else PASSED


def _read(article: Article) -> Iterator[Block]:
    """The blocks with such a boundary from the headline to the end of the text, lists of links left out."""
    joined = [number for number, block in enumerate(article.blocks) if block.joins]
    numbers = [number for number, block in enumerate(article.blocks) if block.role in _OWN] if joined else []
    for number in joined:
        block = article.blocks[number]
        if numbers and numbers[0] <= number <= numbers[-1] and (block.role is not Role.OTHER or block.link_share < 0.5):
            yield block


def _run_together(before: str, after: str, linking: tuple[str, ...]) -> bool:
    """Two words, not two parts of one: a sign of punctuation between them, a capital after a small letter, or a linking word."""
    if before[-1] in ",;:!?.":
        return not (before[-1] in ".,:" and before[-2].isdigit() and after[0].isdigit())
    if before[-1].islower() and after[0].isupper():
        return " " in before or " " in after
    return before[-1].isalpha() and before[:1].isupper() and " " in before and after.split()[0].casefold() in linking
