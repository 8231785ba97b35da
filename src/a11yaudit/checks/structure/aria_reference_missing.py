"""References to elements that are not there."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """Which attributes."""

    attributes: tuple[str, ...]
    """Attributes that hold ids of other elements."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed element that refers to others for its name or description: are they there?

    A script may add them later, so that a missing one is a question.
    """
    page, semantics = subject.page, subject.semantics
    for attribute in params.attributes:
        for number in semantics.having(attribute):
            wanted = (page.attribute(number, attribute) or "").split()
            if not wanted or semantics.hidden(number):
                continue
            missing = [identity for identity in wanted if identity not in semantics.index.by_id]
            if not missing:
                yield PASSED
                continue
            about = f"{attribute} {missing[0]}"
            ids = shown(" ".join(missing))
            yield verdict(subject, number, Outcome.CANT_TELL, about=about, attribute=attribute, ids=ids)
