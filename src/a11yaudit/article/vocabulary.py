"""The vocabularies of boilerplate as compiled patterns."""

import re
from functools import cache
from typing import NamedTuple

from a11yaudit.resources import vocabulary

_TOKEN = "(?:^|[\\s_-])(?:{})(?:$|[\\s_-])"


class Words(NamedTuple):
    """Patterns over `class` and `id`, and over the text of a block."""

    captions: re.Pattern[str]
    credits: re.Pattern[str]
    caption_starts: re.Pattern[str]
    """The first words of a block that is a caption without any class."""
    neutral: re.Pattern[str]
    labels: re.Pattern[str]
    """Texts of boilerplate that stand alone."""
    site: re.Pattern[str]
    """Class and id of what holds the site's name."""
    tail: re.Pattern[str]
    """Headings of what follows a text and is no part of it."""


class Bylines(NamedTuple):
    """Patterns of bylines."""

    by: re.Pattern[str]
    """What stands before the names, at the start of a line or after a date."""
    folder: re.Pattern[str]
    end: re.Pattern[str]
    date: re.Pattern[str]
    capitals: re.Pattern[str]
    """Names and nothing but names: each word with a capital, or a particle."""
    others: re.Pattern[str]
    """The start of a line about somebody else: who reviewed, translated or photographed."""
    no_name: re.Pattern[str]
    """Words of bylines that are nobody's name, alone."""
    organisations: re.Pattern[str]


@cache
def words() -> Words:
    """Compiled once."""
    table = vocabulary("boilerplate")
    captions = (*table["captions"], _TOKEN.format("|".join(table["caption_tokens"])))
    return Words(
        captions=_compiled("|".join(captions)),
        credits=_compiled("|".join(table["credits"])),
        caption_starts=_compiled("|".join(table["caption_starts"])),
        neutral=_compiled(table["neutral"]),
        site=_compiled(_TOKEN.format("|".join(table["site"]))),
        tail=_compiled(r"(?:{})\s*(?:[:：.…!]|\.\.\.)*\s*\Z".format("|".join(table["tail"]))),
        labels=_compiled(r"(?:{})(?:\b|$|[:：])".format("|".join(table["labels"]))),
    )


@cache
def bylines() -> Bylines:
    """Compiled once."""
    table = vocabulary("bylines")
    by, folders, ends, months, particles = ("|".join(table[name]) for name in ("by", "folders", "ends", "months", "particles"))
    month = rf"(?:{months})[^\W\d_]*\.?"
    return Bylines(
        by=_compiled(rf"(?:^|\b(?<=[\d,] )|[·•|] ?)(?:{by})(?:[:：]\s*|(?<=[:：／/・])\s*|\s+|$)"),
        folder=_compiled(rf"/(?:{folders})/"),
        end=_compiled(rf"\s*(?:[|·•∙‧\n]|\s[-–—]\s|[(\[](?![^\W\d_]+[)\]] [^\W\d_a-z])|\d|@|,?\s*\b(?:{ends})\b)"),
        date=_compiled(
            rf"\b{month}\s*\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s*\d{{4}})?|\b\d{{1,2}}\.?\s*{month},?\s*(?:\d{{4}})?|\d{{1,4}}[-./]\d{{1,2}}[-./]\d{{1,4}}"
        ),
        others=_compiled(r"(?:{})\b".format("|".join(table["others"]))),
        no_name=_compiled(r"(?:{})\W*\Z".format("|".join(table["no_names"]))),
        organisations=_compiled(r"(?:^|\b)(?:{})(?:\b|$)".format("|".join(table["organisations"]))),
        capitals=re.compile(rf"(?:(?i:{particles})\s+|[^\W_a-zß-ÿ]\S*(?:\s+|\Z))+\Z"),
    )


@cache
def consent() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Parts of words of which every request for consent holds one, and how such requests are worded, in lower case."""
    table = vocabulary("boilerplate")
    return tuple(table["consent_stems"]), re.compile("|".join(table["consent"]))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
