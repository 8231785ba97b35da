"""What a run makes of parts: the exit code, what is shown, faults of templates told once, pages without an article."""

import gc
import json
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from a11yaudit import cli

SENTENCES = "The mill stood empty for nine years. Now a baker has rented it, and wants to open in spring. "
EMPTY = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Menu</title><nav><a href="/">Home</a></nav>'
TEMPLATE = (
    '<header><a class="logo" href="/"><img src="/logo-{n}.png"></a></header>',
    '<footer><button class="up up-{n}"></button>',
    '<iframe class="map" src="/map?page={n}"></iframe></footer>',
)
"""Three faults: a logo and a button without words, a frame without a title."""


def page(text: str = "", top: str = "", bottom: str = "", head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The old mill</title>{head}</head><body>{top}<main><article>'
        f"<h1>The old mill</h1><p>{SENTENCES}</p>{text}<p>{SENTENCES}</p></article></main>{bottom}</body></html>"
    )


Run = Callable[..., tuple[int, str]]
Report = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Audits in a folder of its own, in this process."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["a11yaudit", "audit", "-q", "--jobs", "1", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        return int(ended.value.code or 0), capfd.readouterr().out

    yield call
    for number, handler in before.items():
        signal.signal(number, handler)
    gc.enable()


@pytest.fixture
def report(run: Run) -> Report:
    """The exit code and the JSON report."""

    def call(*arguments: str) -> tuple[int, dict[str, Any]]:
        code, _ = run(*arguments, "-o", "json=report.json")
        return code, json.loads(Path("report.json").read_text("utf-8"))

    return call


def write(**files: str) -> None:
    Path("site").mkdir(exist_ok=True)
    for name, html in files.items():
        Path("site", f"{name}.html").write_text(html, "utf-8")


LINK, PICTURE = '<nav><a href="/x"></a></nav>', '<p><img src="mill.jpg"></p>'
ZOOM = '<meta name="viewport" content="user-scalable=no">'


@pytest.mark.parametrize(
    ("html", "options", "expected"),
    [
        (page(PICTURE), (), 1),
        (page(head=ZOOM), (), 1),
        (page(top=LINK), (), 0),
        (page(top=LINK), ("--fail-on-around", "critical"), 1),
        (page(top=LINK), ("--fail-on-around", "never"), 0),
        (page(PICTURE), ("--fail-on", "never", "--fail-on-around", "minor"), 0),
        (page(top=LINK * 30), ("--min-score", "100"), 0),
        (page(PICTURE), ("--fail-on", "never", "--min-score", "70"), 1),
        (page(PICTURE, top=LINK), ("--part", "around"), 1),
    ],
    ids=["article", "page", "around", "around asked for", "never", "the other way", "score around", "score", "shown part"],
)
def test_given_a_fault_of_a_part_when_audited_then_the_exit_code_goes_by_article_and_page(
    html: str, options: tuple[str, ...], expected: int, run: Run
) -> None:
    write(a=html)
    assert run("site/a.html", *options)[0] == expected


def test_given_a_setting_when_audited_then_the_template_fails_and_budgets_count_the_article_only(run: Run) -> None:
    write(a=page(top=LINK))
    Path("a11yaudit.toml").write_text('fail-on-around = "serious"\n')
    assert run("site")[0] == 1
    Path("a11yaudit.toml").write_text("[[budgets]]\nmax-findings = { critical = 0 }\n")
    assert run("site")[0] == 0


def test_given_some_parts_when_shown_then_findings_are_fewer_and_counts_the_same(report: Report) -> None:
    write(a=page(PICTURE, top=LINK, head=ZOOM))
    _, whole = report("site")
    _, some = report("site", "--part", "page,article")
    assert [finding["part"] for finding in whole["documents"][0]["findings"]] == ["page", "around", "article"]
    assert [finding["part"] for finding in some["documents"][0]["findings"]] == ["page", "article"]
    assert some["summary"] == whole["summary"]
    counted = {part: sum(counts.values()) for part, counts in whole["summary"]["parts"].items()}
    assert counted == {"article": 1, "page": 1, "around": 1}
    assert whole["documents"][0]["parts"] == whole["summary"]["parts"]


def test_given_60_pages_of_one_template_when_audited_then_each_of_its_faults_is_told_once(run: Run, report: Report) -> None:
    write(**{f"p{n}": page(f"<p>Chapter {n} tells of the year {1900 + n}.</p>", top=TEMPLATE[0].format(n=n),
                           bottom="".join(TEMPLATE[1:]).format(n=n)) for n in range(60)})  # fmt: skip
    code, told = report("site")
    found = [(item["rule"], item["part"], item["pages"], item["of"], item["places"]) for item in told["summary"]["templates"]]
    assert (code, sorted(found)) == (
        0,
        [
            ("button-without-name", "around", 60, 60, 60),
            ("frame-without-title", "around", 60, 60, 60),
            ("image-without-name", "around", 60, 60, 60),
        ],
    )
    text = run("site", "--format", "text")[1]
    markdown = run("site", "--format", "markdown")[1]
    run("site", "-o", "html=reports")
    index = Path("reports/index.html").read_text("utf-8")
    assert [text.count("on 60 of 60 pages"), markdown.count("on 60 of 60 pages"), index.count("On 60 of 60 pages")] == [3, 3, 3]
    assert [text.count(rule) for rule in ("button-without-name", "frame-without-title", "image-without-name")] == [1, 1, 1]


def test_given_one_page_when_audited_then_nothing_is_a_template(report: Report) -> None:
    write(a=page(top=LINK * 3))
    assert report("site")[1]["summary"]["templates"] == []


def test_given_forty_links_that_look_alike_when_reported_then_one_line_tells_of_all(run: Run, report: Report) -> None:
    write(a=page("<p>" + '<a class="dot" href="/x"></a> ' * 40 + "</p>"))
    _, told = report("site")
    findings = told["documents"][0]["findings"]
    assert (len(findings), len({finding["group"] for finding in findings})) == (40, 1)
    for form in ("text", "markdown", "github"):
        printed = run("site", "--format", form)[1]
        assert (printed.count("link-without-name"), printed.count("and 39 more like it")) == (1, 1), form
    run("site/a.html", "-o", "html=a.report.html")
    html = Path("a.report.html").read_text("utf-8")
    assert (html.count("and 39 more like it"), html.count("40 times"), html.count("40 problems must be fixed")) == (2, 1, 1)


DOUBLE = {
    "picture link without alt": ('<p><a href="/big"><img src="mill.jpg"></a></p>', ["alt-missing"], ["link-without-name"]),
    "picture link with empty alt": (
        '<p><a href="/big"><img src="mill.jpg" alt=""></a></p>', ["alt-empty-on-content"], ["link-without-name"],
    ),
    "drawing in a link": (
        '<p>Go <a href="/x"><svg role="img" viewBox="0 0 9 9"><path d="M0 0h9"/></svg></a></p>',
        ["link-without-name"], ["svg-without-name"],
    ),
    "empty heading with an empty link": ('<h2><a href="/x"></a></h2>', ["link-without-name"], ["heading-empty"]),
    "lien sans texte": ('<p>Voir <a href="/x"></a></p>', ["link-without-name"], []),
}  # fmt: skip


@pytest.mark.parametrize(("html", "rules", "also"), DOUBLE.values(), ids=DOUBLE)
def test_given_one_fault_that_several_rules_see_when_audited_then_it_is_told_once(
    html: str, rules: list[str], also: list[str], report: Report
) -> None:
    write(a=page(html))
    document = report("site")[1]["documents"][0]
    findings = [finding for finding in document["findings"] if finding["part"] == "article"]
    assert ([f["rule"] for f in findings], [f["severity"] for f in findings], findings[0]["also"]) == (rules, ["critical"], also)
    failed = {item["rule"] for item in document["outcomes"] if item["outcome"] == "failed"}
    assert failed >= {*rules, *also}


def test_given_two_faults_side_by_side_when_audited_then_both_are_told(report: Report) -> None:
    write(a=page('<p>See <a href="/x"></a> and <img src="mill.jpg" width="600"></p>'))
    findings = report("site")[1]["documents"][0]["findings"]
    assert sorted(f["rule"] for f in findings if f["outcome"] == "failed") == ["alt-missing", "link-without-name"]


@pytest.mark.parametrize(
    ("arguments", "code", "errors", "listed"),
    [
        (("site/empty.html",), 4, ["no-article"], 1),
        (("site/empty.html", "site/a.html"), 4, ["no-article"], 1),
        (("site",), 0, [], 1),
        (("site/*.html",), 0, [], 1),
        (("site", "--no-article", "error"), 4, ["no-article"], 1),
        (("site/empty.html", "--no-article", "warn"), 0, [], 1),
        (("site/empty.html", "--no-article", "ignore"), 0, [], 0),
    ],
    ids=["alone", "beside another", "folder", "pattern", "error", "warn", "ignore"],
)
def test_given_a_page_without_an_article_when_audited_then_it_is_never_passed_over(
    arguments: tuple[str, ...], code: int, errors: list[str], listed: int, run: Run, report: Report
) -> None:
    write(a=page(), empty=EMPTY)
    got, told = report(*arguments)
    summary = told["summary"]
    assert (got, [error["kind"] for error in told["errors"]]) == (code, errors)
    assert (summary["without_article"], len(summary["pages_without_article"])) == (1, listed)
    document = next(document for document in told["documents"] if document["path"] == "site/empty.html")
    assert (document["article"]["found"], document["article"]["reason"]) == (False, "no-text")
    assert "no article found: it shows no text" in run(*arguments)[1]
