"""The settings of a project: `a11yaudit.toml`, or `[tool.a11yaudit]` in `pyproject.toml`."""

import fnmatch
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from a11yaudit import files, schemas
from a11yaudit.errors import ConfigError

NAMES = ("a11yaudit.toml", "pyproject.toml")
MOST_BYTES = 1 << 20
"""Bytes of a settings file; the longest one seen has a few thousand."""
MOST_PARTS = 100
"""Parts of a dotted key; no key of the schemas has more than four."""
MOST_PATTERNS = 1_000
LONGEST_PATTERN = 500
"""Characters of a pattern of paths."""
MOST_OF_PATTERNS = 50_000
"""Characters of all patterns; a second of compiling at the worst."""
MOST_NUMBER = 1_000_000_000
"""No figure of a page is larger. NaN fails the comparison too."""
_LONG_KEY = re.compile(rf"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{MOST_PARTS}}}""")


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits for the pages of some paths."""

    paths: tuple[str, ...] = ()
    """Patterns of paths; empty for all pages."""
    min_score: Mapping[str, float] = field(default_factory=dict)
    """Least score by aspect, or `overall`."""
    max_findings: Mapping[str, int] = field(default_factory=dict)
    """Most faults of a page by rule, aspect or severity."""
    limits: Mapping[str, float] = field(default_factory=dict)
    """Limits of measured figures by their names in `config.schema.json`."""
    no_worse_than_base: bool = False
    """Whether every figure that got worse since the base revision breaks the budget."""

    def covers(self, path: str) -> bool:
        """Whether the budget applies to a page."""
        return not self.paths or any(fnmatch.fnmatchcase(path, pattern) for pattern in self.paths)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project; the fields are those of `rules/config.schema.json`."""

    select: tuple[str, ...] = ()
    """Ids of rules or aspects; empty for all."""
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    fail_on_around: str | None = None
    no_article: str | None = None
    min_score: float | None = None
    severities: Mapping[str, str] = field(default_factory=dict)
    thresholds: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    budgets: tuple[Budget, ...] = ()

    @classmethod
    def load(cls, path: Path) -> "Settings":
        """Read and check a configuration file. Raises ConfigError with the file, the place and the reason in one line."""
        table = _table(path)
        _validate(path, table)
        return cls(
            select=tuple(table.get("select", ())),
            ignore=tuple(table.get("ignore", ())),
            fail_on=table.get("fail-on"),
            fail_on_around=table.get("fail-on-around"),
            no_article=table.get("no-article"),
            min_score=table.get("min-score"),
            severities=table.get("severities", {}),
            thresholds=table.get("thresholds", {}),
            per_file_ignores={pattern: tuple(names) for pattern, names in table.get("per-file-ignores", {}).items()},
            budgets=tuple(_budget(item) for item in table.get("budgets", ())),
        )

    @classmethod
    def of_folder(cls, folder: Path) -> "Settings":
        """The settings of a folder: its `a11yaudit.toml` or `pyproject.toml`, else the defaults."""
        found = find(folder)
        return cls.load(found) if found else cls()

    def ignored_in(self, path: str) -> frozenset[str]:
        """Rules and aspects that are ignored in a file."""
        return frozenset(name for pattern, names in self.per_file_ignores.items() if fnmatch.fnmatchcase(path, pattern) for name in names)


def find(folder: Path) -> Path | None:
    """The configuration file of a folder, None where there is none."""
    for name in NAMES:
        path = folder / name
        if os.path.lexists(path) and (name != "pyproject.toml" or _table(path)):
            return path
    return None


def _budget(table: Mapping[str, Any]) -> Budget:
    return Budget(
        paths=tuple(table.get("paths", ())),
        min_score=table.get("min-score", {}),
        max_findings=table.get("max-findings", {}),
        limits=table.get("limits", {}),
        no_worse_than_base=table.get("no-worse-than-base", False),
    )


def toml(path: Path, text: str) -> dict[str, Any]:
    """The tables of a TOML text. Raises ConfigError in one line.

    The parser keeps every beginning of a dotted key, so that a long one costs memory by the square of its parts.
    """
    if _LONG_KEY.search(text):
        raise ConfigError(f"{path}: not valid TOML: a key has more than {MOST_PARTS} parts")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error


def text(path: Path, most: int, what: str, encoding: str = "utf-8", errors: str = "strict") -> str:
    """The text of a file that a project names for the auditor. Raises ConfigError in one line."""
    try:
        return files.content(path, most).decode(encoding, errors)
    except files.TooLargeError as error:
        raise ConfigError(f"{path}: too large for a {what}: more than {most:,} bytes") from error
    except (files.FileError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error


def _table(path: Path) -> dict[str, Any]:
    loaded = toml(path, text(path, MOST_BYTES, "settings file"))
    if path.name != "pyproject.toml":
        return loaded
    tool = loaded.get("tool", {})
    found: dict[str, Any] = tool.get("a11yaudit", {}) if isinstance(tool, dict) else {}
    return found


def _validate(path: Path, table: dict[str, Any]) -> None:
    if wrong := schemas.problem("config", table):
        raise ConfigError(f"{path}: {wrong}")
    for name, value in _numbers(table, ""):
        if not 0 <= value <= MOST_NUMBER:
            raise ConfigError(f"{path}: {name}: {value!r:.20} isn't a number from 0 to {MOST_NUMBER:,}")
    _validate_patterns(path, table)


def _validate_patterns(path: Path, table: dict[str, Any]) -> None:
    """Raise ConfigError for patterns that would cost more time than the pages that they are tried on."""
    patterns = [("per-file-ignores", pattern) for pattern in table.get("per-file-ignores", {})]
    for number, budget in enumerate(table.get("budgets", ())):
        patterns += [(f"budgets.{number}.paths", pattern) for pattern in budget.get("paths", ())]
    if len(patterns) > MOST_PATTERNS:
        raise ConfigError(f"{path}: too many path patterns: {len(patterns):,}; the limit is {MOST_PATTERNS:,}")
    for place, pattern in patterns:
        if len(pattern) > LONGEST_PATTERN:
            raise ConfigError(f"{path}: {place}: pattern too long: {len(pattern):,} characters; the limit is {LONGEST_PATTERN}")
    if (size := sum(len(pattern) for _, pattern in patterns)) > MOST_OF_PATTERNS:
        raise ConfigError(f"{path}: path patterns too long: {size:,} characters in all; the limit is {MOST_OF_PATTERNS:,}")
    for place, pattern in patterns:
        try:
            re.compile(fnmatch.translate(pattern))
        except (re.error, RecursionError, OverflowError) as error:
            raise ConfigError(f"{path}: {place}: pattern {pattern!r} isn't valid: {error}") from error


def _numbers(value: Any, name: str) -> Iterator[tuple[str, float]]:
    """All numbers of a table with their names; against NaN every comparison is false, so that a limit of NaN always passes."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _numbers(item, f"{name}.{key}".removeprefix("."))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _numbers(item, f"{name}.{place}")
    elif isinstance(value, (int, float)):
        yield name, value
