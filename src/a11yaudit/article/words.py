"""The vocabularies of boilerplate as compiled patterns."""

import re
from functools import cache
from typing import NamedTuple

from a11yaudit.resources import vocabulary


class Words(NamedTuple):
    """Patterns over `class` and `id`, and over the text of a block."""

    negative: re.Pattern[str]
    positive: re.Pattern[str]
    comments: re.Pattern[str]
    captions: re.Pattern[str]
    neutral: re.Pattern[str]
    labels: re.Pattern[str]
    standfirst: re.Pattern[str]
    byline: re.Pattern[str]
    by: re.Pattern[str]


@cache
def words() -> Words:
    """Compiled once."""
    table = vocabulary("boilerplate")
    token = "(?:^|[\\s_-])(?:{})(?:$|[\\s_-])"

    def tokens(name: str) -> str:
        return token.format("|".join(table[name]))

    return Words(
        re.compile(tokens("negative") + "|" + "|".join(table["anywhere"]), re.IGNORECASE),
        re.compile("|".join(table["positive"]), re.IGNORECASE),
        re.compile(tokens("comments") + "|comments?-(?:list|area|section|wrap)|commentlist", re.IGNORECASE),
        re.compile("|".join(table["captions"]), re.IGNORECASE),
        re.compile(table["neutral"], re.IGNORECASE),
        re.compile(r"(?:{})(?:\b|$|[:：])".format("|".join(table["labels"])), re.IGNORECASE),
        re.compile(tokens("standfirst"), re.IGNORECASE),
        re.compile("(?i:" + tokens("byline") + ")|[a-z0-9]Author(?:s|Name|Container|Info)?(?![a-z])"),
        re.compile(r"(?:^|\b(?<=[\d,] )|[·•|] ?)(?:{})(?::\s*|\s+|$)".format("|".join(table["by_words"])), re.IGNORECASE),
    )
