"""Heading levels that are skipped."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Params:
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each heading but the first: is it at most one level deeper than the one before?"""
    heads = [head for head in subject.semantics.elements("h1", "h2", "h3", "h4", "h5", "h6") if not head.hidden]
    for earlier, head in pairwise(heads):
        before, level = int(earlier.tag[1]), int(head.tag[1])
        values = {"text": head.text[:120], "level": level, "before": before}
        yield Verdict(Outcome.FAILED if level > before + 1 else Outcome.PASSED, head.location, values, head.text[:120])
