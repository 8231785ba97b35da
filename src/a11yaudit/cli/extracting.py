"""The command `extract`: what the pages' articles are."""

from collections.abc import Sequence

from a11yaudit.api import runs
from a11yaudit.cli import preparing
from a11yaudit.cli.exits import Exit
from a11yaudit.cli.requests import ExtractRequest
from a11yaudit.model.packing import Lazily, unpack
from a11yaudit.model.run import Extracted
from a11yaudit.report import outputs, rendering, streams


def extract(request: ExtractRequest) -> int:
    """Print what the pages' articles are."""
    asked = request.reports.outputs
    work = preparing.extracting(request.reading)
    paths, skipped = preparing.found(request.pages, asked)
    results = runs.extracted(paths, work, request.workers, preparing.watched(len(paths), request.pages.quiet))
    documents: Sequence[Extracted] = Lazily(results.made, unpack)
    for output in asked:
        file = output.inside("extract.html") if output.is_folder else output
        outputs.write(file, rendering.extracted(output.format, documents, results.failures, skipped))
    streams.show(rendering.extracted(request.reports.form, documents, results.failures, skipped))
    return Exit.PAGES if results.failures else Exit.CLEAN
