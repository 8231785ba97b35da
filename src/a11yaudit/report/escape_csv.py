"""Cells for CSV."""

from a11yaudit.report.escape import terminal

LONGEST = 2_000
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How spreadsheet programs know a formula."""


def cell(value: object) -> str:
    """One line that no spreadsheet program takes for a formula; quotes and commas are the writer's business."""
    line = terminal(str(value))
    cut = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
    return f"'{cut}" if cut.lstrip().startswith(FORMULA) else cut
