"""Description lists that hold something else than terms and descriptions."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import called, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_SCRIPTING = frozenset({"script", "template"})
_ALLOWED = _SCRIPTING | {"dt", "dd", "div"}


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed dl without a role: does it hold only dt and dd, or groups of them in div?"""
    page = subject.page
    for number in page.numbers("dl"):
        if subject.semantics.hidden(number) or "role" in page.tag(number).attrs:
            continue
        stranger = next(_strangers(subject, number, _ALLOWED), None)
        if stranger is None:
            yield PASSED
        else:
            what = called(subject, stranger)
            name = page.flat.names[stranger]
            yield verdict(subject, stranger, Outcome.FAILED, about=f"{name} {what}", child=f"<{name}>", what=what)


def _strangers(subject: Subject, number: int, allowed: frozenset[str]) -> Iterator[int]:
    """The children of a list, or of a group in it, that may not stand there."""
    flat = subject.page.flat
    for child in flat.children(number):
        name = flat.names[child]
        if not name or subject.semantics.hidden(child):
            continue
        if name not in allowed:
            yield child
        elif name == "div":
            yield from _strangers(subject, child, _ALLOWED - {"div"})
