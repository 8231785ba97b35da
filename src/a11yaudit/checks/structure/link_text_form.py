"""Link texts that are addresses, and links to files that do not say so."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import article_links, failed_if, shown
from a11yaudit.model.outcome import Verdict

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_READABLE = re.compile(r"(?:https?://)?[^\s/?#]+/?\Z|www\.[^\s/?#]+/[^\W\d_]+/?\Z", re.IGNORECASE)
"""A host, or a host and one word: short enough to say, and printed to be remembered."""


class Params(NamedTuple):
    """Which fault."""

    suffixes: tuple[str, ...]
    """Endings of files that a browser does not show as a page; empty for the rule about addresses."""
    words: tuple[str, ...]
    """What in a link's text tells that it is a file."""
    characters: tuple[int, ...]
    """Shortest address that is too long to listen to; empty for the rule about files."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each link of the article (to a file): is its text no address (does it say that it is a file)?"""
    for number in article_links(subject):
        if params.suffixes:
            href = (subject.page.attribute(number, "href") or "").partition("#")[0].partition("?")[0].lower()
            suffix = next((suffix for suffix in params.suffixes if href.endswith(suffix)), None) if href.endswith(params.suffixes) else None
            name = subject.semantics.name(number) if suffix else ""
            if name and suffix:
                text = name.casefold()
                told = suffix[1:] in text or any(word in text for word in params.words)
                yield failed_if(subject, number, not told, about=name, text=shown(name), type=suffix[1:].upper())
        elif name := subject.semantics.name(number):
            long = any(len(name) >= least for least in params.characters)
            wrong = long and _ADDRESS.match(name) is not None and not _READABLE.match(name)
            yield failed_if(subject, number, wrong, about=name, text=shown(name))
