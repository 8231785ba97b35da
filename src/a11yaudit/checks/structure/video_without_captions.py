"""Films without captions."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import named_inside, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_KINDS = frozenset({"captions", "subtitles", ""})


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed film that is not muted: does it have a track of captions? They may be in the picture, so otherwise ask."""
    semantics, page = subject.semantics, subject.page
    for number in page.numbers("video"):
        given = page.attribute(number, "src") or any(page.attribute(i, "src") for i in named_inside(subject, number, "source"))
        if not given or "muted" in page.tag(number).attrs or not semantics.included(number):
            continue
        kinds = ((page.attribute(i, "kind") or "").strip().lower() for i in named_inside(subject, number, "track"))
        tracks = any(kind in _KINDS for kind in kinds)
        yield PASSED if tracks else verdict(subject, number, Outcome.CANT_TELL)
