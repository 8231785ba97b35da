"""Text and addresses for SARIF."""

import re
from urllib.parse import quote

from a11yaudit.report.escape import visible

LONGEST = 1_000
"""GitHub shows at most 1,024 characters of a text."""
_BRACKET = re.compile(r"[\[\]\\]")


def message(text: str) -> str:
    """A message in which nothing is a placeholder (SARIF 2.1.0, 3.11.5) or a link (3.11.6)."""
    shown = " ".join(visible(text).split())
    cut = shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
    unlinked = _BRACKET.sub(r"\\\g<0>", cut) if "](" in cut else cut
    return unlinked.replace("{", "{{").replace("}", "}}")


def relative_uri(path: str) -> str:
    """A path as a percent-encoded relative reference; bytes that are no UTF-8 stay as they are."""
    return quote(path.removeprefix("./").encode("utf-8", "surrogateescape"), safe="/")
