"""The vocabularies of boilerplate as compiled patterns."""

import re
from functools import cache
from typing import NamedTuple

from a11yaudit.resources import vocabulary


class Words(NamedTuple):
    """Patterns over `class` and `id`, and over the text of a block."""

    labels_of: tuple[re.Pattern[str], ...]
    """What a class says, in the order of `layout.Says`."""
    captions: re.Pattern[str]
    byline: re.Pattern[str]
    neutral: re.Pattern[str]
    labels: re.Pattern[str]
    """Texts of boilerplate that stand alone."""
    by: re.Pattern[str]


@cache
def words() -> Words:
    """Compiled once."""
    table = vocabulary("boilerplate")

    def tokens(name: str) -> str:
        return "(?:^|[\\s_-])(?:{})(?:$|[\\s_-])".format("|".join(table[name]))

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    captions = compiled("|".join(table["captions"]))
    byline = re.compile("(?i:" + tokens("byline") + ")|[a-z0-9]Author(?:s|Name|Container|Info)?(?![a-z])")
    return Words(
        labels_of=(
            compiled(tokens("negative") + "|" + "|".join(table["anywhere"])),
            compiled("|".join(table["positive"])),
            compiled(tokens("comments") + "|comments?-(?:list|area|section|wrap)|commentlist"),
            captions,
            compiled(tokens("standfirst")),
            byline,
            *(compiled(tokens(name)) for name in ("bio", "footnotes", "tags", "share", "newsletter", "related", "correction", "pull_quote")),
        ),
        captions=captions,
        byline=byline,
        neutral=compiled(table["neutral"]),
        labels=compiled(r"(?:{})(?:\b|$|[:：])".format("|".join(table["labels"]))),
        by=compiled(r"(?:^|\b(?<=[\d,] )|[·•|] ?)(?:{})(?::\s*|\s+|$)".format("|".join(table["by_words"]))),
    )
