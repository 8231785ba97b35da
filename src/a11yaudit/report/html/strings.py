"""The wording of the HTML reports, one file a language: `reports/html/strings/LANGUAGE.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from a11yaudit.report import languages

_FIELD = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Strings:
    """The texts of one language."""

    language: str
    singular: frozenset[int]
    """Numbers that take the form `one`; empty for a language without a plural."""
    decimal: str
    """The sign between ones and tenths."""
    texts: Mapping[str, Any]
    """By `table.key`: a text, or its forms `one` and `other`."""

    def __call__(self, key: str, **values: Any) -> str:
        """The text with its `{name}` fields filled; `n` chooses the plural. What a value says is never read as a template."""
        text = self.texts[key]
        if not isinstance(text, str):
            text = text["one" if values["n"] in self.singular else "other"]
        return _FIELD.sub(lambda match: self.number(values[match[1]]) if match[1] in values else match[0], text)

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        return key in self.texts

    def number(self, value: Any) -> str:
        """A number in the language's way, at most one decimal; other values as they are."""
        return f"{value:.1f}".removesuffix(".0").replace(".", self.decimal) if isinstance(value, float) else str(value)

    def minutes(self, minutes: float) -> str:
        """A reading time to the half minute."""
        halves = round(minutes * 2) / 2
        if halves < 1:
            return self("time.less")
        return self("time.half", n=int(halves)) if halves % 1 else self("time.minutes", n=int(halves))

    def seconds(self, seconds: float) -> str:
        """A time to the second: `45 s`, `6 min 10 s`."""
        whole = round(seconds)
        return self("time.seconds", n=whole) if whole < 60 else self("time.clock", m=whole // 60, s=whole % 60)


@cache
def load(language: str) -> Strings:
    """The texts of a language. Raises FileNotFoundError for one that there is no file of."""
    with (languages.folder() / f"{language}.toml").open("rb") as file:
        tables = tomllib.load(file)
    form = tables.pop("format")
    texts = {f"{table}.{key}": text for table, listed in tables.items() for key, text in listed.items()}
    return Strings(language, frozenset(form["singular"]), form["decimal"], texts)
