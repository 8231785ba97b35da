"""Results of pages that have not changed, kept in a folder (`--cache`).

An entry is a digest and a packed page. A folder may come from anywhere, so only the classes of `a11yaudit.model` are read from it, and a
part of a report only where it is JSON by itself: an entry can make a result wrong, but run nothing.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from a11yaudit import __version__, files, resources
from a11yaudit.model.fitting import fits
from a11yaudit.model.outcome import Aspect, Outcome
from a11yaudit.model.packing import pack, unpack
from a11yaudit.model.run import Document, Kept
from a11yaudit.model.tally import Tally, of
from a11yaudit.ruleset import RuleSet

PARTS = ("path", "sha256", "title", "language", "article", "metrics", "scores", "outcomes", "findings")
"""What the report says of a page at least."""
_DIGEST = hashlib.sha256().digest_size


MOST_BYTES = 64 << 20
"""Bytes of an entry."""
MOST_UNPACKED = 512 << 20
"""Bytes that an entry may become; a page of ten million needs a tenth of it."""


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries, made for one set of rules and settings."""

    folder: Path
    settings: str
    """A digest of all that the results depend on besides the page."""
    messages: Mapping[str, frozenset[Outcome]]
    """The rules that judge, with the outcomes that they have a message for."""

    def page(self, name: tuple[str, ...], make: Callable[[], Kept], part: bool = True, document: bool = True) -> Kept:
        """The kept result of that name, a path first, else a new one, which is kept.

        `part` and `document` say what it must hold. Damaged entries and a full disk cost a warning, not the run.
        """
        entry = self.folder / hashlib.sha256("\0".join((self.settings, *name)).encode("utf-8", "surrogateescape")).hexdigest()
        try:
            if os.path.lexists(entry):
                return self._read(entry, name[0], part, document)
        except Exception as error:
            _warn(f"{entry.name} is damaged and was ignored ({type(error).__name__})")
        made = make()
        try:
            _write(entry, made)
        except OSError as error:
            _warn(f"{entry.name} can't be written: {(error.strerror or str(error)).lower()}")
        return made

    def _read(self, entry: Path, path: str, part: bool, document: bool) -> Kept:
        data = files.content(entry, MOST_BYTES)
        digest, content = data[:_DIGEST], data[_DIGEST:]
        if hashlib.sha256(content).digest() != digest:
            raise ValueError("the digest does not fit")
        kept: Kept = unpack(content, MOST_UNPACKED)
        if not fits(kept, Kept) or bool(kept.json) != part or bool(kept.document) != document:
            raise TypeError("no page")
        if kept.json:
            _check_part(unpack(kept.json, MOST_UNPACKED), path)
        if kept.document:
            self._check_document(unpack(kept.document, MOST_UNPACKED), path, kept.tally)
        return kept

    def _check_document(self, document: Document, path: str, tally: Tally) -> None:
        """Raise for a document that no audit by these rules could have made, and that a report might fall over."""
        if not fits(document, Document):
            raise TypeError("no document")
        if document.extracted.path != path or tally != of(document.evaluation) or not all(self._agreements(document)):
            raise ValueError("contradicts itself")

    def _agreements(self, document: Document) -> Iterator[bool]:
        """What holds for every document: its rules are known, its sentences stand in its blocks, each aspect has a score."""
        blocks = len(document.extracted.article.blocks)
        yield from (finding.outcome in self.messages.get(finding.rule, ()) for finding in document.evaluation.findings)
        yield from (outcome.rule in self.messages for outcome in document.evaluation.outcomes)
        yield from (0 <= sentence.block < blocks for sentence in document.measurements.readability.sentences)
        yield from (aspect in document.scorecard.aspects for aspect in Aspect)


def open_in(folder: Path, rules: RuleSet, *settings: object) -> Cache:
    """The cache in a folder, which is made. Raises OSError where it can't be."""
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(repr((__version__, sys.version_info[:2], rules.rules, rules.aspects, settings)).encode())
    for path in sorted((resources.data_dir("rules") / "vocabularies").iterdir()):
        digest.update(path.read_bytes())
    return Cache(folder, digest.hexdigest(), {rule.id: frozenset(rule.messages) for rule in rules.rules})


def _check_part(text: object, path: str) -> None:
    """Raise ValueError for a part that could end the report early, or start a runner's command in it."""
    if not isinstance(text, str) or not text.isascii() or "##" in text:
        raise ValueError("no part of a report")
    part = files.json_value(text)
    if not isinstance(part, dict) or not set(PARTS) <= part.keys() or part["path"] != path.encode("utf-8", "replace").decode():
        raise ValueError("no part of a report")


def _write(entry: Path, kept: Kept) -> None:
    """A whole entry or none, also where two runs write the same one."""
    content = pack(kept)
    descriptor, temporary = tempfile.mkstemp(prefix=".new-", dir=entry.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(hashlib.sha256(content).digest() + content)
        os.replace(temporary, entry)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


def _warn(message: str) -> None:
    print(f"a11yaudit: cache: {message}", file=sys.stderr, flush=True)
