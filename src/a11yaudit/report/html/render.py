"""Templates, style sheet and script, and the policy that lets a browser load nothing else."""

import base64
import hashlib
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from a11yaudit import resources
from a11yaudit.engine import fill
from a11yaudit.model.outcome import UNLISTED, Finding
from a11yaudit.model.rule import Rule
from a11yaudit.page.language import TWO_LETTERS
from a11yaudit.report import names
from a11yaudit.report.escape import markup, visible
from a11yaudit.report.html.strings import Strings

SHORT = 80
"""Characters of a file name that are shown."""
_LANGUAGES = frozenset(TWO_LETTERS.values())
_QUOTED = frozenset({"text", "alt", "caption", "label", "acronym", "before", "after", "low_text", "high_text"})
"""Values of a finding that are words of the article, in its language."""


def render(template: str, t: Strings, **values: Any) -> str:
    """One page; the style sheet and the script are part of it and named in its policy by their hashes."""
    css, script = _asset("report.css"), _asset("report.js")
    page = _environment().get_template(template)
    return markup(page.render(t=t, css=css, css_hash=_hash(css), script=script, script_hash=_hash(script), **values)) + "\n"


def render_plain(template: str, style: str, **values: Any) -> str:
    """One English page with a style sheet of its own and no script."""
    css = _asset(style)
    return markup(_environment().get_template(template).render(css=css, css_hash=_hash(css), **values)) + "\n"


def parts(finding: Finding, rule: Rule | None) -> list[tuple[str, str]]:
    """The finding's message in pieces: `words` of the rule, a `quote` of the article, another `value` of the page."""
    template = rule.messages.get(finding.outcome) if rule and UNLISTED not in finding.evidence else None
    return _parts(template, finding) if template else [(finding.message, "value")]


def advice(finding: Finding, rule: Rule | None) -> list[tuple[str, str]]:
    """What to do, in pieces."""
    return _parts(rule.fix, finding) if rule and UNLISTED not in finding.evidence else [(finding.fix, "value")]


def _parts(template: str, finding: Finding) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    for piece in template.replace("{", "\0{").replace("}", "}\0").split("\0"):
        name = piece[1:-1] if piece.startswith("{") else ""
        value = finding.evidence.get(name)
        if name in finding.evidence and not isinstance(value, (int, float)):
            pieces.append((fill(piece, finding.evidence), "quote" if name in _QUOTED else "value"))
        elif piece:
            pieces.append((fill(piece, finding.evidence), "words"))
    return pieces


def other_language(tag: str | None, t: Strings) -> str:
    """The `lang` of the article's words; empty where it is the report's own, or none that browsers know."""
    return tag if tag in _LANGUAGES and tag != t.language else ""


def file_name(src: str) -> str:
    """The last part of an address, as it is shown."""
    return visible(names.picture(src)[:SHORT])


@cache
def _asset(name: str) -> str:
    return (resources.data_dir("reports") / "html" / name).read_text("utf-8")


@cache
def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _environment() -> Environment:
    folder = resources.data_dir("reports") / "html"
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["shown"] = lambda value: visible(str(value))
    environment.filters["language"] = other_language
    environment.filters["file"] = lambda src: file_name(str(src))
    return environment
