"""What a command line asks for: the options of each command as one record, made in `commands` and nowhere else."""

from dataclasses import dataclass
from pathlib import Path

from a11yaudit.api.runs import Workers
from a11yaudit.model.part import Part
from a11yaudit.report.outputs import Output
from a11yaudit.report.style import Style
from a11yaudit.review.demands import Demands


@dataclass(frozen=True, slots=True)
class Pages:
    """Which pages are looked at."""

    paths: tuple[str, ...]
    """Files, folders and patterns as they were named."""
    allow_empty: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """How a page is read."""

    scope: str
    max_bytes: int
    filter_lists: tuple[Path, ...]
    profiles: tuple[Path, ...]
    url: str | None


@dataclass(frozen=True, slots=True)
class Judging:
    """Which rules judge, besides what the settings say."""

    config: Path | None
    """The file of the settings; None for that of the current folder, if it has one."""
    select: tuple[str, ...]
    ignore: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reports:
    """What is printed and what is written."""

    form: str
    """The format of what is printed."""
    outputs: tuple[Output, ...]

    @property
    def formats(self) -> frozenset[str]:
        """All formats that are asked for."""
        return frozenset({self.form, *(output.format for output in self.outputs)})


@dataclass(frozen=True, slots=True)
class AuditRequest:
    """`a11yaudit audit`."""

    pages: Pages
    reading: Reading
    judging: Judging
    workers: Workers
    demands: Demands
    reports: Reports
    style: Style
    parts: tuple[Part, ...]
    """Parts whose findings are shown."""
    base_url: str
    cache: Path | None


@dataclass(frozen=True, slots=True)
class ExtractRequest:
    """`a11yaudit extract`."""

    pages: Pages
    reading: Reading
    workers: Workers
    reports: Reports


@dataclass(frozen=True, slots=True)
class BaselineRequest:
    """`a11yaudit baseline write` and `update`."""

    pages: Pages
    reading: Reading
    judging: Judging
    workers: Workers
    file: Output
