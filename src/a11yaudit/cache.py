"""Results of pages that have not changed, kept in a folder (`--cache`).

An entry is a digest and a packed page. A folder may come from anywhere, so only the classes of `a11yaudit.model` are read from it, and a
part of a report only where it is JSON by itself: an entry can make a result wrong, but run nothing.
"""

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from a11yaudit import __version__, resources
from a11yaudit.model.packing import pack, unpack
from a11yaudit.model.run import Document, Kept
from a11yaudit.ruleset import RuleSet

_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries, made for one set of rules and settings."""

    folder: Path
    settings: str
    """A digest of all that the results depend on besides the page."""

    def page(self, name: tuple[str, ...], make: Callable[[], Kept]) -> Kept:
        """The kept result of that name, else a new one, which is kept. Damaged entries and a full disk cost a warning, not the run."""
        entry = self.folder / hashlib.sha256("\0".join((self.settings, *name)).encode("utf-8", "surrogateescape")).hexdigest()
        try:
            return _read(entry.read_bytes())
        except FileNotFoundError:
            pass
        except Exception as error:
            _warn(f"{entry.name} is damaged and ignored ({type(error).__name__})")
        made = make()
        try:
            _write(entry, made)
        except OSError as error:
            _warn(f"{entry.name} can't be written: {(error.strerror or str(error)).lower()}")
        return made


def open_in(folder: Path, rules: RuleSet, *settings: object) -> Cache:
    """The cache in a folder, which is made. Raises OSError where it can't be."""
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(repr((__version__, sys.version_info[:2], rules.rules, rules.aspects, settings)).encode())
    for path in sorted((resources.data_dir("rules") / "vocabularies").iterdir()):
        digest.update(path.read_bytes())
    return Cache(folder, digest.hexdigest())


def _read(entry: bytes) -> Kept:
    digest, content = entry[:_DIGEST], entry[_DIGEST:]
    if hashlib.sha256(content).digest() != digest:
        raise ValueError("the digest does not fit")
    kept = unpack(content)
    if not isinstance(kept, Kept) or (kept.document and not isinstance(unpack(kept.document), Document)):
        raise TypeError("no page")
    if kept.json:
        _check_part(unpack(kept.json))
    return kept


def _check_part(text: str) -> None:
    """Raise ValueError for a part that could end the report early, or start a runner's command in it."""
    if not text.isascii() or "##" in text or not isinstance(json.loads(text), dict):
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
