"""The HTML reports of a run: each article's page is written as soon as it is audited, the overview at the end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from a11yaudit import __version__
from a11yaudit.model.run import Document, Run
from a11yaudit.report import comparison, html, names, thumbnails
from a11yaudit.report.html import Look
from a11yaudit.report.outputs import INDEX, Folder, Output
from a11yaudit.report.style import Style
from a11yaudit.ruleset import RuleSet
from a11yaudit.settings import Settings
from a11yaudit.source import STDIN


class HtmlReports:
    """Makes the HTML reports of one run."""

    def __init__(self, style: Style, settings: tuple[tuple[str, str], ...], rules: RuleSet) -> None:
        """`settings` are names and values that the reports tell, as `told` gives them."""
        if style.thumbnails:
            thumbnails.ready()
        self._folders: dict[Path, Folder] = {}
        self._small = style.thumbnails
        self._rules = rules
        self._look = Look(
            language=style.report_lang,
            settings=settings,
            comparison=comparison.load(style.compare) if style.compare else None,
        )

    def __enter__(self) -> "HtmlReports":
        return self

    def __exit__(self, *_: object) -> None:
        for folder in self._folders.values():
            folder.close()

    def write(self, folders: Iterable[Output], document: Document) -> None:
        """One article's report in each folder. Raises OutputError where it can't be written."""
        for folder in folders:
            self._folder(folder).write(names.file_name(document.extracted.path), [self._page(document, INDEX)])

    def publish(self, folder: Output, run: Run) -> None:
        """The overview, and with it the whole folder. Raises OutputError where it can't be written."""
        paths = {document.extracted.path: names.file_name(document.extracted.path) for document in run.documents}
        self._folder(folder).publish([self._index(run, paths)])

    def whole(self, run: Run) -> str:
        """The run in one file: its only page, or the overview of several."""
        return self._page(run.documents[0]) if len(run.documents) == 1 else self._index(run, {})

    def _folder(self, output: Output) -> Folder:
        return self._folders.setdefault(output.path, Folder(output))

    def _page(self, document: Document, index: str | None = None) -> str:
        """One article's report, with a link to the overview where there is one."""
        path = document.extracted.path
        small = thumbnails.of(Path(path), document.extracted.article.images) if self._small and path != STDIN else {}
        look = replace(self._look, thumbnails=small, index=index)
        return html.page(document, self._rules.by_id(), self._rules.aspects, __version__, look)

    def _index(self, run: Run, files: Mapping[str, str]) -> str:
        """The overview of the run."""
        return html.index(run, files, self._rules.by_id(), self._rules.aspects, self._look)


def told(settings: Settings, rules: RuleSet, scope: str, select: Sequence[str], ignore: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The settings of a run that decide what a report says, by the names that a configuration knows them by.

    `select` and `ignore` are what was asked for besides the settings.
    """
    asked = {
        "rules": rules.version,
        "scope": scope,
        "select": ", ".join(select or settings.select),
        "ignore": ", ".join((*settings.ignore, *ignore)),
        "severities": ", ".join(f"{name} = {value}" for name, value in settings.severities.items()),
        "thresholds": ", ".join(
            f"{rule}.{name} = {value}" for rule, params in settings.thresholds.items() for name, value in params.items()
        ),
        "per-file-ignores": ", ".join(f"{pattern}: {' '.join(listed)}" for pattern, listed in settings.per_file_ignores.items()),
    }
    return tuple((name, value) for name, value in asked.items() if value)
