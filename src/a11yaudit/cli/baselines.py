"""The commands `baseline write`, `update` and `show`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from a11yaudit.api.page_work import Use
from a11yaudit.cli import auditing, outputs
from a11yaudit.cli.exits import Exit
from a11yaudit.model.packing import Lazily
from a11yaudit.model.part import Part
from a11yaudit.model.run import Document, Failure
from a11yaudit.report import jsontext
from a11yaudit.report.escape import terminal
from a11yaudit.review import baseline
from a11yaudit.review.baseline import Baseline
from a11yaudit.ruleset import RuleSet


def write(file: Path, **options: Any) -> int:
    """List all findings of the pages; pages that can't be audited are named, and the rest is written."""
    documents, failures, _ = _audited(options)
    return _save(file, baseline.taken(documents, file.parent), failures)


def update(file: Path, **options: Any) -> int:
    """Prune what is gone."""
    known = baseline.read(file)
    documents, failures, rules = _audited(options)
    return _save(file, baseline.updated(known, documents, rules), failures)


def show(file: Path) -> int:
    """One line for each kind of finding, then how many there are."""
    known = baseline.read(file)
    for path, page in sorted(known.files.items()):
        for finding in page.findings:
            times = f" ({finding.count} times)" if finding.count > 1 else ""
            around = " (around the article)" if finding.part == Part.AROUND else ""
            click.echo(terminal(f"{path}: {finding.rule}: {finding.message}") + around + times)
    click.echo(_told(known))
    return Exit.CLEAN


def _audited(options: dict[str, Any]) -> tuple[Sequence[Document], list[Failure], RuleSet]:
    settings, rules = auditing.configured(options)
    kept, failures = auditing.audited(options, settings, rules, Use(part=False, document=True, text=True))
    return Lazily(kept, auditing.document_of), failures, rules


def _save(file: Path, known: Baseline, failures: list[Failure]) -> int:
    outputs.write(file, jsontext.pieces(baseline.as_json(known)))
    for failure in failures:
        click.echo(f"{terminal(failure.path)}: not audited: {terminal(failure.message)}", err=True)
    click.echo(f"{terminal(str(file))}: {_told(known)}")
    return Exit.PAGES if failures else Exit.CLEAN


def _told(known: Baseline) -> str:
    count = sum(finding.count for page in known.files.values() for finding in page.findings)
    return f"{_number(count, 'known finding')} in {_number(len(known.files), 'file')}"


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
