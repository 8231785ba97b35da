"""Main headings that are not the article's headline."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import headings, shown, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """What is a headline."""

    words: int
    """Fewest words of a heading that does not stand in the title by chance."""
    share: float
    """The share of its words that an h1 has in common with the headline if it is another form of it."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """The page with an h1 and a title: if a heading stands in the title, is it an h1?"""
    title = subject.page.title
    if not title or not subject.article.found:
        return
    listed, name_of = headings(subject), subject.semantics.name
    heads = [(number, name_of(number)) for number, level in listed if level == 1]
    if not heads:
        return
    told = title.casefold()
    signed = _is_lower(subject, dict(listed))
    if not signed and any(_titled(name, told, params.words) or told in name.casefold() for _, name in heads):
        yield PASSED
        return
    lower = (number for number, level in listed if level > 1 or not signed)
    headline = next((name for number in lower if _titled(name := name_of(number), told, params.words)), None)
    if headline is None:
        yield PASSED
        return
    words = set(headline.casefold().split())
    if any(len(words & set(name.casefold().split())) >= params.share * len(name.split()) for _, name in heads):
        yield PASSED
        return
    text = shown(heads[0][1])
    yield verdict(subject, heads[0][0], Outcome.CANT_TELL, about=text, text=text, headline=shown(headline))


def _is_lower(subject: Subject, levels: dict[int, int]) -> bool:
    """Whether the article's headline is a heading below an h1, which then is the site's name though it stands in the title too."""
    headline = subject.article.headline
    return headline is not None and headline.location.node is not None and levels.get(headline.location.node, 1) > 1


def _titled(name: str, title: str, words: int) -> bool:
    """Whether a heading stands in the title, and not by chance."""
    return name.casefold() in title and len(name.split()) >= words
