"""What the checks of alternative texts and captions share."""

from collections.abc import Iterator
from typing import Any

from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Image, ImageRole

CONTENT = frozenset({ImageRole.LEAD, ImageRole.CONTENT})


def content(subject: Subject) -> Iterator[Image]:
    """The pictures that carry content and that assistive technology gets."""
    if subject.article.found:
        yield from (image for image in subject.article.images if image.role in CONTENT and not image.hidden)


def described(subject: Subject) -> Iterator[tuple[Image, str]]:
    """The content pictures with an alternative text that is not blank."""
    yield from ((image, image.alt.strip()) for image in content(subject) if image.alt and image.alt.strip())


def evidence(image: Image) -> dict[str, Any]:
    """What a finding on a picture shows."""
    return {"file": file(image), "alt": image.alt, "caption": image.caption.text if image.caption else None}


def file(image: Image) -> str:
    """The picture's file name, without folder and query."""
    return image.src.split("?")[0].rstrip("/").rsplit("/", 1)[-1][:100] or "(no address)"
