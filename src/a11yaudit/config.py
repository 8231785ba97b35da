"""The settings of a project: `a11yaudit.toml`, or `[tool.a11yaudit]` in `pyproject.toml`."""

import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from a11yaudit import resources
from a11yaudit.errors import ConfigError

NAMES = ("a11yaudit.toml", "pyproject.toml")
MOST_BYTES = 1 << 20
"""Bytes of a configuration file; the longest that anybody wrote has a few thousand."""
MOST_PARTS = 100
"""Parts of a dotted key; no key of the schemas has more than four."""
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
        """Whether a page is among those it is for."""
        return not self.paths or any(fnmatchcase(path, pattern) for pattern in self.paths)


@dataclass(frozen=True, slots=True)
class Config:
    """What a project asks for; the fields are those of `rules/config.schema.json`."""

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

    def ignored_in(self, path: str) -> frozenset[str]:
        """Rules and aspects that are ignored in a file."""
        return frozenset(name for pattern, names in self.per_file_ignores.items() if fnmatchcase(path, pattern) for name in names)


def find(folder: Path) -> Path | None:
    """The configuration file of a folder, None where there is none."""
    for name in NAMES:
        path = folder / name
        if path.is_file() and (name != "pyproject.toml" or _table(path)):
            return path
    return None


def load(path: Path) -> Config:
    """Read and check a configuration file. Raises ConfigError with the file, the place and the reason in one line."""
    table = _table(path)
    _validate(path, table)
    return Config(
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
        raise ConfigError(f"{path}: no valid TOML: a key has more than {MOST_PARTS} parts")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: no valid TOML: {error}") from error


def _table(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise ConfigError(f"{path}: more than {MOST_BYTES:,} bytes, no configuration")
        loaded = toml(path, data.decode("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: no valid TOML: {error}") from error
    if path.name != "pyproject.toml":
        return loaded
    tool = loaded.get("tool", {})
    found: dict[str, Any] = tool.get("a11yaudit", {}) if isinstance(tool, dict) else {}
    return found


def _validate(path: Path, table: dict[str, Any]) -> None:
    from jsonschema import Draft202012Validator

    errors = sorted(Draft202012Validator(resources.schema("config")).iter_errors(table), key=lambda error: error.json_path)
    if errors:
        place = ".".join(map(str, errors[0].absolute_path)) or "the file"
        raise ConfigError(f"{path}: {place}: {errors[0].message}")
    for name, value in _numbers(table, ""):
        if not math.isfinite(value) or value < 0:
            raise ConfigError(f"{path}: {name}: {value} is not a finite number from 0 on")


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
