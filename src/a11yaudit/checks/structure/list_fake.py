"""Paragraphs that are lists by their signs only."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.article import Block, Role
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_NUMBER = re.compile(r"([0-9]{1,2})[.)]\s")


class Params(NamedTuple):
    """What a list is."""

    items: int
    """Fewest paragraphs in a row."""
    signs: tuple[str, ...]
    """What an item begins with. No dashes: many languages begin speech with them."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each run of paragraphs: do they not all begin with a sign, or with 1, 2, 3?"""
    run: list[Block] = []
    for block in (*subject.running_text, None):
        if block is not None and block.role is Role.BODY and _continues(run, block, params):
            run.append(block)
            continue
        if len(run) >= params.items:
            text = shown(run[0].text)
            yield verdict(subject, run[0].location.node, Outcome.FAILED, about=text, text=text, items=len(run))
        elif run:
            yield PASSED
        run = [block] if block is not None and block.role is Role.BODY and _begins(block, params) else []


def _continues(run: list[Block], block: Block, params: Params) -> bool:
    """Whether a paragraph carries on the list that has begun."""
    if not run:
        return False
    first, number = _NUMBER.match(run[0].text), _NUMBER.match(block.text)
    if first:
        return number is not None and int(number[1]) == len(run) + 1
    return block.text.startswith(run[0].text[0])


def _begins(block: Block, params: Params) -> bool:
    if block.text.startswith("1"):
        number = _NUMBER.match(block.text)
        return number is not None and number[1] == "1"
    return block.text.startswith(params.signs)
