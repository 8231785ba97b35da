"""The commands `baseline write`, `update` and `show`."""

from collections.abc import Sequence
from pathlib import Path

from a11yaudit.api import runs
from a11yaudit.api.auditor import Auditor
from a11yaudit.api.page_work import Use
from a11yaudit.cli import preparing, telling
from a11yaudit.cli.exits import Exit
from a11yaudit.cli.requests import BaselineRequest
from a11yaudit.model.packing import Lazily
from a11yaudit.model.part import Part
from a11yaudit.model.run import Document, Failure
from a11yaudit.report import jsontext, outputs
from a11yaudit.report.outputs import Output
from a11yaudit.review import baseline
from a11yaudit.review.baseline import Baseline
from a11yaudit.review.runs import document_of


def write(request: BaselineRequest) -> int:
    """List all findings of the pages; pages that can't be audited are named, and the rest is written."""
    outputs.prepare(request.file)
    documents, failures = _audited(request, preparing.auditor(request.reading, request.judging))
    return _save(request.file, baseline.taken(documents, request.file.path.parent), failures)


def update(request: BaselineRequest) -> int:
    """Prune what is gone."""
    known = baseline.read(request.file.path)
    outputs.prepare(request.file)
    auditor = preparing.auditor(request.reading, request.judging)
    documents, failures = _audited(request, auditor)
    return _save(request.file, baseline.updated(known, documents, auditor.rules), failures)


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


def _audited(request: BaselineRequest, auditor: Auditor) -> tuple[Sequence[Document], Sequence[Failure]]:
    paths, _ = preparing.found(request.pages, ())
    watch = preparing.watched(len(paths), request.pages.quiet)
    use = Use(part=False, document=True, text=True)
    results = runs.audited(paths, auditor, use, request.workers, watch=watch)
    return Lazily(results.made, document_of), results.failures


def _save(output: Output, known: Baseline, failures: Sequence[Failure]) -> int:
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
