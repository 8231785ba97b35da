"""JUnit, GitLab, Markdown, CSV: what their readers require, and hostile text in every field."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema
from markdown_it import MarkdownIt
from runs import RULES, run, with_text
from test_hostile_text import ATTACKS, UNSEEN

from a11yaudit.model.outcome import Finding, Severity, State
from a11yaudit.model.review import BrokenBudget, Change, KnownFinding, Review
from a11yaudit.model.run import Run
from a11yaudit.report import csvreport, github, gitlab, junit, markdown, text

JUNIT = xmlschema.XMLSchema(Path(__file__).parent / "junit-10.xsd")
MORE_ATTACKS = (
    "@octocat #1 fixes #2 https://beacon.example/x www.beacon.example",
    "![x](https://beacon.example/x.png) [a](javascript:x)",
    "a | b |\n| --- | --- |\n# heading\n- [x] done\n```\n~~~\n</details>",
    "a ``` b ` c `` <img src=x>",
    "`", "``x", "<!-- a11yaudit -->",
    "]]><testcase name='x'/><![CDATA[", '" failures="0"><testcase name="x',
    "=HYPERLINK(1)", " \t=1+1", "+1", "-1", "@SUM(1)", "＝1", 'a","=1+1","\n=2',
    "boat\x01\x0b\ufffe\uffff",
    "A" * 20_000,
)  # fmt: skip
attacked = pytest.mark.parametrize("attack", [*ATTACKS, *MORE_ATTACKS])


def reviewed() -> Run:
    """A run with something in every part of its review."""
    review = Review(
        base="main",
        baseline="known.json",
        stale=(KnownFinding("a/b.html", "alt-missing", "0f", 1, "gone"),),
        stale_fails=True,
        broken=(BrokenBudget("a/b.html", "overall score", 62, 80, True),),
        changes=(Change("a/b.html", "reading grade", 8, 9.8, True, "harder by 1.8 grades"),),
    )
    return replace(run(), review=review)


def with_state(told: Run, rule: str, state: State) -> Run:
    document = told.documents[0]
    findings = tuple(f._replace(state=state if f.rule == rule else State.NEW) for f in document.evaluation.findings)
    return replace(told, documents=(replace(document, evaluation=replace(document.evaluation, findings=findings)),))


def with_findings(told: Run, findings: tuple[Finding, ...]) -> Run:
    document = told.documents[0]
    return replace(told, documents=(replace(document, evaluation=replace(document.evaluation, findings=findings)),))


def alt_missing() -> Finding:
    return next(f for f in run().documents[0].evaluation.findings if f.rule == "alt-missing")


@attacked
def test_given_hostile_text_when_written_as_junit_then_it_keeps_to_the_schema_and_has_no_further_element(attack: str) -> None:
    written, harmless = (junit.render(with_text(reviewed(), content)) for content in (attack, "x"))
    JUNIT.validate(written)
    assert Counter(e.tag for e in ElementTree.fromstring(written).iter()) == Counter(e.tag for e in ElementTree.fromstring(harmless).iter())
    assert UNSEEN.findall(written) == []
    assert "##[" not in written


def test_given_findings_when_written_as_junit_then_a_case_fails_where_the_run_fails_by_it() -> None:
    root = ElementTree.fromstring(junit.render(with_state(reviewed(), "alt-missing", State.KNOWN)))
    *suites, refused = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["a/b.html", "a/b.html (page)", "a/b.html (around the article)"]
    cases = {case.get("name"): [child.tag for child in case] for suite in suites for case in suite.findall("testcase")}
    assert cases["alt-missing"] == ["system-out"]
    assert cases["budget: overall score"] == ["failure"]
    assert cases["page-language-missing"] == []
    failed = sum("failure" in tags for tags in cases.values())
    tests, failures = (sum(int(suite.get(name, "")) for suite in suites) for name in ("tests", "failures"))
    assert (tests, failures, refused.get("errors")) == (len(cases), failed, "1")


@attacked
def test_given_hostile_text_when_written_for_gitlab_then_every_issue_has_what_gitlab_requires(attack: str) -> None:
    written = gitlab.render(with_text(reviewed(), attack))
    issues = json.loads(written)
    assert (written.isascii(), "##[" in written) == (True, False)
    for issue in issues:
        assert set(issue) - {"categories"} == {"engine_name", "description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert (issue["location"]["lines"]["begin"] >= 1, issue["location"]["path"].startswith("./")) == (True, False)
        assert 0 < len(issue["description"]) <= 1001
        assert "\n" not in issue["description"]
    fingerprints = [issue["fingerprint"] for issue in issues]
    assert len(set(fingerprints)) == len(fingerprints) == len(run().documents[0].evaluation.findings) + 1


def test_given_a_known_finding_when_written_for_gitlab_then_it_is_left_out() -> None:
    names = [issue["check_name"] for issue in json.loads(gitlab.render(with_state(reviewed(), "alt-missing", State.KNOWN)))]
    assert ("alt-missing" in names, "alt-file-name" in names) == (False, True)


@attacked
def test_given_hostile_text_when_written_as_markdown_then_it_stands_in_code_spans_only(attack: str) -> None:
    written, harmless = (markdown.render(with_text(reviewed(), content), RULES.by_id()) for content in (attack, "x"))
    assert _shape(written) == _shape(harmless)
    assert re.search(r"##(?=[\[a-z])", written) is None
    assert UNSEEN.findall(written) == []


def _shape(source: str) -> list[str]:
    """The kinds of all tokens, and the text of those that are no code: what a reader of the Markdown makes of it."""
    tokens = [t for block in MarkdownIt("commonmark").enable("table").parse(source) for t in (block, *(block.children or ()))]
    return [f"{t.type} {t.content if t.type in {'text', 'html_block', 'html_inline'} else ''}" for t in tokens if t.type != "inline"]


def test_given_a_reviewed_run_when_written_as_markdown_then_the_verdict_comes_first() -> None:
    lines = markdown.render(with_state(reviewed(), "alt-missing", State.KNOWN), RULES.by_id()).splitlines()
    assert re.fullmatch(
        r"## a11yaudit: failed, \d+ new findings?, 1 broken budget, 1 page not checked, 1 stale entry in the baseline", lines[0]
    )
    assert "- `a/b.html`: **worse**, `harder by 1.8 grades` than on `main`" in lines
    assert "- `a/b.html`: `overall score is 62, below the least allowed of 80`" in lines
    folded = lines[lines.index("### New findings") :]
    summary = next(place for place, line in enumerate(folded) if line.startswith("<details><summary>1 known"))
    assert ["alt-missing" in "".join(folded[:summary]), "alt-missing" in "".join(folded[summary:])] == [False, True]


def test_given_rules_that_name_tags_when_written_as_markdown_then_no_tag_is_live_but_those_of_the_fold() -> None:
    rules = {name: replace(rule, messages=dict.fromkeys(rule.messages, "<b> *x* {file} & `y`")) for name, rule in RULES.by_id().items()}
    written = markdown.render(run(), rules)
    assert "&lt;b> \\*x\\* `crane.jpg` &amp; \\`y\\`" in written
    assert set(re.findall(r"<[a-z/]+", written)) <= {"<details", "<summary", "</summary", "</details"}


def test_given_a_clean_run_when_written_as_markdown_then_it_passed() -> None:
    clean = replace(with_findings(run(), ()), failures=())
    assert markdown.render(clean, RULES.by_id()).splitlines()[0] == "## a11yaudit: passed"


def test_given_more_findings_than_fit_when_written_as_markdown_then_it_keeps_to_the_budget_and_says_how_many_are_left() -> None:
    finding = alt_missing()._replace(evidence={"picture": "x" * 250})
    written = markdown.render(with_findings(run(), tuple(finding._replace(group=f"{n:016x}") for n in range(10_000))), RULES.by_id())
    shown = written.count("`alt-missing`")
    assert len(written.encode()) <= markdown.BUDGET
    assert shown > 2_000
    assert written.endswith(f"\n{10_000 - shown} more in the full report\n")


@attacked
def test_given_hostile_text_when_written_as_csv_then_no_cell_is_a_formula_and_no_row_is_forged(attack: str) -> None:
    written = csvreport.render(with_text(reviewed(), attack))
    rows = list(csv.reader(io.StringIO(written, newline="")))
    assert {len(row) for row in rows} == {len(csvreport.COLUMNS)}
    assert len(rows) == len(run().documents[0].evaluation.findings) + 2
    assert [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "＝", "\t", "\r"))] == []
    assert UNSEEN.findall(written.replace("\r\n", "\n")) == []
    assert [line for line in written.split("\r\n") if line.lstrip().startswith("::") or "##[" in line] == []


@attacked
def test_given_hostile_text_in_the_review_when_printed_then_it_starts_no_command(attack: str) -> None:
    printed = text.render(with_text(reviewed(), attack), colour=False) + github.render(with_text(reviewed(), attack))
    assert UNSEEN.findall(printed) == []
    ours = re.compile(r"::(error|warning|notice) (file=[^,:]*(,(line|endLine|col|endColumn)=\d+)*,)?title=[^,:]*::(?!.*::).*")
    assert [line for line in printed.split("\n") if line.lstrip().startswith("::") and not ours.fullmatch(line)] == []


def test_given_a_reviewed_run_when_printed_then_known_findings_changes_budgets_and_stale_entries_are_told() -> None:
    lines = text.render(with_state(reviewed(), "alt-missing", State.KNOWN), colour=False).splitlines()
    assert [("critical (known) alt-missing" in line) for line in lines if " alt-missing " in line and "baseline" not in line] == [True]
    assert "a/b.html: harder by 1.8 grades than on main" in lines
    assert "a/b.html: budget: overall score is 62, below the least allowed of 80" in lines
    assert "a/b.html: in the baseline but no longer found: alt-missing: gone" in lines


def test_given_more_of_a_level_than_github_shows_when_annotated_then_the_count_has_its_place_among_the_ten() -> None:
    finding = alt_missing()
    many = tuple(finding._replace(severity=severity, group=f"{severity}{n}") for severity in Severity for n in range(14))
    lines = github.render(replace(with_findings(run(), many), failures=())).splitlines()
    levels = Counter(line.split(" ")[0] for line in lines)
    assert levels == {"::error": 10, "::warning": 10, "::notice": 10}
    assert lines[-1] == f"::notice title=a11yaudit::{4 * 14 - 29} more in the summary"


def test_given_a_known_finding_when_annotated_then_it_is_left_out() -> None:
    assert "title=alt-missing" not in github.render(with_state(reviewed(), "alt-missing", State.KNOWN))
