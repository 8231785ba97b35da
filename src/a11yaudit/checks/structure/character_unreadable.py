"""Whether the page has bytes that no letter is made of."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

REPLACEMENT = "\ufffd"
"""What a browser shows for them."""
CONTEXT = 20


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """One verdict for a document with letters beyond ASCII, at the first text with a damaged one."""
    source, flat = subject.page.text, subject.page.flat
    if source.isascii() or not subject.page.decoded.fits:
        return
    damaged = [number for number in flat.texts if REPLACEMENT in str(flat.nodes[number])] if REPLACEMENT in source else []
    if not damaged:
        yield PASSED
        return
    text = " ".join(str(flat.nodes[damaged[0]]).split())
    at = text.find(REPLACEMENT)
    values = {"count": len(damaged), "text": text[max(0, at - CONTEXT) : at + CONTEXT].strip()}
    parent = flat.parent[damaged[0]]
    yield Verdict(Outcome.FAILED, subject.page.location(parent) if parent >= 0 else None, values, str(values["text"]))
