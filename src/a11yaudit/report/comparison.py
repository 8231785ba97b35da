"""What is new, gone and unchanged since an earlier report."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from a11yaudit import files
from a11yaudit.errors import UsageError
from a11yaudit.files import Value
from a11yaudit.model.part import JUDGED, Part
from a11yaudit.model.run import Document, Run

Earlier = Mapping[str, Mapping[str, tuple[str, str]]]
"""Messages and parts by path and fingerprint; an empty part in a report of an earlier version."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The findings of one page against those of the earlier report. What stands around the article is only told as new."""

    new: tuple[str, ...]
    """Fingerprints."""
    gone: tuple[str, ...]
    """Messages of findings that are no more."""
    unchanged: int
    new_around: tuple[str, ...] = ()
    """Fingerprints of what is new around the article."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier report."""

    earlier: Earlier

    def of(self, document: Document) -> Changes | None:
        """The changes of one page; None where the earlier report does not have it."""
        before = self.earlier.get(document.extracted.path)
        if before is None:
            return None
        findings = document.evaluation.findings
        known = {finding.fingerprint for finding in findings}
        now = [finding.fingerprint for finding in findings if finding.part in JUDGED]
        around = (finding.fingerprint for finding in findings if finding.part not in JUDGED)
        return Changes(
            new=tuple(fingerprint for fingerprint in now if fingerprint not in before),
            gone=tuple(message for about, (message, part) in before.items() if about not in known and part != Part.AROUND),
            unchanged=sum(fingerprint in before for fingerprint in now),
            new_around=tuple(fingerprint for fingerprint in around if fingerprint not in before),
        )

    def missing(self, run: Run) -> list[str]:
        """Pages of the earlier report that this run does not have."""
        now = {document.extracted.path for document in run.documents}
        return [path for path in self.earlier if path not in now]


def load(path: Path) -> Comparison:
    """An earlier JSON report. Raises UsageError for what is none."""
    try:
        report = Value(files.json_content(path, files.MOST_REPORT))
        return Comparison({document["path"].path(): _messages(document) for document in report["documents"].items()})
    except files.FileError as error:
        raise UsageError(f"{path}: not a report of a11yaudit to compare with: {error}; see `a11yaudit validate`") from error


def _messages(document: Value) -> dict[str, tuple[str, str]]:
    return {item["fingerprint"].text(): (item["message"].text(), _part(item)) for item in document["findings"].items()}


def _part(finding: Value) -> str:
    """The part of an earlier finding; empty in a report of an earlier version."""
    return finding["part"].text() if "part" in finding.table() else ""
