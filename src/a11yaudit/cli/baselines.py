"""The commands `baseline write`, `update` and `show`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from a11yaudit.api.page_work import Use
from a11yaudit.cli import auditing, outputs, telling
from a11yaudit.cli.exits import Exit
from a11yaudit.cli.outputs import Output
from a11yaudit.model.packing import Lazily
from a11yaudit.model.part import Part
from a11yaudit.model.run import Document, Failure
from a11yaudit.report import jsontext
from a11yaudit.review import baseline
from a11yaudit.review.baseline import Baseline
from a11yaudit.ruleset import RuleSet


def write(file: Path, **options: Any) -> int:
    """List all findings of the pages; pages that can't be audited are named, and the rest is written."""
    output = _output(file, options)
    documents, failures, _ = _audited(options)
    return _save(output, baseline.taken(documents, file.parent), failures)


def update(file: Path, **options: Any) -> int:
    """Prune what is gone."""
    known = baseline.read(file)
    output = _output(file, options)
    documents, failures, rules = _audited(options)
    return _save(output, baseline.updated(known, documents, rules), failures)


def show(file: Path) -> int:
    """One line for each kind of finding, then how many there are."""
    known = baseline.read(file)
    for path, page in sorted(known.files.items()):
        for finding in page.findings:
            times = f" ({finding.count} times)" if finding.count > 1 else ""
            around = " (around the article)" if finding.part == Part.AROUND else ""
            telling.out(f"{path}: {finding.rule}: {finding.message}{around}{times}")
    telling.out(_told(known))
    return Exit.CLEAN


def _audited(options: dict[str, Any]) -> tuple[Sequence[Document], list[Failure], RuleSet]:
    settings, rules = auditing.configured(options)
    kept, failures, _ = auditing.audited(options, settings, rules, Use(part=False, document=True, text=True))
    return Lazily(kept, auditing.document_of), failures, rules


def _output(file: Path, options: dict[str, Any]) -> Output:
    """The baseline's file, which is looked at before the first page is read."""
    output = Output("baseline", file, options["overwrite"])
    outputs.prepare(output)
    return output


def _save(output: Output, known: Baseline, failures: list[Failure]) -> int:
    outputs.write(output, jsontext.pieces(baseline.as_json(known)))
    for failure in failures:
        telling.err(f"{failure.path}: not audited: {failure.message}")
    telling.out(f"{output.path}: {_told(known)}")
    return Exit.PAGES if failures else Exit.CLEAN


def _told(known: Baseline) -> str:
    count = sum(finding.count for page in known.files.values() for finding in page.findings)
    return f"{_number(count, 'known finding')} in {_number(len(known.files), 'file')}"


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
