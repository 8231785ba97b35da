"""What the commands that run pages share: the auditor that was asked for, and the pages that were named."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from a11yaudit import ruleset
from a11yaudit.api import inputs
from a11yaudit.api.auditor import Auditor
from a11yaudit.api.page_work import Extracting
from a11yaudit.api.runs import Numbered, T
from a11yaudit.cli import progress, telling
from a11yaudit.cli.requests import Judging, Pages, Reading
from a11yaudit.errors import UsageError
from a11yaudit.model.run import Skipped
from a11yaudit.model.source import Limits
from a11yaudit.report import outputs
from a11yaudit.report.outputs import Output
from a11yaudit.review.revisions import Changes
from a11yaudit.settings import Settings

if TYPE_CHECKING:
    from a11yaudit.article.interruptions.slots import Slots

MOST_TOLD = 20
"""Lines about what was skipped."""


def auditor(reading: Reading, judging: Judging) -> Auditor:
    """Who judges the pages. Raises ConfigError and UsageError for settings that can't hold."""
    settings = Settings.load(judging.config) if judging.config else Settings.of_folder(Path())
    rules = ruleset.configured(ruleset.load(), settings, judging.select, judging.ignore)
    limits = Limits(max_bytes=reading.max_bytes)
    return Auditor(settings, rules=rules, scope=reading.scope, limits=limits, slots=_slots(reading))


def extracting(reading: Reading) -> Extracting:
    """What finds the articles."""
    return Extracting(Limits(max_bytes=reading.max_bytes), reading.scope, _slots(reading))


def found(pages: Pages, asked: Sequence[Output], since: Changes | None = None) -> tuple[list[str], list[Skipped]]:
    """The paths to audit, those that changed where `since` is given, and what was skipped, which is told.

    The places of all reports are looked at first, before any page is read.
    """
    for output in asked:
        outputs.prepare(output)
    folders = [output.path for output in asked if output.is_folder]
    paths, skipped = inputs.pages(pages.paths, folders)
    _tell(skipped)
    if not paths and not pages.allow_empty and since is None:
        raise UsageError("no HTML files found (*.html, *.htm, *.xhtml); use --allow-empty if that is fine")
    if since is not None:
        paths = [path for path in paths if since.of(path)]
    outputs.keep_apart(asked, paths)
    return paths, skipped


def watched(total: int, quiet: bool) -> Callable[[Numbered[T]], Numbered[T]]:
    """What shows how far a run is."""
    return lambda done: progress.shown(done, total, quiet)


def _tell(skipped: Sequence[Skipped]) -> None:
    """Name what lies in the folders and is not audited, as no format but JSON does."""
    for item in skipped[:MOST_TOLD]:
        telling.err(f"a11yaudit: skipped {item.path}: {item.reason}")
    if len(skipped) > MOST_TOLD:
        telling.err(f"a11yaudit: {len(skipped) - MOST_TOLD:,} more skipped; the JSON report lists them all")


def _slots(reading: Reading) -> "Slots | None":
    """The filter lists and profiles that were asked for; what was skipped in them is said."""
    if not (reading.filter_lists or reading.profiles or reading.url):
        return None
    from a11yaudit import slots

    loaded, warnings = slots.load(reading.filter_lists, reading.profiles, reading.url)
    for warning in warnings:
        telling.err(f"a11yaudit: {warning}")
    return loaded
