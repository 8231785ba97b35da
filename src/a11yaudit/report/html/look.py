"""What a caller can choose of the HTML reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from a11yaudit.report.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Look:
    """The same for all pages of a run."""

    language: str = "en"
    """Of the report's own words; the rules' texts are English."""
    settings: tuple[tuple[str, str], ...] = ()
    """Name and value of what was asked for besides the defaults."""
    thumbnails: Mapping[str, str] = field(default_factory=dict)
    """Small pictures as `data:` addresses, by the address in the article."""
    comparison: Comparison | None = None
    index: str | None = None
    """The file name of the run's overview, where there is one."""
