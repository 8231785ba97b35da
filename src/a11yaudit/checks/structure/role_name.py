"""Elements of a role that have no accessible name."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import shown, trap, verdict
from a11yaudit.model.outcome import PASSED, Confidence, Outcome, Verdict
from a11yaudit.resources import vocabulary


class Params(NamedTuple):
    """Which elements."""

    roles: tuple[str, ...]
    derived: bool
    """Whether roles derived from these count too."""
    also: tuple[str, ...]
    """Elements without a role that are targets too, as `input[type=date]`."""
    but: tuple[str, ...]
    """Elements that another rule looks at."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed element of these roles: does it have a name?

    What an icon font draws is no name, but a sheet that was not read may give it one: such a finding is less sure.
    """
    semantics = subject.semantics
    targets = semantics.with_role(*params.roles, derived=params.derived)
    if params.also:
        inputs = (n for n in subject.page.numbers("input") if semantics.role(n) is None and semantics.included(n))
        targets = sorted({*targets, *(n for n in inputs if _kind(subject, n) in params.also)})
    unnamed = frozenset(semantics.unnamed(targets))
    for number in targets:
        if number not in unnamed:
            yield PASSED
        elif _kind(subject, number) not in params.but and not trap(subject, number):
            outcome = Outcome.CANT_TELL if _unsure(subject, number) else Outcome.FAILED
            found = verdict(subject, number, outcome, where=_where(subject, number))
            yield found._replace(confidence=Confidence.MEDIUM) if _icon_font(subject, number) else found


def _where(subject: Subject, number: int) -> str:
    """Where a link leads, for its message: host and path without query."""
    address = (subject.page.attribute(number, "href") or "").strip()
    place = shown(address.partition("?")[0].partition("#")[0].partition("//")[2].removeprefix("www.") or address)
    return f" (to {place})" if place else ""


def _kind(subject: Subject, number: int) -> str:
    name = subject.page.tag(number).name
    return f"input[type={(subject.page.attribute(number, 'type') or 'text').strip().lower()}]" if name == "input" else str(name)


def _unsure(subject: Subject, number: int) -> bool:
    """Whether a script may name it: it holds a text that is not shown yet, or is a switch that a sheet hides."""
    page, nodes = subject.page, subject.page.flat.nodes
    texts = (i for i in page.inside(number) if type(node := nodes[i]) is str and not node.isspace())
    return any(not subject.semantics.rendered(i) for i in texts) or _switch(subject, number)


def _icon_font(subject: Subject, number: int) -> bool:
    """Whether a class tells of an icon font, whose sheet may write a text."""
    structure, page = vocabulary("structure"), subject.page
    classes, parts = structure["icon_classes"], structure["icon_fonts"]
    return any(
        name in classes or name.split("-")[0] in classes or any(part in name.lower() for part in parts)
        for i in range(number, page.flat.end[number])
        if page.flat.names[i]
        for name in page.tag(i).attrs.get("class", ())
    )


def _switch(subject: Subject, number: int) -> bool:
    """Whether it is a box that a sheet hides and uses to open a menu."""
    page = subject.page
    if (page.attribute(number, "type") or "").lower() != "checkbox" or subject.semantics.styles.complete:
        return False
    told = f"{page.attribute(number, 'id')} {page.attribute(number, 'class')}".lower()
    return any(word in told for word in vocabulary("structure")["switches"])
