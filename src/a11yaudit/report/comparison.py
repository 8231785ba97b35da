"""What is new, gone and unchanged since an earlier report."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11yaudit.errors import UsageError
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
        report = json.loads(path.read_bytes())
        return Comparison({document["path"]: _messages(document) for document in report["documents"]})
    except OSError as error:
        raise UsageError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(f"{path}: no report of a11yaudit to compare with; `a11yaudit validate` says what is wrong") from error


def _messages(document: Any) -> dict[str, tuple[str, str]]:
    return {str(f["fingerprint"]): (str(f["message"]), str(f.get("part", ""))) for f in document["findings"]}
