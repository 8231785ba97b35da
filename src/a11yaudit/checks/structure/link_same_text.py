"""Links that sound the same and lead to different places."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import article_links, shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Related, Verdict


class Params(NamedTuple):
    """What is worth a question."""

    targets: int
    """Fewest places that links of one text lead to."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each link text of the article that occurs twice: do its links lead to one place?"""
    page = subject.page
    by_name: dict[str, dict[str, int]] = {}
    seen: set[str] = set()
    for number in article_links(subject):
        name = subject.semantics.name(number).casefold()
        places = by_name.setdefault(name, {})
        if name and places:
            seen.add(name)
        places.setdefault(_place(page.attribute(number, "href") or ""), number)
    for name in sorted(seen, key=lambda name: min(by_name[name].values())):
        numbers = list(by_name[name].values())
        if len(numbers) < params.targets:
            yield PASSED
        else:
            related = tuple(Related("The same text, another target", page.location(number)) for number in numbers[1:5])
            yield verdict(subject, numbers[0], Outcome.CANT_TELL, about=name, related=related, text=shown(name), targets=len(numbers))


def _place(href: str) -> str:
    """Where a link leads, without scheme, query and last slash."""
    return href.strip().partition("://")[2].partition("?")[0].rstrip("/") if "://" in href else href.strip().partition("?")[0].rstrip("/")
