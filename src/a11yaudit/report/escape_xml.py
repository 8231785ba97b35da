"""Text for XML."""

import re
from html import escape

from a11yaudit.report.escape import markup, visible

LONGEST = 2_000
_HASHES = re.compile("#(?=#)")
"""`##[` and `##vso[` are live anywhere in a runner's log."""


def text(value: str) -> str:
    """Character data."""
    return markup(escape(_legal(value), quote=False))


def attribute(value: str) -> str:
    """An attribute's value with its quotes, on one line."""
    return f'"{escape(" ".join(_legal(value).split()))}"'


def _legal(value: str) -> str:
    shown = _HASHES.sub("# ", visible(value))
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
