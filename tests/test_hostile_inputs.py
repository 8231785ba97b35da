"""Hostile text through every input: whatever is printed or written moves no cursor, starts no command, opens no link and no formula."""

import csv
import json
import os
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

from a11yaudit.report import formats
from test_exit_codes import Run, run, write

__all__ = ["run"]
ATTACK = (
    "\n::error file=a::owned\n  ::add-mask::x\n##[error]owned ##vso[task.setvariable variable=x]y ###[group]z\r##teamcity[x] "
    "\x1b]0;owned\x07\x1b[2J\x9b31m\x08\u202egnp\u2066\u2028\u2029\u200f\ufeff\ufffe\U000e0041 <script>alert(1)</script>"
    "<img src=x onerror=alert(1)> @octocat [a](https://beacon.example) ![b](//beacon.example/c) `*_| \"' --> ]]> {{ 7 * 7 }} %0A::error::x"
)
NAME = "=cmd|\n::error::x##[error]y\x1b[31m\u202e<b>'.html"
"""A file's name; it can't hold a slash."""
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
COMMAND = re.compile(r"^\s*::|##\[|##vso\[|##teamcity\[", re.MULTILINE)
OURS = re.compile(
    r"::(error|warning|notice) (file=[^,:]*(,(line|endLine|col|endColumn)=\d+)*,)?title=[^,:]*::(?!.*::)|::debug::a11yaudit: annot"
)


def page(text: str) -> str:
    """An article that says it wherever a page can say something."""
    as_text = text.replace("&", "&amp;").replace("<", "&lt;")
    value = as_text.replace('"', "&quot;")
    return (
        f'<html lang="{value}"><title>{as_text}</title><meta name="author" content="{value}"><body class="{value}">'
        f'<div class="ad-slot {value}">Advertisement {as_text}</div><article><h1>{as_text}</h1><p class="byline">By {as_text}</p>'
        f'<figure><img src="{value}.jpg"><figcaption>{as_text} Photo: {as_text}</figcaption></figure>'
        f'<img src="b.jpg" alt="{value}"><h4 id="{value}"></h4><a href="{value}">{as_text}</a><a href="#x{value}">click here</a>'
        f'<p>{as_text}</p><p role="{value}" aria-{"x" * 9}="{value}" style="text-align:justify">'
        + f"The boats came home in the morning with little in their nets. {as_text} "
        * 6
        + f'</p><iframe src="{value}" id="{value}"></iframe><table><td>{as_text}</table>'
        f'<input name="{value}" autocomplete="{value}"></article>'
    )


class Tags(HTMLParser):
    """The tags of a page with the names of their attributes, and the addresses in it."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.events: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.events += [name for name, _ in attrs if name.startswith("on")]
        self.events += [value or "" for name, value in attrs if name in ("href", "src") and not (value or "").startswith(("#", "data:"))]


def harmless(form: str, text: str) -> list[str]:
    """What of a report would do something where it is read."""
    text = text.replace("\r\n", "\n")
    found = [f"unseen {match[0]!r}" for match in UNSEEN.finditer(text)]
    for line in text.split("\n"):
        if COMMAND.search(line) and not (form == "github" and OURS.match(line) and not re.search(r"##(\[|vso|teamcity)", line)):
            found.append(f"command {line[:100]!r}")
    if form == "html":
        tags = Tags(text)
        found += [f"markup {name}" for name in (*({"img", "iframe"} & tags.names), *tags.events) if not name.endswith(".html")]
    if form == "csv":
        cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
        found += [f"formula {cell[:40]!r}" for cell in cells if cell.lstrip()[:1] in tuple("=+-@")]
    if form == "junit":
        ET.fromstring(text)
    if form in ("json", "sarif", "gitlab", "earl"):
        json.loads(text)
        found += [] if text.isascii() else ["not ASCII"]
    if form == "markdown":
        bare = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text)
        found += [f"markdown {mark}" for mark in ("@octocat", "](", "beacon", "<script", "<img") if mark in bare]
    return found


def every_report(run: Run, *options: str) -> list[str]:
    """All formats, printed and written, of the pages in a folder; what does something, with its format."""
    found = []
    for command, forms in (("audit", formats.AUDIT), ("extract", formats.EXTRACT)):
        asked = options if command == "audit" else ()
        for form in forms:
            code, out, err = run(command, "in", "--format", form, "-o", f"{form}={command}.{form}", *asked)
            assert code in (0, 1, 4), err
            written = Path(f"{command}.{form}").read_text("utf-8")
            printed = harmless(form, out) + harmless("text", err)
            found += [f"{command} {form}: {what}" for what in (*printed, *harmless(form, written))]
    return found


def test_given_pages_and_names_that_attack_when_reported_then_nothing_comes_of_it(run: Run) -> None:
    write({"in/a.html": page(ATTACK), f"in/{NAME}": page(ATTACK), f"in/-{NAME}": ""})
    Path(f"in/x{NAME}").symlink_to("nothing")
    assert every_report(run) == []


def test_given_a_baseline_and_an_old_report_that_attack_when_compared_then_nothing_comes_of_it(run: Run) -> None:
    finding = {"rule": ATTACK, "kin": ATTACK, "count": 3, "message": ATTACK}
    name = ATTACK.replace("/", "-").replace("\x00", "")[:200]
    known = {"schema_version": "1.0", "files": {name: {"sha256": ATTACK, "sketch": [ATTACK], "findings": [finding]}}}
    old = {"documents": [{"path": path, "findings": [{"fingerprint": "0", "message": ATTACK}]} for path in ("in/a.html", name)]}
    write({"in/a.html": page(ATTACK), "known.json": json.dumps(known), "old.json": json.dumps(old)})
    assert every_report(run, "--baseline", "known.json", "--baseline-strict", "--compare", "old.json") == []
    code, out, err = run("baseline", "show", "--baseline", "known.json")
    assert (code, harmless("text", out + err)) == (0, [])


def test_given_settings_that_attack_when_reported_then_nothing_comes_of_it(run: Run) -> None:
    pattern = json.dumps(f"x{ATTACK}"[:400], ensure_ascii=True).replace("\\ud", "\\\\ud")
    limits = "[[budgets]]\nmin-score = {overall = 100, structure = 100}\nlimits = {minutes = 0}\n"
    write({"in/a.html": page(ATTACK), "a11yaudit.toml": f"[per-file-ignores]\n{pattern} = ['ads']\n{limits}"})
    assert every_report(run, "--base-url", ATTACK) == []


@pytest.mark.parametrize("form", ["text", "github", "markdown", "junit", "html"])
def test_given_slots_that_attack_when_reported_then_nothing_comes_of_it(run: Run, form: str) -> None:
    label = json.dumps("Anzeige ##[error]x ::error::y <b>")
    write({
        "in/a.html": page(ATTACK), "list.txt": f'##div[class="{ATTACK[40:90]}"]\n###ad\n##:has(x)\n',
        "own.toml": f"[[slots]]\nkind = 'promo'\nselectors = ['.ad-slot']\nlabels = [{label}]\n",
    })  # fmt: skip
    for command in ("audit", "extract") if form in ("text", "html") else ("audit",):
        _, out, err = run(command, "in", "--format", form, "--filter-list", "list.txt", "--profile", "own.toml")
        assert harmless(form, out) + harmless("text", err) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("audit", f"gone{ATTACK}"), ("audit", "a.html", f"--{ATTACK}"), ("audit", "a.html", "--format", ATTACK), (ATTACK,),
        ("audit", "a.html", "-o", ATTACK), ("audit", "a.html", "-o", f"json=x/{ATTACK}"), ("audit", "a.html", "--select", ATTACK),
        ("audit", "a.html", "--baseline", ATTACK), ("audit", "a.html", "--config", ATTACK), ("audit", "a.html", "--profile", ATTACK),
        ("audit", "a.html", "--diff", ATTACK), ("audit", "a.html", "--url", ATTACK), ("audit", "a.html", "--jobs", ATTACK),
        ("audit", "a.html", "--config", "bad.toml"), ("audit", "a.html", "--profile", "bad.toml"), ("rule", ATTACK),
        ("validate", "bad.toml"), ("validate", "bad.json"), ("validate", ATTACK), ("audit", "a.html", "--baseline", "bad.json"),
        ("audit", "a.html", "--report-lang", ATTACK), ("audit", "a.html", "--format", "html", "--compare", "bad.json"),
    ],
)  # fmt: skip
def test_given_a_call_that_attacks_when_it_is_refused_then_the_error_does_nothing(run: Run, arguments: tuple[str, ...]) -> None:
    bad = {"schema_version": "1.0", "files": {"a": {"sha256": "", "sketch": [], "findings": [{ATTACK: 1}]}}, "documents": [{ATTACK: 1}]}
    quoted = json.dumps(ATTACK).replace("\\ud", "\\\\ud").replace("\\udb40\\udc41", "")
    write({"a.html": page("boats"), "bad.toml": f"{quoted} = {quoted}\n", "bad.json": json.dumps(bad)})
    code, out, err = run(*arguments)
    assert (code in (1, 2, 3), "internal error" in err) == (True, False), err
    assert harmless("text", out) + harmless("text", err) == []


def test_given_an_environment_that_attacks_when_run_then_nothing_of_it_is_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"in/a.html": page("boats")})
    for name in ("TERM", "COLUMNS", "LANG", "GITHUB_WORKSPACE", "GITHUB_REPOSITORY", "CI", "A11YAUDIT_TEST", "GIT_DIR", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, os.fsencode(ATTACK.replace("\x00", "")).decode("utf-8", "replace"))
    assert every_report(run) == []
