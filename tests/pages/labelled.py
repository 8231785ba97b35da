"""How much of the labelled pages the extraction gets right.

The text is compared as in the article extraction benchmark by Scrapinghub (Zyte): a text becomes a bag of overlapping sequences of four
words, and F1 weighs those found against those labelled. Chinese and Japanese characters count as words.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from a11yaudit import article, semantics
from a11yaudit.model.article import Article, ImageRole, Role
from a11yaudit.model.source import Limits, Source
from a11yaudit.page import parse

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.parent.name for path in FOLDER.glob("*/source.html")))
SEQUENCE = 4
_WORD = re.compile("[\u3040-\u9fff]|[^\\W\u3040-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is right about one page, or what the tool says about it."""

    language: str | None
    headline: str | None
    byline: str | None
    standfirst: str | None
    text: tuple[str, ...]
    """Paragraphs, headings, list items, quotes, code and cells, in order."""
    captions: tuple[str, ...]
    """Credits that stand on their own included."""
    images: tuple[str, ...]
    not_text: tuple[str, ...]
    """Of the strings that must not be in the text: those that rightly are not."""
    published: str | None
    modified: str | None
    """Dates as ISO 8601."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How good the extraction is over all pages; shares are 0 to 1."""

    text_f1: float
    headlines_right: float
    bylines_right: float
    """Of the pages that have a byline."""
    bylines_invented: int
    """Pages without a byline for which one is given."""
    standfirsts_right: float
    """Of the pages that have a standfirst, or for which one is given."""
    dates_right: float
    """Of the dates labelled or given: those that are both."""
    images_right: float
    """Of all images labelled or given: those that are both."""


def labelled(name: str) -> Facts:
    """The labels of one page."""
    label = json.loads((FOLDER / name / "expected.json").read_text(encoding="utf-8"))
    facts: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in label.items()}
    return Facts(**facts)


def found(name: str) -> Facts:
    """What the tool finds in one page."""
    data = (FOLDER / name / "source.html").read_bytes()
    page = parse(Source(f"{name}.html", data, hashlib.sha256(data).hexdigest()), Limits())
    got = article.extract(page, semantics.build(page), "article")
    text = tuple(block.text for block in got.running_text)
    return Facts(
        language=got.language,
        headline=got.headline.text if got.headline else None,
        byline=got.byline.text if got.byline and not got.byline_is_organisation else None,
        standfirst=got.standfirst.text if got.standfirst else None,
        text=text,
        captions=tuple(block.text for block in got.blocks if block.role in (Role.CAPTION, Role.CREDIT)),
        images=_images(got),
        published=got.metadata.published,
        modified=got.metadata.modified,
        not_text=tuple(string for string in labelled(name).not_text if not any(string in block for block in text)),
    )


def _images(got: Article) -> tuple[str, ...]:
    return tuple(image.src for image in got.images if image.role in (ImageRole.LEAD, ImageRole.CONTENT))


def figures(right: Sequence[Facts], got: Sequence[Facts]) -> Figures:
    """The quality of `got`, page by page in the order of `right`."""
    pairs = list(zip(right, got, strict=True))
    signed = [(wanted, given) for wanted, given in pairs if wanted.byline]
    summed = [(wanted.standfirst, given.standfirst) for wanted, given in pairs if wanted.standfirst or given.standfirst]
    dates = [pair for wanted, given in pairs for pair in zip(_dates(wanted), _dates(given), strict=True) if any(pair)]
    pictures = [(Counter(wanted.images), Counter(given.images)) for wanted, given in pairs]
    return Figures(
        text_f1=fmean(_f1(wanted.text, given.text) for wanted, given in pairs),
        headlines_right=fmean(wanted.headline == given.headline for wanted, given in pairs),
        bylines_right=fmean(wanted.byline == given.byline for wanted, given in signed),
        bylines_invented=sum(given.byline is not None for wanted, given in pairs if wanted.byline is None),
        standfirsts_right=fmean(wanted == given for wanted, given in summed),
        dates_right=fmean(wanted == given for wanted, given in dates),
        images_right=sum((one & other).total() for one, other in pictures) / sum((one | other).total() for one, other in pictures),
    )


def _dates(facts: Facts) -> tuple[str | None, str | None]:
    return facts.published, facts.modified


def _f1(right: Sequence[str], got: Sequence[str]) -> float:
    """1.0 where there is neither text to find nor text found."""
    true, given = _sequences(right), _sequences(got)
    size = true.total() + given.total()
    return 2 * (true & given).total() / size if size else 1.0


def _sequences(blocks: Sequence[str]) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(" ".join(blocks))
    return Counter(tuple(words[i : i + SEQUENCE]) for i in range(max(1, len(words) - SEQUENCE + 1)) if words)


def digest() -> str:
    """SHA-256 over the pages and their labels."""
    summed = hashlib.sha256()
    for name in NAMES:
        for file in ("source.html", "expected.json"):
            data = (FOLDER / name / file).read_bytes()
            summed.update(f"{name}/{file} {len(data)}\n".encode())
            summed.update(data)
    return summed.hexdigest()
