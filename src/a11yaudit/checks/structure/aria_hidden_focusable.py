"""Parts hidden from assistive technology that the keyboard still reaches."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import verdict
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict

LONGEST_SCRIPTS = 200_000
"""Characters of scripts that are searched."""


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each outermost element with `aria-hidden="true"`: is nothing in it in the Tab order?

    What may be a focus guard is a question, and so is a part that a sheet may hide that was not read, as with closed menus and dialogs.
    """
    semantics, page = subject.semantics, subject.page
    done = -1
    for number in semantics.having("aria-hidden"):
        if number < done or (page.attribute(number, "aria-hidden") or "").strip().lower() != "true":
            continue
        done = page.flat.end[number]
        reached = number if semantics.focus.tabbable(number) else semantics.tabbable_inside(number)
        if reached is None:
            yield PASSED
        else:
            related = (Related("What the keyboard reaches", page.location(reached)),) if reached != number else ()
            unsure = _guard(subject, reached) or (reached != number and not semantics.styles.complete)
            yield verdict(subject, number, Outcome.CANT_TELL if unsure else Outcome.FAILED, related=related)


def _guard(subject: Subject, number: int) -> bool:
    """Whether an element may send the focus on: it listens to it, a script that speaks of focus names it, or it is an empty stop."""
    page = subject.page
    attributes = page.tag(number).attrs
    if "onfocus" in attributes or "onfocusin" in attributes:
        return True
    if page.tag(number).name in ("div", "span") and not subject.semantics.sight.visible(number):
        return True
    identity = page.attribute(number, "id")
    return bool(identity) and str(identity) in subject.once(_focus_scripts)


def _focus_scripts(subject: Subject) -> str:
    """The inline scripts that speak of focus, as far as they are read."""
    scripts = (subject.page.raw_text(number) for number in subject.page.numbers("script"))
    return "\n".join(script for script in scripts if "focus" in script)[:LONGEST_SCRIPTS]
