"""Images without a name, wherever they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from bs4.element import Tag

from a11yaudit.article.pictures.images import DOT, source
from a11yaudit.checks import pictures
from a11yaudit.checks.subject import Subject
from a11yaudit.checks.targets import verdict
from a11yaudit.model.outcome import PASSED, Outcome, Verdict


class Params(NamedTuple):
    """No thresholds."""


def check(subject: Subject, params: Params) -> Iterator[Verdict]:
    """Each image that is not hidden and that `alt-missing` does not report: does it have a name, or is it marked as decoration?"""
    semantics, page = subject.semantics, subject.page
    reported = {image.location.node for image in pictures.content(subject) if image.alt is None and image.name is None}
    roles = [n for n in semantics.roles.written(("img", "image")) if not semantics.drawn(n)]
    for number in sorted({*page.numbers("img"), *roles} - reported):
        role = None if semantics.hidden(number) else semantics.role(number)
        if role == "none" or (role in ("img", "image") and (_told(page.tag(number)) or semantics.name(number))):
            yield PASSED
        elif role in ("img", "image"):
            tag = page.tag(number)
            question = _question(tag) if tag.name == "img" else ""
            image = pictures.element_named(subject, number, "image", source(tag) if tag.name == "img" else "")
            yield verdict(subject, number, Outcome.CANT_TELL if question else Outcome.FAILED, image=image, question=question)


def _question(tag: Tag) -> str:
    """What a person must say of a picture that may be none; empty where it surely is one."""
    if not any(name.endswith(("src", "srcset")) for name in tag.attrs):
        return "It has no source either. Does a script add both?"
    sides = [str(tag.attrs.get(side) or "").strip().removesuffix("px") for side in ("width", "height")]
    return "Is it only a spacer?" if any(side.isdecimal() and len(side) < 3 and int(side) <= DOT for side in sides) else ""


def _told(tag: Tag) -> bool:
    """Whether an element surely has a name: an image with an alternative text has, whatever else names it."""
    return tag.name == "img" and not str(tag.attrs.get("alt") or " ").isspace()
