"""The languages of the HTML reports."""

from pathlib import Path

from a11yaudit import resources


def folder() -> Path:
    """Where the texts lie, one file a language."""
    return resources.data_dir("reports") / "html" / "strings"


def known() -> tuple[str, ...]:
    """The languages that there is a file of."""
    return tuple(sorted(path.stem for path in folder().glob("*.toml")))
