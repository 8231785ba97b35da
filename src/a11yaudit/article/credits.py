"""Parts a caption from its credit."""

import re
from functools import cache

from a11yaudit.resources import vocabulary

TAIL = 200
"""Characters at the end of a caption in which a credit is looked for, so that no text keeps a pattern busy."""


def split(text: str) -> tuple[str, str]:
    """The caption without its credit, and the credit; either may be empty."""
    head, tail = text[:-TAIL], text[-TAIL:]
    for pattern in _patterns():
        match = pattern.search(tail)
        if match:
            return (head + tail[: match.start()]).strip(" |/–—-"), match[0].strip(" ()[]|")
    return text, ""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """All of them match at the end of a text and are too short to reach the start of a cut one."""
    table = vocabulary("credits")
    words, agencies = "|".join(table["words"]), "|".join(map(re.escape, table["agencies"]))
    return (
        re.compile(rf"[(\[]\s*(?:{words}|©|{agencies})[^()\[\]]{{0,120}}[)\]]\s*\Z", re.IGNORECASE),
        re.compile(rf"(?:\A|(?<=[.!?…\s|”\"]))(?:{words})\s*(?:by\b|von\b|par\b|courtesy\b|[:：/])[^.:]{{1,80}}\.?\s*\Z", re.IGNORECASE),
        re.compile(r"(?:\A|(?<=\s))(?:©|\(c\))[^.©]{1,80}\.?\s*\Z", re.IGNORECASE),
        re.compile(rf"(?:\A|(?<=[.!?…|]))\s*[^.!?|]{{0,50}}(?:/|via\s|\b)(?:{agencies})\.?\s*\Z"),
        re.compile(r"\A(?=.{3,100}\Z)[(\[]?(?:[A-Z][\w.'’&-]*+\s?+){1,4}+(?:/\s?+(?:[A-Z][\w.'’&-]*+\s?+){1,4}+){1,4}+[)\]]?\Z"),
        re.compile(rf"(?:\A|(?<=[.!?…\s]))(?:Photo )?Credit(?:{words})?(?=[A-Z])[^.:]{{1,80}}\Z"),
    )
