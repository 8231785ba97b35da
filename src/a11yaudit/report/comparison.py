"""What is new, gone and unchanged since an earlier report."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from a11yaudit import files
from a11yaudit.errors import UsageError
from a11yaudit.files import Part
from a11yaudit.model.run import Document, Run

Earlier = Mapping[str, Mapping[str, str]]
"""Messages by path and fingerprint."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The findings of one page against those of the earlier report."""

    new: tuple[str, ...]
    """Fingerprints."""
    gone: tuple[str, ...]
    """Messages of findings that are no more."""
    unchanged: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier report."""

    earlier: Earlier

    def of(self, document: Document) -> Changes | None:
        """The changes of one page; None where the earlier report does not have it."""
        before = self.earlier.get(document.extracted.path)
        if before is None:
            return None
        now = [finding.fingerprint for finding in document.evaluation.findings]
        known = set(now)
        return Changes(
            new=tuple(fingerprint for fingerprint in now if fingerprint not in before),
            gone=tuple(message for fingerprint, message in before.items() if fingerprint not in known),
            unchanged=sum(fingerprint in before for fingerprint in now),
        )

    def missing(self, run: Run) -> list[str]:
        """Pages of the earlier report that this run does not have."""
        now = {document.extracted.path for document in run.documents}
        return [path for path in self.earlier if path not in now]


def load(path: Path) -> Comparison:
    """An earlier JSON report. Raises UsageError for what is none."""
    try:
        report = Part(files.json_content(path, files.MOST_REPORT))
        return Comparison({document["path"].path(): _messages(document) for document in report["documents"].items()})
    except files.FileError as error:
        raise UsageError(f"{path}: no report of a11yaudit to compare with: {error}; `a11yaudit validate` says more") from error


def _messages(document: Part) -> dict[str, str]:
    return {finding["fingerprint"].text(): finding["message"].text() for finding in document["findings"].items()}
