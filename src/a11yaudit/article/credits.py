"""Parts a caption from its credit."""

import re
from functools import cache

from a11yaudit.resources import vocabulary


def split(text: str) -> tuple[str, str]:
    """The caption without its credit, and the credit; either may be empty."""
    for pattern in _patterns():
        match = pattern.search(text)
        if match:
            body = (
                (text[: match.start()] + text[match.end() :]).strip(" .–—-|/\u00a0")
                if match.end() < len(text)
                else text[: match.start()].strip(" |/–—-")
            )
            return body, match[0].strip(" ()[]|")
    return text, ""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = vocabulary("credits")
    words, agencies = "|".join(table["words"]), "|".join(map(re.escape, table["agencies"]))
    return (
        re.compile(rf"[(\[]\s*(?:{words}|©|{agencies})[^()\[\]]{{0,120}}[)\]]\s*\Z", re.IGNORECASE),
        re.compile(rf"(?:\A|(?<=[.!?…\s|”\"]))(?:{words})\s*(?:by\b|von\b|par\b|courtesy\b|[:：/])[^.:]{{1,80}}\.?\s*\Z", re.IGNORECASE),
        re.compile(r"(?:\A|(?<=\s))(?:©|\(c\))[^.©]{1,80}\.?\s*\Z", re.IGNORECASE),
        re.compile(rf"(?:\A|(?<=[.!?…|]))\s*[^.!?|]{{0,50}}(?:/|via\s|\b)(?:{agencies})\.?\s*\Z"),
        re.compile(r"\A[(\[]?(?:[A-Z][\w.'’&-]*\s?){1,4}(?:/\s?(?:[A-Z][\w.'’&-]*\s?){1,4}){1,4}[)\]]?\Z"),
        re.compile(rf"(?:\A|(?<=[.!?…\s]))(?:Photo )?Credit(?:{words})?(?=[A-Z])[^.:]{{1,80}}\Z"),
    )
