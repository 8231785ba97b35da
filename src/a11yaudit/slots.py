"""Reads the filter lists and profiles that a project names."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from a11yaudit import schemas
from a11yaudit.article.interruptions.slots import NO_SLOTS, FilterList, Profile, Slots, combine, read_list, read_profile
from a11yaudit.errors import ConfigError, UsageError
from a11yaudit.settings import MOST_BYTES, text, toml

MOST_LIST = 64 << 20
"""Bytes of a filter list; the longest in common use has four million."""


def load(lists: Sequence[Path], profiles: Sequence[Path], url: str | None) -> tuple[Slots, tuple[str, ...]]:
    """The slots and a warning for each list with rules that were skipped. Raises ConfigError and UsageError in one line."""
    host = _host(url) if url else ""
    if not lists and not profiles:
        return NO_SLOTS, ()
    filters = [(path, read_list(text(path, MOST_LIST, "filter list", "utf-8-sig", "replace"), host)) for path in lists]
    slots = combine((found for _, found in filters), [_profile(path) for path in profiles])
    return slots, tuple(_warning(path, found) for path, found in filters if found.unknown)


def _warning(path: Path, found: FilterList) -> str:
    rules = "rule" if found.unknown == 1 else "rules"
    return f"{path}: {found.unknown:,} {rules} skipped (unknown syntax), {len(found.entries):,} used"


def _host(url: str) -> str:
    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    if not host:
        raise UsageError(f"--url {url}: not a full address; write one like https://example.org/")
    return host


def _profile(path: Path) -> Profile:
    table = toml(path, text(path, MOST_BYTES, "profile", "utf-8-sig"))
    if wrong := schemas.problem("profile", table):
        raise ConfigError(f"{path}: {wrong}")
    try:
        return read_profile(table)
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from error
