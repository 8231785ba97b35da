"""Wording that readers stumble over does not come back: in rules, reports, help, errors and docs."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from a11yaudit import ruleset
from a11yaudit.cli.commands import group

ROOT = Path(__file__).parent.parent
BARRED = {
    r"(?:^|[.:;] )Who (?!is\b|are\b|wrote\b)[a-z]": "write “People who …” or “Readers who …”",
    r"\bcan not\b": "write “can't”",
    r"\bto be looked at\b": "say what to do: “check”, “decide”",
    r"\b(?:is|are) told\b": "name who hears it: “Screen readers announce …”",
    r"\b(?:is|are) no [a-z]+[^,.]*, but\b": "say what it is",
    r"\bnothing but\b": "write “only”",
    r"\bthere stands?\b|\bstands? (?:in|on|before|after|between|beside|behind)\b": "write “is”",
    r"\ballows? to\b": "write “lets people …”",
    r"\bforbids? to\b": "write “blocks”",
    r"\banew\b": "write “again”",
    r"\bshall\b": "write “must”",
    r"\bsign by sign\b": "write “character by character”",
    r"\bno error\b": "say what happens instead",
    r"\b1 (?:words|minutes|sentences|pages|rows|paragraphs|findings)\b": "use the singular",
    r"\bspeaks? of\b": "write “mentions”",
    r"\b0\.\d minutes\b": "write “less than a minute”",
}


def rule_texts() -> Iterator[tuple[str, str]]:
    for rule in ruleset.load().rules:
        fields = (rule.title, rule.applicability, rule.expectation, rule.rationale, rule.fix)
        for text in (*fields, rule.fix_in_general, *rule.messages.values()):
            yield rule.id, text


def report_texts() -> Iterator[tuple[str, str]]:
    for section, table in tomllib.loads((ROOT / "reports/html/strings/en.toml").read_text("utf-8")).items():
        for key, value in table.items():
            for text in value.values() if isinstance(value, dict) else [value]:
                yield f"en.toml: {section}.{key}", str(text)


def help_texts(command: click.Command = group, name: str = "a11yaudit") -> Iterator[tuple[str, str]]:
    yield name, command.help or ""
    for option in command.params:
        yield f"{name} {option.name}", getattr(option, "help", None) or ""
    for below, inner in getattr(command, "commands", {}).items():
        yield from help_texts(inner, f"{name} {below}")


def error_texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "src").rglob("*.py")):
        for line in re.findall(r"(?:Error|\.err|\.fail)\((?:Refusal\.\w+, )?f?\"(.*)\"", path.read_text("utf-8")):
            yield path.name, line


def doc_texts() -> Iterator[tuple[str, str]]:
    for path in (ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").glob("*.md"))):
        prose = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        for paragraph in prose.split("\n\n"):
            yield path.name, " ".join(paragraph.split())


@pytest.mark.parametrize("texts", [rule_texts, report_texts, help_texts, error_texts, doc_texts])
def test_given_the_texts_that_people_read_then_none_uses_a_barred_phrase(texts: object) -> None:
    found = [
        f"{place}: {match.group()!r} in {text[:120]!r}: {advice}"
        for place, text in texts()  # type: ignore[operator]
        for pattern, advice in BARRED.items()
        if (match := re.search(pattern, text))
    ]
    assert found == []
