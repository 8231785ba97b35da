"""Ads that break a paragraph, quotation or list in two."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.ads import advertising
from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Verdict

_NAMES = {
    "p": "paragraph",
    "blockquote": "quotation",
    "li": "list item",
    "ul": "list",
    "ol": "list",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}
"""What an editor calls the element that is broken in two."""


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each ad: does it stand between blocks?"""
    for unit in advertising.ads(subject):
        inside = _NAMES.get(unit.inside or "")
        yield advertising.verdict(unit, inside=inside) if inside else PASSED
