"""Helpers for the checks of alt text and captions."""

from bisect import bisect_left
from typing import Any

from a11yaudit.article.pictures import identity
from a11yaudit.checks.subject import Subject
from a11yaudit.model.article import Block, Image, Role
from a11yaudit.model.measurements import AltText
from a11yaudit.model.outcome import Outcome, Related, Verdict

LONGEST_QUOTE = 60
"""Characters of a caption or a paragraph by which a picture is found."""
BESIDE = 12
"""Nodes from an element to a text after it by which it is told rather than by the text before it."""
_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def content(subject: Subject) -> list[Image]:
    """The pictures that carry content and that assistive technology gets."""
    return subject.once(_content)


def _content(subject: Subject) -> list[Image]:
    return [image for image in subject.article.images if image.is_content]


def described(subject: Subject) -> list[AltText]:
    """The alternative texts of those pictures."""
    return [alt for alt in subject.measurements.alts if alt.image.is_content]


def named(subject: Subject, image: Image, by_caption: bool = True) -> str:
    """A picture as an editor finds it: its place among the pictures, and its caption or the words before it.

    Its file stands in only where nothing else helps. Where the message is about the caption, the words before it tell more.
    """
    number = subject.once(_numbers).get(image.location.node)
    told = "small" if number is None else _ordinal(number) if number else ""
    name = f"the {told} picture" if told else "the picture"
    near = _near(subject, image, by_caption)
    if near:
        return f"{name} ({near})"
    return f"{name} ({image.file})" if identity.is_readable(image.file) else name


def _numbers(subject: Subject) -> dict[int, int]:
    """The pictures that a reader counts, by node; a single one needs no number."""
    counted = content(subject)
    return {image.location.node: place if len(counted) > 1 else 0 for place, image in enumerate(counted, 1)}


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def _near(subject: Subject, image: Image, by_caption: bool) -> str:
    if by_caption and image.caption and image.caption.body:
        return f"caption “{start_of(image.caption.body)}”"
    nodes, blocks = subject.once(_blocks)
    place = bisect_left(nodes, image.location.node)
    if place:
        before = blocks[place - 1]
        return f"after “{start_of(before.text) if before.role in (Role.HEADLINE, Role.HEADING) else end_of(before.text)}”"
    if image.linked_text.strip():
        return f"link “{start_of(image.linked_text)}”"
    return f"before “{start_of(blocks[0].text)}”" if blocks else ""


def _blocks(subject: Subject) -> tuple[list[int], list[Block]]:
    """The article's own texts in document order."""
    own = {Role.HEADLINE, Role.STANDFIRST}
    running = {block.location.node for block in subject.running_text}
    blocks = [b for b in subject.article.blocks if b.text.strip() and (b.role in own or b.location.node in running)]
    blocks.sort(key=lambda block: block.location.node)
    return [block.location.node for block in blocks], blocks


def start_of(text: str) -> str:
    """The first words of a text."""
    told = " ".join(text[: 4 * LONGEST_QUOTE].split())
    if len(told) <= LONGEST_QUOTE:
        return told
    cut = told[:LONGEST_QUOTE].rsplit(" ", 1)[0]
    return (cut if len(cut) > LONGEST_QUOTE / 3 else told[:LONGEST_QUOTE]).rstrip(" ,;:–—-.") + "…"


def end_of(text: str) -> str:
    """The last words of a text."""
    told = " ".join(text[-4 * LONGEST_QUOTE :].split())
    if len(told) <= LONGEST_QUOTE:
        return told
    return "…" + told[-LONGEST_QUOTE:].split(" ", 1)[-1]


def evidence(subject: Subject, image: Image, by_caption: bool = True, **more: Any) -> dict[str, Any]:
    """What a finding on a picture shows."""
    caption = image.caption.text if image.caption else None
    return {
        "picture": named(subject, image, by_caption),
        "file": image.file or None,
        "alt": image.alt and " ".join(image.alt.split()),
        "caption": caption,
        **more,
    }


def element_named(subject: Subject, number: int, noun: str, src: str = "") -> str:
    """An element that shows a picture, anywhere on the page: by its file, else by the words before or after it."""
    file = identity.file_name(src)
    if identity.is_readable(file):
        return f"the {noun} {file}"
    texts, page = subject.semantics.texts, subject.page
    place = bisect_left(texts, number)
    after = texts[place] if place < len(texts) else None
    if after is not None and after - number <= BESIDE:
        return f"the {noun} before “{start_of(str(page.flat.nodes[after]))}”"
    return f"the {noun} after “{end_of(str(page.flat.nodes[texts[place - 1]]))}”" if place else f"the first {noun}"


def about(image: Image) -> str:
    """What identifies a finding on a picture: its file, whatever its place."""
    return image.file or image.key


def verdict(subject: Subject, image: Image, outcome: Outcome, *related: Related, **more: Any) -> Verdict:
    """A verdict on a picture; its file identifies the finding."""
    return Verdict(outcome, image.location, evidence(subject, image, **more), about(image), related)


def captioned(message: str, image: Image) -> tuple[Related, ...]:
    """Another picture with its caption, as places that a finding is about."""
    caption = (Related(f"{message}: its caption", image.caption.location),) if image.caption else ()
    return (Related(message, image.location), *caption)
