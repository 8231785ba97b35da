"""Helpers for the checks of page structure."""

from collections.abc import Iterator, Sequence
from typing import Any

from a11yaudit.checks.subject import Subject
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict
from a11yaudit.semantics.index import Cover

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SHOWN = 120
"""Characters of the page's own text that a message quotes."""
QUOTED = 60
"""Characters by which a message points at an element: as many as a person takes in at a glance."""
MOST_NODES = 200
"""Nodes that are looked at for an element's first words, so that large elements cost no more."""
_TELLING = ("aria-label", "title", "alt", "placeholder", "href", "src", "name", "id", "class")
"""Attributes that tell a person which element is meant, best first."""


def verdict(
    subject: Subject,
    number: int,
    outcome: Outcome,
    about: str = "",
    related: tuple[Related, ...] = (),
    **values: Any,
) -> Verdict:
    """A verdict on an element. `about` identifies the finding, its start tag where it is empty.

    Messages may use `what`, how a person would point at the element; its start tag is evidence.
    """
    location = subject.page.location(number)
    element = subject.page.snippet(location, SHOWN)
    told = {"element": element, "what": called(subject, number), **values}
    return Verdict(outcome, location, told, about or element, related)


def failed_if(subject: Subject, number: int, wrong: bool, **values: Any) -> Verdict:
    """Failed with the element's start tag, or passed."""
    return verdict(subject, number, Outcome.FAILED, **values) if wrong else PASSED


def shown(text: str) -> str:
    """A text of the page as a message quotes it."""
    return text[:SHOWN]


def called(subject: Subject, number: int) -> str:
    """How a message points at an element: by its first words, else by what its attributes say."""
    text = _first_words(subject, number)
    if text:
        return f"“{text}”"
    attributes = subject.page.tag(number).attrs
    for name in _TELLING:
        value = attributes.get(name)
        told = " ".join(value) if isinstance(value, list) else str(value or "")
        if told.strip():
            return f"{name} “{shown(told.strip())}”"
    return f"the {subject.page.flat.names[number]} element"


def _first_words(subject: Subject, number: int) -> str:
    """The first words in an element that can be seen, of which at most so many nodes are looked at."""
    nodes, parts, length = subject.page.flat.nodes, list[str](), 0
    for i in subject.page.inside(number)[:MOST_NODES]:
        node = nodes[i]
        if type(node) is str and not node.isspace() and subject.semantics.rendered(i):
            parts += node.split()
            length += len(node)
            if length > SHOWN:
                break
    text = " ".join(parts)
    return text if len(text) <= QUOTED else f"{text[:QUOTED].rpartition(' ')[0] or text[:QUOTED]} …"


def trap(subject: Subject, number: int) -> bool:
    """Whether a field is out of sight and out of the way of the keyboard: it is there for programs that fill in everything."""
    tag, semantics = subject.page.tag(number), subject.semantics
    if tag.name not in ("input", "textarea", "select") or semantics.sight.visible(number):
        return False
    tabindex = semantics.focus.tabindex(number)
    return tabindex is not None and tabindex < 0


def named_inside(subject: Subject, number: int, *names: str) -> Iterator[int]:
    """The elements of these names inside another one."""
    found = subject.page.flat.names
    return (i for i in subject.page.inside(number) if found[i] in names)


def headings(subject: Subject) -> list[tuple[int, int]]:
    """The exposed headings that say something, each with its level."""
    return subject.once(_headings)


def _headings(subject: Subject) -> list[tuple[int, int]]:
    semantics = subject.semantics
    listed = semantics.with_role("heading")
    unnamed = frozenset(semantics.unnamed(listed))
    return [(number, _level(subject, number)) for number in listed if number not in unnamed]


def _level(subject: Subject, number: int) -> int:
    """`aria-level`, else the element's own; 2 for a heading by role alone, as ARIA has it."""
    given = (subject.page.attribute(number, "aria-level") or "").strip()
    name = subject.page.flat.names[number]
    return int(given[:2]) if given.isdecimal() else int(name[1]) if name in HEADINGS else 2


def hidden_page(subject: Subject) -> bool:
    """Whether the whole page is hidden from assistive technology, or an open modal dialog stands before it.

    What is behind it is not missing.
    """
    return subject.once(_hidden_page)


def _hidden_page(subject: Subject) -> bool:
    page, semantics = subject.page, subject.semantics
    behind = any((page.attribute(number, "aria-hidden") or "").strip().lower() == "true" for number in page.numbers("body"))
    return behind or any(_modal(subject, number) for number in semantics.having("aria-modal") if not semantics.hidden(number))


def _modal(subject: Subject, number: int) -> bool:
    return (subject.page.attribute(number, "aria-modal") or "").strip().lower() == "true" and subject.semantics.sight.visible(number)


def article_links(subject: Subject) -> list[int]:
    """The exposed links inside the article's running text, in document order."""
    return subject.once(_article_links)


def _article_links(subject: Subject) -> list[int]:
    flat = subject.page.flat
    text = Cover(flat, (block.location.node for block in subject.running_text))
    return [number for number in subject.semantics.with_role("link") if text.holds(number)]


def emphasised(subject: Subject, number: int, elements: Sequence[str]) -> bool:
    """Whether all text of an element stands in elements of these names."""
    flat = subject.page.flat
    if flat.names[number] in elements:
        return True
    i, found = number + 1, False
    while i < flat.end[number]:
        node = flat.nodes[i]
        if flat.names[i] in elements:
            i, found = flat.end[i], True
            continue
        if type(node) is str and not node.isspace():
            return False
        i += 1
    return found
