"""Whether white space parts two words: at the boundary of two elements, and after the end of a sentence."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.measure import text as texts
from a11yaudit.model.article import PROSE, Block, Join, Role
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

PARAGRAPH = 20
"""Words of a paragraph."""
_LABELS = frozenset({Role.HEADLINE, Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.CREDIT, Role.BIO})
"""Short texts put together from pieces: a name, a place, a date."""
_READ = PROSE | _LABELS | {Role.HEADING, Role.STANDFIRST, Role.READING_TIME, Role.CORRECTION, Role.PULL_QUOTE}
"""What is read as text; tags, share bars and lists of links are announced apart."""


class Params(NamedTuple):
    """Word list."""

    linking: tuple[str, ...]
    """Words that never end a longer word after an element."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each boundary without white space in the article's text, and for each missing space after a sentence."""
    if not subject.article.found:
        return
    for block in subject.article.blocks:
        if not _is_read(block):
            continue
        for join in block.joins:
            if join.before.strip()[-2:-1].isalnum() and join.after.strip()[:1].isalnum():
                yield _verdict(subject, block, join, params.linking)
        if block.role in PROSE and subject.article.language:
            yield from (_glued(end, block) for end in texts.glued(block.text, subject.article.language))


def _is_read(block: Block) -> bool:
    """Whether a block is read as text; a paragraph without links that was left out of the article may be."""
    if block.role is Role.OTHER:
        return bool(block.joins) and not block.link_share and len(block.text.split()) >= PARAGRAPH
    return block.role in _READ and (block.link_share < 0.5 or block.role in _LABELS)


def _verdict(subject: Subject, block: Block, join: Join, linking: tuple[str, ...]) -> Verdict:
    before, after = join.before.strip(), join.after.strip()
    links = subject.page.flat.names[join.location.node] == "a"
    if links and after.split()[0].casefold() not in linking:
        return PASSED
    values = {"text": join.text, "before": before, "after": after}
    if _run_together(before, after, linking):
        outcome = Outcome.CANT_TELL if block.role is Role.OTHER else Outcome.FAILED
        return Verdict(outcome, join.location, values, join.text)
    if block.role in _LABELS and " " in before and before[:1].isupper() and before[-1].islower() and after[0].islower():
        return Verdict(Outcome.CANT_TELL, join.location, values, join.text)
    return PASSED


def _glued(end: tuple[str, str], block: Block) -> Verdict:
    before, after = end
    return Verdict(Outcome.FAILED, block.location, {"text": before + after, "before": before, "after": after}, before + after)


def _run_together(before: str, after: str, linking: tuple[str, ...]) -> bool:
    """Two words, not two parts of one: a sign of punctuation between them, a capital after a small letter, or a linking word."""
    if before[-1] in ",;:!?.":
        return not (before[-1] in ".,:" and before[-2].isdigit() and after[0].isdigit())
    if before[-1].islower() and after[0].isupper():
        return " " in before or " " in after
    return before[-1].isalpha() and before[:1].isupper() and " " in before and after.split()[0].casefold() in linking
