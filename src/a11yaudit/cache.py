"""Results of pages that have not changed, kept in a folder (`--cache`).

An entry is a digest and a pickle. A folder may come from anywhere, so only the classes of `a11yaudit.model` are read from it: an entry
can hold a wrong result, but run nothing.
"""

import hashlib
import io
import os
import pickle
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from a11yaudit import __version__, resources
from a11yaudit.model.run import Document
from a11yaudit.ruleset import RuleSet

_DIGEST = hashlib.sha256().digest_size


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries, made for one set of rules and settings."""

    folder: Path
    settings: str
    """A digest of all that the results depend on besides the page."""

    def document(self, name: tuple[str, ...], make: Callable[[], Document]) -> Document:
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


class _Unpickler(pickle.Unpickler):
    """Knows the model's classes and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith("a11yaudit.model.") else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no class of the model")
        return found


def _read(entry: bytes) -> Document:
    digest, content = entry[:_DIGEST], entry[_DIGEST:]
    if hashlib.sha256(content).digest() != digest:
        raise ValueError("the digest does not fit")
    document = _Unpickler(io.BytesIO(content)).load()
    if not isinstance(document, Document):
        raise TypeError("no document")
    return document


def _write(entry: Path, document: Document) -> None:
    """A whole entry or none, also where two runs write the same one."""
    content = pickle.dumps(document, protocol=5)
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
