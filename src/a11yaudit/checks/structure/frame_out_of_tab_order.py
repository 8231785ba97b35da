"""Frames that the keyboard can't enter."""

import hashlib
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit import page as pages
from a11yaudit import semantics as meaning
from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import verdict
from a11yaudit.errors import PageError
from a11yaudit.model.outcome import PASSED, Outcome, Verdict
from a11yaudit.model.source import Limits, Source


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each visible frame with something to reach by keyboard: is it in the Tab order? Another file is not read, so it is asked about."""
    semantics, page = subject.semantics, subject.page
    for number in page.numbers("iframe"):
        held = page.attribute(number, "srcdoc")
        shut = (semantics.focus.tabindex(number) or 0) < 0
        if not (held or shut) or not semantics.sight.visible(number) or semantics.inert(number):
            continue
        if held is None:
            source = (page.attribute(number, "src") or "").strip().lower()
            if source and not source.startswith(("about:", "javascript:")):
                yield verdict(subject, number, Outcome.CANT_TELL)
        elif _reachable(held):
            yield verdict(subject, number, Outcome.FAILED) if shut else PASSED


def _reachable(html: str) -> bool:
    """Whether a framed document shows something that is in the Tab order."""
    data = html.encode("utf-8", "replace")
    try:
        inner = meaning.build(pages.parse(Source("srcdoc", data, hashlib.sha256(data).hexdigest()), Limits()))
    except PageError:
        return False
    return any(inner.sight.visible(number) for number in inner.tab_order)
