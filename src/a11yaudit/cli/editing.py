"""The HTML reports of a run: each article's page is written as soon as it is audited, the overview at the end."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from a11yaudit import __version__
from a11yaudit.cli.outputs import INDEX, Folder, Output
from a11yaudit.config import Config
from a11yaudit.model.run import Document, Run
from a11yaudit.report import comparison, html, names, thumbnails
from a11yaudit.report.html import Look
from a11yaudit.ruleset import RuleSet
from a11yaudit.source import STDIN


class Editor:
    """Makes the HTML reports of one run."""

    def __init__(self, options: Mapping[str, Any], settings: Config, rules: RuleSet) -> None:
        if options["thumbnails"]:
            thumbnails.ready()
        self._folders: dict[Path, Folder] = {}
        self._small = options["thumbnails"]
        self._rules = rules
        self._look = Look(
            language=options["report_lang"],
            settings=told(options, settings, rules),
            comparison=comparison.load(options["compare"]) if options["compare"] else None,
        )

    def __enter__(self) -> "Editor":
        return self

    def __exit__(self, *error: Any) -> None:
        for folder in self._folders.values():
            folder.close()

    def write(self, folders: Iterable[Output], document: Document) -> None:
        """One article's report in each folder. Raises OutputError where it can't be written."""
        for folder in folders:
            self._folder(folder).write(names.file_name(document.extracted.path), [self.page(document, INDEX)])

    def publish(self, folder: Output, run: Run) -> None:
        """The overview, and with it the whole folder. Raises OutputError where it can't be written."""
        paths = {document.extracted.path: names.file_name(document.extracted.path) for document in run.documents}
        self._folder(folder).publish([self.index(run, paths)])

    def _folder(self, output: Output) -> Folder:
        return self._folders.setdefault(output.path, Folder(output))

    def page(self, document: Document, index: str | None = None) -> str:
        """One article's report, with a link to the overview where there is one."""
        path = document.extracted.path
        small = thumbnails.of(Path(path), document.extracted.article.images) if self._small and path != STDIN else {}
        look = replace(self._look, thumbnails=small, index=index)
        return html.page(document, self._rules.by_id(), self._rules.aspects, __version__, look)

    def index(self, run: Run, files: Mapping[str, str]) -> str:
        """The overview of the run."""
        return html.index(run, files, self._rules.by_id(), self._rules.aspects, self._look)


def told(options: Mapping[str, Any], settings: Config, rules: RuleSet) -> tuple[tuple[str, str], ...]:
    """The settings of a run that decide what a report says, by the names that a configuration knows them by."""
    asked = {
        "rules": rules.version,
        "scope": options["scope"],
        "select": ", ".join(options["select"] or settings.select),
        "ignore": ", ".join((*settings.ignore, *options["ignore"])),
        "severities": ", ".join(f"{name} = {value}" for name, value in settings.severities.items()),
        "thresholds": ", ".join(
            f"{rule}.{name} = {value}" for rule, params in settings.thresholds.items() for name, value in params.items()
        ),
        "per-file-ignores": ", ".join(f"{pattern}: {' '.join(listed)}" for pattern, listed in settings.per_file_ignores.items()),
    }
    return tuple((name, value) for name, value in asked.items() if value)
