"""`docs/architecture.md` names the packages and folders that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
PACKAGE = ROOT / "src" / "a11yaudit"
PACKAGES = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
MODULES = {path.stem for path in PACKAGE.glob("*.py")}


def nodes() -> set[str]:
    """The names in the diagram, without the labels in brackets."""
    diagram = re.findall(r"^```mermaid\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)[0]
    lines = [re.sub(r"\[.*\]", "", line) for line in diagram.splitlines()[1:]]
    return {name for line in lines for name in re.findall(r"\w+", line)} - {"subgraph", "end"}


def test_given_the_diagram_then_it_shows_every_package_and_nothing_that_does_not_exist() -> None:
    assert nodes() >= PACKAGES
    assert nodes() <= PACKAGES | MODULES


def test_given_the_page_then_every_folder_and_file_that_it_names_exists() -> None:
    named = re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", PAGE)
    paths = [name for name in named if name.endswith(("/", ".py"))]
    assert len(paths) > 20
    assert [name for name in paths if not (ROOT / name).exists() and not (PACKAGE / name).exists()] == []
