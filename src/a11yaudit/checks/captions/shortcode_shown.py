"""Shortcodes that a content system left in the text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import named_inside, shown
from a11yaudit.model.article import Block, Role
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

LONGEST = 300
"""Characters of the longest shortcode that is looked for."""


class Params(NamedTuple):
    """What a shortcode looks like."""

    names: tuple[str, ...]
    """The names of shortcodes that show pictures and their captions."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each text of the article with a square bracket: is it free of shortcodes for pictures? Code may show them."""
    names = "|".join(map(re.escape, params.names))
    pattern = re.compile(rf"\[(?:{names})\s+\w+=[^\[\]]{{1,{LONGEST}}}\]|\[/(?:{names})\]")
    for block in (*subject.running_text, *(b for b in subject.article.blocks if b.role is Role.CAPTION)):
        if "[" not in block.text:
            continue
        found = pattern.search(block.text)
        if found and not _is_code(subject, block):
            yield Verdict(Outcome.FAILED, block.location, {"shortcode": shown(found[0])}, found[0])
        else:
            yield PASSED


def _is_code(subject: Subject, block: Block) -> bool:
    return block.role is Role.CODE or any(named_inside(subject, block.location.node, "code", "pre", "kbd", "samp"))
