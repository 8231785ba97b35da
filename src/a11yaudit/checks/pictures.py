"""What the checks of alternative texts and captions share."""

from typing import Any

from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Image
from a11yaudit.model.outcome import Outcome, Related, Verdict


def content(subject: Subject) -> list[Image]:
    """The pictures that carry content and that assistive technology gets."""
    return subject.once(_content)


def _content(subject: Subject) -> list[Image]:
    return [image for image in subject.article.images if image.is_content]


def evidence(image: Image, **more: Any) -> dict[str, Any]:
    """What a finding on a picture shows."""
    return {"file": image.file, "alt": image.alt, "caption": image.caption.text if image.caption else None, **more}


def verdict(image: Image, outcome: Outcome, *related: Related, **more: Any) -> Verdict:
    """A verdict on a picture; its file identifies the finding."""
    return Verdict(outcome, image.location, evidence(image, **more), image.file, related)


def captioned(message: str, image: Image) -> tuple[Related, ...]:
    """Another picture with its caption, as places that a finding is about."""
    caption = (Related(f"{message}: its caption", image.caption.location),) if image.caption else ()
    return (Related(message, image.location), *caption)
