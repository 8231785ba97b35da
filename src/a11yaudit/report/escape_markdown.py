"""Text from pages in Markdown stands in code spans only: there no mention, link, image or tag is live."""

import re

from a11yaudit.report.escape import visible

LONGEST = 300
_TICKS = re.compile("`+")
_HASHES = re.compile("#(?=#)")
"""`##[` and `##vso[` are live anywhere in a runner's log."""
_OWN_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", "*": "\\*", "_": "\\_", "`": "\\`"})


def code(text: str) -> str:
    """A code span on one line, its fence longer than any run of backticks inside."""
    line = _HASHES.sub("# ", " ".join(visible(text).split()))
    cut = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
    fence = "`" * (1 + max((len(run) for run in _TICKS.findall(cut)), default=0))
    padding = " " if cut.startswith("`") or cut.endswith("`") else ""
    return f"{fence}{padding}{cut}{padding}{fence}" if cut else "(nothing)"


def code_in_table(text: str) -> str:
    """A code span in a table's cell, where a bar would end the cell even inside code."""
    return code(text).replace("|", "\\|")


def value(text: str) -> str:
    """A measured value: a number as it is, words in a code span."""
    return text if text.isascii() and text.replace(".", "", 1).isdecimal() else code(text)


def own(text: str) -> str:
    """A sentence of the catalogue, which may name tags, as running text."""
    return text.translate(_OWN_MARKUP)
