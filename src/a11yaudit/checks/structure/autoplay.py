"""Media that start by themselves."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import named_inside, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_FRAGMENT = re.compile(r"#(?:[^#]*&)?t=(?:npt:)?([0-9]{0,6}(?:\.[0-9]{1,6})?),([0-9]{1,6}(?:\.[0-9]{1,6})?)(?:&|$)")


class Params(NamedTuple):
    """What excuses sound that starts by itself."""

    controls: bool
    """The browser's controls."""
    seconds: tuple[float, ...]
    """A part of at most this length; empty where a short part is no excuse."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each medium that starts by itself with its sound on: is it excused? Its length and sound are in another file, so otherwise ask."""
    page = subject.page
    longest = max(params.seconds, default=0.0)
    for number in page.numbers("audio", "video"):
        attributes = page.tag(number).attrs
        sources = _sources(subject, number)
        if "autoplay" not in attributes or "muted" in attributes or not sources:
            continue
        excused = (params.controls and "controls" in attributes) or all(_played(source) <= longest for source in sources)
        yield PASSED if excused else verdict(subject, number, Outcome.CANT_TELL)


def _sources(subject: Subject, number: int) -> list[str]:
    page = subject.page
    own = page.attribute(number, "src")
    inner = (page.attribute(i, "src") for i in named_inside(subject, number, "source"))
    return [own] if own else [src for src in inner if src]


def _played(source: str) -> float:
    """The seconds that a media fragment limits the playing to; endless without one."""
    match = _FRAGMENT.search(source[:2000])
    return max(0.0, float(match[2]) - float(match[1] or 0)) if match else float("inf")
