"""A baseline: the findings that a project knows of and does not want to fail by, in a file under version control."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NotRequired, TypedDict

from a11yaudit import files
from a11yaudit.errors import ConfigError
from a11yaudit.files import Value
from a11yaudit.model.article import RUNNING_TEXT
from a11yaudit.model.outcome import State
from a11yaudit.model.packing import Lazily
from a11yaudit.model.review import KnownFinding
from a11yaudit.model.run import Document
from a11yaudit.review import comparison
from a11yaudit.ruleset import RuleSet

SCHEMA_VERSION = "1.1"
SKETCH = 12
"""Paragraphs by which a renamed file is recognised."""
ALIKE = 0.5
"""Least share of them that must be the same."""
MOST_BYTES = 256 << 20
"""Bytes of a baseline; one of 10,000 pages with 30 findings each has a third of that."""
LONGEST = 200
"""Characters of a message that are kept, for people who read the file."""


class FindingTold(TypedDict):
    """A finding as it stands in the file."""

    rule: str
    kin: str
    count: int
    message: str
    part: NotRequired[str]


class FileTold(TypedDict):
    """A page as it stands in the file."""

    sha256: str
    sketch: list[str]
    findings: list[FindingTold]


class BaselineTold(TypedDict):
    """What stands in the file."""

    schema_version: str
    tool: dict[str, str]
    files: dict[str, FileTold]


@dataclass(frozen=True, slots=True)
class KnownFile:
    """One page of a baseline."""

    sha256: str
    sketch: tuple[str, ...]
    """Hashes of some paragraphs: the same in a file that was renamed and edited."""
    findings: tuple[KnownFinding, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """All that is known, by path relative to the baseline file's folder."""

    folder: Path
    files: Mapping[str, KnownFile]


def taken(documents: Iterable[Document], folder: Path) -> Baseline:
    """A baseline of all findings of some pages."""
    files = {path: _known(path, document) for document in documents for path in [_relative(document.extracted.path, folder)]}
    return Baseline(folder, {path: file for path, file in files.items() if file.findings})


def read(path: Path) -> Baseline:
    """A baseline file. Raises ConfigError for what is none, with the key, the reason and what to do."""
    try:
        table = Value(files.json_content(path, MOST_BYTES))
        version = table["schema_version"].text()
        if version.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
            raise ConfigError(f"{path}: written in version {version} of the format; this a11yaudit reads {SCHEMA_VERSION}")
        known = {name: _read_file(name, item) for name, item in table["files"].table().items()}
    except files.FileError as error:
        raise ConfigError(f"{path}: not a valid baseline: {error}; create one with `a11yaudit baseline write`") from error
    return Baseline(path.parent, known)


def _read_file(name: str, item: Value) -> KnownFile:
    Value(name, "files").path()
    found = tuple(_read_finding(name, finding) for finding in item["findings"].items())
    return KnownFile(item["sha256"].text(), tuple(part.text() for part in item["sketch"].items()), found)


def _read_finding(name: str, item: Value) -> KnownFinding:
    """One entry; baselines of the earlier version know no parts."""
    part = item["part"].text() if "part" in item.table() else ""
    return KnownFinding(name, item["rule"].text(), item["kin"].text(), item["count"].count(), item["message"].text(), part)


def as_json(baseline: Baseline) -> BaselineTold:
    """What stands in the file, sorted, so that two versions of it differ only where the findings do."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "a11yaudit"},
        "files": {
            path: {
                "sha256": file.sha256,
                "sketch": list(file.sketch),
                "findings": [_told(finding) for finding in file.findings],
            }
            for path, file in sorted(baseline.files.items())
        },
    }


def _told(finding: KnownFinding) -> FindingTold:
    told = FindingTold(rule=finding.rule, kin=finding.kin, count=finding.count, message=finding.message)
    if finding.part:
        told["part"] = finding.part
    return told


def applied(baseline: Baseline, documents: Sequence[Document], rules: RuleSet) -> tuple[Sequence[Document], tuple[KnownFinding, ...]]:
    """The pages with their known findings marked, and what is listed but no longer there."""
    seen = _seen(documents)
    matched = _matched(baseline, seen)

    def marked(document: Document) -> Document:
        return comparison.against(document, _counts(baseline, matched.get(document.extracted.path)), State.KNOWN)

    return Lazily(documents, marked), tuple(_stale(baseline, seen, matched, rules))


def updated(baseline: Baseline, documents: Iterable[Document], rules: RuleSet) -> Baseline:
    """The baseline without what is gone, and with the new names of renamed files; nothing is added to it."""
    seen = _seen(documents)
    audited = {old: path for path, old in _matched(baseline, seen).items()}
    files: dict[str, KnownFile] = {}
    for path, file in baseline.files.items():
        if path in audited:
            now = _relative(audited[path], baseline.folder)
            found = seen[audited[path]]
            counts = {finding.kin: finding.count for finding in found.findings}
            files[now] = replace(found, findings=tuple(_remaining(file, now, counts, _left_out(rules))))
        elif _exists(baseline, path):
            files[path] = file
    return Baseline(baseline.folder, {path: file for path, file in files.items() if file.findings})


def _seen(documents: Iterable[Document]) -> dict[str, KnownFile]:
    """What a baseline would keep of each page, by path."""
    return {document.extracted.path: _known(document.extracted.path, document) for document in documents}


def _known(path: str, document: Document) -> KnownFile:
    """What a baseline keeps of a page."""
    counts = comparison.kinds(document)
    first = {finding.kin: finding for finding in reversed(document.evaluation.findings)}
    findings = (KnownFinding(path, first[kin].rule, kin, counts[kin], first[kin].message[:LONGEST], str(first[kin].part)) for kin in first)
    return KnownFile(document.extracted.sha256, _sketch(document), tuple(sorted(findings, key=lambda f: (f.rule, f.message, f.kin))))


def _sketch(document: Document) -> tuple[str, ...]:
    """The smallest hashes of the page's paragraphs, as in MinHash: two versions of a text share most of them."""
    hashes = {
        hashlib.sha256(block.text.encode("utf-8", "replace")).hexdigest()[:12]
        for block in document.extracted.article.blocks
        if block.role in RUNNING_TEXT
    }
    return tuple(sorted(hashes)[:SKETCH])


def _matched(baseline: Baseline, seen: Mapping[str, KnownFile]) -> dict[str, str]:
    """By path of a page, the path under which the baseline lists it: the same, or that of a gone file with the same content."""
    paths = {path: _relative(path, baseline.folder) for path in seen}
    same = {path: relative for path, relative in paths.items() if relative in baseline.files}
    gone = [path for path in baseline.files if path not in set(same.values()) and not _exists(baseline, path)]
    by_content: dict[str, list[str]] = {}
    for path in gone:
        for part in (baseline.files[path].sha256, *baseline.files[path].sketch):
            by_content.setdefault(part, []).append(path)
    for path, page in seen.items():
        if path not in same and (old := _renamed(page, baseline, by_content)):
            same[path] = old
            for part in (baseline.files[old].sha256, *baseline.files[old].sketch):
                by_content[part].remove(old)
    return same


def _renamed(page: KnownFile, baseline: Baseline, by_content: Mapping[str, list[str]]) -> str | None:
    """The gone file that a page was, None where it was none."""
    if same := by_content.get(page.sha256):
        return same[0]
    shared = Counter(path for part in page.sketch for path in by_content.get(part, ()))
    best = max(shared, key=lambda path: (shared[path], path), default=None)
    return best if best is not None and shared[best] >= ALIKE * max(len(page.sketch), len(baseline.files[best].sketch)) else None


def _counts(baseline: Baseline, path: str | None) -> dict[str, int]:
    return {finding.kin: finding.count for finding in baseline.files[path].findings} if path is not None else {}


def _stale(baseline: Baseline, seen: Mapping[str, KnownFile], matched: Mapping[str, str], rules: RuleSet) -> Iterator[KnownFinding]:
    """What rules that ran no longer find on audited pages, and all of files that are gone."""
    now = {old: {finding.kin: finding.count for finding in seen[path].findings} for path, old in matched.items()}
    left_out = _left_out(rules)
    for path, file in baseline.files.items():
        if path in now or not _exists(baseline, path):
            for finding in file.findings:
                missing = finding.count - now.get(path, {}).get(finding.kin, 0)
                if missing > 0 and finding.rule not in left_out:
                    yield replace(finding, count=missing)


def _remaining(file: KnownFile, path: str, now: Mapping[str, int], left_out: frozenset[str]) -> Iterator[KnownFinding]:
    for finding in file.findings:
        count = finding.count if finding.rule in left_out else min(finding.count, now.get(finding.kin, 0))
        if count:
            yield replace(finding, path=path, count=count)


def _left_out(rules: RuleSet) -> frozenset[str]:
    """The rules that exist but did not run: what they would find may still be there."""
    return rules.known - rules.by_id().keys()


def _relative(path: str, folder: Path) -> str:
    return path if path == "-" else os.path.relpath(path, folder).replace(os.sep, "/")


def _exists(baseline: Baseline, path: str) -> bool:
    return os.path.exists(baseline.folder / path)  # noqa: PTH110 - false for a path that no system takes
