"""Viewports that forbid to enlarge the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import Outcome, Verdict

_PAIR = re.compile(r"([\w-]+)\s*=\s*([^,;\s]+)")


@dataclass(frozen=True, slots=True)
class Params:
    """The limit."""

    scale: float
    """The page must be allowed to grow at least so many times."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each viewport that speaks of zoom: does it allow it?"""
    page = subject.page
    for number in page.numbers("meta"):
        if (page.attribute(number, "name") or "").strip().lower() != "viewport":
            continue
        content = page.attribute(number, "content") or ""
        given = {key.lower(): value.lower() for key, value in _PAIR.findall(content)}
        if "user-scalable" in given or "maximum-scale" in given:
            failed = given.get("user-scalable") in ("no", "0") or _number(given.get("maximum-scale"), params.scale) < params.scale
            yield Verdict(Outcome.FAILED if failed else Outcome.PASSED, page.location(number), {"content": content[:120]}, "viewport")


def _number(value: str | None, otherwise: float) -> float:
    """A scale; negative ones are ignored by browsers, words mean one."""
    if value is None:
        return otherwise
    try:
        number = float(value)
    except ValueError:
        return 1.0 if value == "yes" else otherwise
    return number if number >= 0 else otherwise
