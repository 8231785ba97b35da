"""What the checks of the page's structure share."""

from collections.abc import Iterator, Sequence
from typing import Any

from bs4.element import Tag

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SHOWN = 120
"""Characters of the page's own text that a message quotes."""


def verdict(subject: Subject, number: int, outcome: Outcome, about: str = "", related: tuple[Related, ...] = (), **values: Any) -> Verdict:
    """A verdict on an element that shows its start tag as `element`; `about` identifies the finding, the start tag where it is empty."""
    location = subject.page.location(number)
    element = subject.page.snippet(location, SHOWN)
    return Verdict(outcome, location, {"element": element, **values}, about or element, related)


def failed_if(subject: Subject, number: int, wrong: bool, **values: Any) -> Verdict:
    """Failed with the element's start tag, or passed."""
    return verdict(subject, number, Outcome.FAILED, **values) if wrong else PASSED


def shown(text: str) -> str:
    """A text of the page as a message quotes it."""
    return text[:SHOWN]


def named_inside(subject: Subject, number: int, *names: str) -> Iterator[int]:
    """The elements of these names inside another one."""
    nodes = subject.page.flat.nodes
    return (i for i in subject.page.inside(number) if getattr(nodes[i], "name", None) in names)


def headings(subject: Subject) -> list[tuple[int, int]]:
    """The exposed headings that say something, each with its level."""
    return subject.once(_headings)


def _headings(subject: Subject) -> list[tuple[int, int]]:
    semantics = subject.semantics
    return [(number, _level(subject, number)) for number in semantics.with_role("heading") if semantics.name(number)]


def _level(subject: Subject, number: int) -> int:
    """`aria-level`, else the element's own; 2 for a heading by role alone, as ARIA has it."""
    given = (subject.page.attribute(number, "aria-level") or "").strip()
    name = subject.page.tag(number).name
    return int(given[:2]) if given.isdecimal() else int(name[1]) if name in HEADINGS else 2


def article_links(subject: Subject) -> list[int]:
    """The exposed links inside the article's running text, in document order."""
    return subject.once(_article_links)


def _article_links(subject: Subject) -> list[int]:
    flat = subject.page.flat
    spans = sorted((block.location.node, flat.end[block.location.node]) for block in subject.article.running_text)
    links = subject.semantics.with_role("link")
    found: list[int] = []
    place, reach = 0, -1
    for number in links:
        while place < len(spans) and spans[place][0] <= number:
            reach = max(reach, spans[place][1])
            place += 1
        if number < reach:
            found.append(number)
    return found


def emphasised(subject: Subject, number: int, elements: Sequence[str]) -> bool:
    """Whether all text of an element stands in elements of these names."""
    page = subject.page
    parent, nodes = page.flat.parent, page.flat.nodes
    inside: set[int] = set()
    if page.tag(number).name in elements:
        return True
    for i in page.inside(number):
        node = nodes[i]
        if isinstance(node, Tag):
            if node.name in elements or parent[i] in inside:
                inside.add(i)
        elif type(node) is str and not node.isspace() and parent[i] not in inside:
            return False
    return bool(inside)
