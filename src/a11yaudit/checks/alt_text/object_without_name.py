"""Embedded objects that show a picture or play media, without a name."""

from collections.abc import Iterator
from typing import NamedTuple

from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import named_inside, verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict

_NOUNS = {"image/": "picture", "audio/": "sound", "video/": "video"}


class Params(NamedTuple):
    """What is no text."""

    types: tuple[str, ...]
    """Beginnings of media types."""
    suffixes: tuple[str, ...]
    """Endings of file names, for objects without a type."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each exposed `object` of such a type without an explicit role: does it have a name?

    Where the resource does not load, what stands inside is shown instead; a picture with an alternative text there says what it is.
    """
    semantics, page = subject.semantics, subject.page
    for number in page.numbers("object"):
        kind = (page.attribute(number, "type") or "").strip().lower()
        file = (page.attribute(number, "data") or "").split("#")[0].split("?")[0].lower()
        media = kind.startswith(params.types) if kind else file.endswith(params.suffixes)
        if file and media and semantics.roles.explicit.get(number) is None and semantics.included(number):
            pictured = [page.attribute(n, "alt") for n in named_inside(subject, number, "img")]
            if semantics.name(number) or any(alt and alt.strip() for alt in pictured):
                yield PASSED
            else:
                outcome = Outcome.CANT_TELL if semantics.text(number) or pictured else Outcome.FAILED
                noun = next((noun for start, noun in _NOUNS.items() if kind.startswith(start)), "media")
                yield verdict(subject, number, outcome, media=pictures.element_named(subject, number, noun, file).removeprefix("the "))
