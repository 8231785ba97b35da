"""Nobody forgets the escape: what a report or a line puts into its text is a number, a word of a closed set, or escaped."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import a11yaudit

PACKAGE = Path(a11yaudit.__file__).parent
REPORTS = ("text", "github", "junit", "markdown", "csvreport")
"""Formats that are put together from pieces; the others are made by an encoder or by templates with an escape of their own."""
CLOSED = {
    "line", "column", "end_line", "end_column", "severity", "outcome", "state", "role", "kind", "worse", "minutes", "words", "inside_body",
    "overall", "stale", "broken", "failures", "documents", "suppressed", "changes", "more", "pages", "of", "places",
}  # fmt: skip
"""Fields that hold a number, a word of ours, or a list that is counted."""
ESCAPES = {"terminal", "github_data", "github_property", "attribute", "text", "code", "code_in_table", "cell"}
ESCAPED_BY_CALLER = {"_lines"}
"""Of JUnit: what it yields is one text for the escape."""
PRINTERS = {"click.echo", "print", "sys.stdout.write", "sys.stderr.write"}
PRINTING = {
    "cli/telling.py": "escapes",
    "cli/commands.py": "prints the catalogue and the schemas, which are ours",
    "cache.py": "names an entry by its digest",
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8"))


def raw(tree: ast.AST) -> list[str]:
    """Fields that stand in a text as they are: `{finding.message}`, where `{terminal(finding.message)}` was meant."""
    escaped = {
        id(piece)
        for call in ast.walk(tree)
        if (isinstance(call, ast.Call) and ast.unparse(call.func) in ESCAPES) or getattr(call, "name", "") in ESCAPED_BY_CALLER
        for piece in ast.walk(call)
    }
    return [
        f"line {piece.lineno}: {ast.unparse(piece.value)}"
        for piece in ast.walk(tree)
        if isinstance(piece, ast.FormattedValue) and isinstance(piece.value, ast.Attribute) and piece.value.attr not in CLOSED
        if id(piece) not in escaped
    ]


@pytest.mark.parametrize("name", REPORTS)
def test_given_a_report_s_module_then_no_field_stands_in_its_text_unescaped(name: str) -> None:
    assert raw(ast.parse((PACKAGE / "report" / f"{name}.py").read_text("utf-8"))) == []


def test_given_a_field_that_was_forgotten_then_it_is_found() -> None:
    forgotten = 'f"{terminal(item.path)}: {item.rule} {item.line} {len(item.found)}"'
    assert raw(ast.parse(forgotten)) == ["line 1: item.rule"]


def test_given_all_modules_then_lines_are_printed_in_one_place_only() -> None:
    printing = {
        name for name, tree in modules() for call in ast.walk(tree) if isinstance(call, ast.Call) and ast.unparse(call.func) in PRINTERS
    }
    assert printing == set(PRINTING)


def test_given_the_templates_and_the_catalogue_s_assets_then_none_of_them_holds_what_the_escape_would_change() -> None:
    folder = PACKAGE.parent.parent / "reports" / "html"
    assets = {path.name: path.read_text("utf-8") for path in folder.iterdir() if path.suffix in (".css", ".js")}
    assert [
        name for name, text in assets.items() if "##" in text or any(line.lstrip().startswith("::") for line in text.splitlines())
    ] == []
