"""Where the shipped data lies: rules, vocabularies, templates, schemas."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent.parent


@cache
def data_dir(name: str) -> Path:
    """The folder `rules` or `reports`: the wheel's copy, else the checkout's (an editable install lacks the former)."""
    shipped = PACKAGE / "_data" / name
    return shipped if shipped.is_dir() else CHECKOUT / name


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """The word lists of `rules/vocabularies/NAME.toml`, read once."""
    with (data_dir("rules") / "vocabularies" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def schema(name: str) -> dict[str, Any]:
    """A JSON Schema: `report`, `rule`, `config` or `profile`."""
    folder = data_dir("reports") if name == "report" else data_dir("rules")
    loaded: dict[str, Any] = json.loads((folder / f"{name}.schema.json").read_text("utf-8"))
    return loaded
