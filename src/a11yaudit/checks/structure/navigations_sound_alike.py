"""Several navigation landmarks that nothing tells apart."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The page's navigation landmarks, where there are several: does each have a name of its own?

    A sheet that was not read may show only one of them at a time, so that it is a question.
    """
    listed = subject.semantics.with_role("navigation")
    if len(listed) < 2:
        return
    names = [subject.semantics.name(number).casefold() for number in listed]
    name, count = Counter(names).most_common(1)[0]
    alike = [number for number, own in zip(listed, names, strict=True) if own == name]
    if count == 1:
        yield PASSED
    else:
        related = tuple(Related("Another one", subject.page.location(number)) for number in alike[1:5])
        yield verdict(
            subject, alike[0], Outcome.CANT_TELL, about="navigation", related=related,
            count=count, all=len(listed), name=shown(name),
        )  # fmt: skip
