"""The extraction line by line: what counts as the article, and what was left out."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from a11yaudit.model.article import RUNNING_TEXT, Article, Block, Image, Interruption, Role
from a11yaudit.model.location import Location
from a11yaudit.model.run import Extracted, Failure
from a11yaudit.report.html.render import render_plain

_HEAD = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.BYLINE, Role.DATELINE, Role.READING_TIME})
_NOTE = frozenset({Role.CAPTION, Role.CREDIT, Role.FOOTNOTE, Role.CORRECTION, Role.PULL_QUOTE, Role.BIO})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page, one picture, or one interruption."""

    role: str
    group: str
    """Its colour: `text`, `head`, `note`, `unit` or `left`."""
    text: str
    reason: str
    location: Location


def page(documents: Iterable[Extracted], failures: Iterable[Failure]) -> str:
    """One HTML page for all documents."""
    return render_plain(
        "extract.html.j2",
        "extract.css",
        pages=[(document, _stretches(rows(document.article))) for document in documents],
        failures=failures,
    )


def rows(article: Article) -> list[Row]:
    """Everything in the order of the document."""
    parts = (*map(_block, article.blocks), *map(_picture, article.images), *map(_unit, article.interruptions))
    return sorted(parts, key=lambda row: row.location.node)


def _stretches(listed: list[Row]) -> list[tuple[bool, list[Row]]]:
    """Neighbouring rows that were left out, and those between them."""
    return [(left, list(stretch)) for left, stretch in groupby(listed, key=lambda row: row.group == "left")]


def _block(block: Block) -> Row:
    groups = ((RUNNING_TEXT, "text"), (_HEAD, "head"), (_NOTE, "note"))
    group = next((name for roles, name in groups if block.role in roles), "left")
    return Row(str(block.role), group, block.text, block.reason, block.location)


def _picture(image: Image) -> Row:
    said = "no alternative text" if image.alt is None else f"alternative text “{image.alt}”"
    return Row(f"picture ({image.role})", "note", image.src, said, image.location)


def _unit(unit: Interruption) -> Row:
    return Row(f"interruption ({unit.kind})", "unit", unit.label or "no label", ", ".join(unit.evidence), unit.location)
