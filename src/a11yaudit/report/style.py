"""What a caller may ask of HTML reports."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Style:
    """How the HTML reports are made."""

    report_lang: str = "en"
    compare: Path | None = None
    """An earlier JSON report; findings that it does not have are called new."""
    thumbnails: bool = False
    """Whether small copies of the pictures are shown."""
