"""Whether a program left shortcodes, markup or letters in a wrong encoding in the text."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.measure.readability import rubbish
from a11yaudit.model.article import AROUND, Role
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

CONTEXT = 30
"""Characters around a piece that a finding shows."""


class Params(NamedTuple):
    """The kinds of pieces."""

    kinds: tuple[str, ...]


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for each kind of piece in a block of the article, one for a block without any."""
    if not subject.article.found:
        return
    for block in subject.article.blocks:
        if block.role in AROUND or block.role is Role.CODE:
            continue
        pieces = [(kind, match) for kind, match in rubbish.find(block.text) if kind in params.kinds]
        for kind, match in pieces:
            around = block.text[max(0, match.start() - CONTEXT) : match.end() + CONTEXT].strip()
            values = {"kind": kind, "piece": match[0][: 2 * CONTEXT], "text": around}
            yield Verdict(Outcome.FAILED, block.location, values, f"{kind} {match[0]}")
        if not pieces:
            yield PASSED
