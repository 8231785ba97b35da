"""Viewports that forbid to enlarge the page."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import failed_if, shown
from a11yaudit.model.outcome import Verdict

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_DEVICE = ("device-width", "device-height")


class Params(NamedTuple):
    """The limit."""

    scale: float
    """The page must be allowed to grow at least so many times."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each viewport that speaks of zoom: does it allow it?"""
    page = subject.page
    for number in page.numbers("meta"):
        if str(page.tag(number).attrs.get("name")).strip().lower() != "viewport":
            continue
        content = page.attribute(number, "content") or ""
        given = _properties(content)
        if "user-scalable" in given or "maximum-scale" in given:
            largest = _scale(given.get("maximum-scale", "-1"), params.scale)
            forbidden = largest < params.scale or not _scalable(given.get("user-scalable", "yes"))
            yield failed_if(subject, number, forbidden, about="viewport", content=shown(content))


def _properties(content: str) -> dict[str, str]:
    """Names and values as browsers part them: at commas, semicolons and spaces; the last of a name counts."""
    pairs = re.split(r"[,;\s]+", re.sub(r"\s{0,50}=\s{0,50}", "=", content.lower()))
    return {name: value for name, _, value in (pair.partition("=") for pair in pairs) if name}


def _scalable(value: str) -> bool:
    number = _NUMBER.match(value)
    return value == "yes" or value in _DEVICE or (number is not None and abs(float(number[0])) >= 1)


def _scale(value: str, enough: float) -> float:
    """The largest scale; a negative one is ignored by browsers, `yes` means one, nonsense a tenth."""
    if value in _DEVICE:
        return enough
    number = _NUMBER.match(value)
    if number is None:
        return 1.0 if value == "yes" else 0.1
    return enough if float(number[0]) < 0 else float(number[0])
