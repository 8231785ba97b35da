"""Pages against their versions at the base revision, which are audited by the same rules."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from a11yaudit import pool
from a11yaudit.api.auditor import Auditor
from a11yaudit.api.page_work import load
from a11yaudit.api.runs import Workers
from a11yaudit.model.outcome import State
from a11yaudit.model.packing import pack, unpack
from a11yaudit.model.review import Change
from a11yaudit.model.run import Document, Failure
from a11yaudit.model.source import Source
from a11yaudit.review import comparison, revisions
from a11yaudit.review.revisions import Changes


@dataclass(frozen=True, slots=True)
class _Work:
    """Audits the base version of one page, named as the git object that holds it and the page's path."""

    auditor: Auditor

    def __call__(self, named: str) -> bytes:
        """The packed document without its text. Raises PageError where there is none."""
        blob, _, path = named.partition(":")
        data = revisions.content(blob, self.auditor.limits.max_bytes)
        read = Source(path, data, hashlib.sha256(data).hexdigest())
        return pack(self.auditor.document(read).without_text({}))


@dataclass(frozen=True, slots=True)
class BaseVersions:
    """The base versions of the pages of a run."""

    since: Changes
    documents: Mapping[str, bytes | Failure]
    """Packed, by path; a page that is new has none."""

    def compared(self, document: Document) -> Document:
        """The page with its findings marked; where its base version can't be audited, changed lines must do."""
        path = document.extracted.path
        changed = self.since.of(path)
        lined = comparison.on_lines(document, changed.lines if changed else None)
        base = self.documents.get(path)
        if isinstance(base, Failure):
            return comparison.by_lines(lined)
        return comparison.against(lined, comparison.kinds(unpack(base)) if base else {}, State.UNCHANGED)

    def changes(self, document: Document) -> tuple[Change, ...]:
        """What became better or worse on the page."""
        base = self.documents.get(document.extracted.path)
        return tuple(comparison.changes(document, unpack(base))) if isinstance(base, bytes) else ()


def base_versions(paths: Iterable[str], since: Changes, auditor: Auditor, workers: Workers) -> BaseVersions:
    """The base version of each page that has one."""
    named = [f"{file.blob}:{path}" for path in paths if (file := since.of(path)) and file.blob]
    done = pool.run(named, _Work(auditor), pool.jobs_for(workers.jobs, len(named)), workers.timeout, load)
    return BaseVersions(since, {named[number].partition(":")[2]: result for number, result in done})
