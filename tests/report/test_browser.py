"""The HTML reports in a real browser: WCAG by axe-core, silence, the keyboard, attacks."""

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, sync_playwright
from runs import run, with_text
from test_hostile_text import ATTACKS

import pages
from a11yaudit.report.comparison import Comparison
from a11yaudit.report.html import Look

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
LOADING = ("</script><script>alert(1)</script>", "<base href=//x.test>", "*{background:url(//x.test)}</style>", "javascript:alert(1)")
FOCUSABLE = "a[href], button, select, input, textarea, summary"
REPORTS: dict[str, Callable[[], str]] = {
    "sample": lambda: pages.report(pages.sample(), Look(index="index.html", comparison=Comparison({}))),
    "German": lambda: pages.report(pages.sample(), Look(language="de", settings=(("scope", "article"),))),
    "5,000 words": lambda: pages.report(pages.document("long.html", pages.long_article(5_000))),
    "Arabic": lambda: pages.report(pages.document("ar.html", pages.ARABIC)),
    "Chinese": lambda: pages.report(pages.document("zh.html", pages.CHINESE), Look(language="zh")),
    "empty": lambda: pages.report(pages.document("empty.html", pages.EMPTY)),
    "index of 200": lambda: pages.overview(200),
}
OPEN_ALL = "document.querySelectorAll('details').forEach(element => element.open = true)"
ALIKE = [".articles tbody tr:nth-child(n+25)", ".text > p:nth-child(n+60)", ".lines li:nth-child(n+60)", ".item:nth-child(n+20)"]
"""Parts that look like those before them: their contrast, which takes most of the time, is not looked at again."""
AXE = """async ([tags, alike]) => {
  const types = ["violations", "incomplete"], without = {"color-contrast": {enabled: false}};
  const all = await axe.run(document, {runOnly: {type: "tag", values: tags}, rules: without, resultTypes: types});
  const contrast = await axe.run({exclude: alike}, {runOnly: ["color-contrast"], resultTypes: types});
  return [all, contrast].flatMap(run => [...run.violations, ...run.incomplete])
    .map(found => [found.id, found.nodes[0].html, found.nodes[0].failureSummary]);
}"""


class Open:
    """A report in a browser, and what it did besides being shown."""

    def __init__(self, browser: Browser, path: Path, html: str, **context: Any) -> None:
        path.write_text(html, "utf-8")
        self.page: Page = browser.new_context(**context).new_page()
        self.events: list[str] = []
        self.page.on("console", lambda message: self.events.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.events.append(f"error: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", lambda request: self.events.append(f"request: {request.url}"))
        self.page.goto(path.as_uri())
        self.events.remove(f"request: {path.as_uri()}")

    def _dialog(self, dialog: Dialog) -> None:
        self.events.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """An installed Chromium or Chrome; without any the tests are skipped, but never in continuous integration."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=found, channel=None if found else "chrome", args=arguments)
        except Error as error:
            if found or os.environ.get("CI") == "true":
                raise
            pytest.skip(f"NO BROWSER: the HTML reports were not tested; install Chromium or Chrome ({str(error).splitlines()[0]})")
        yield started
        started.close()


@pytest.mark.parametrize("name", REPORTS)
def test_given_a_report_when_axe_looks_at_it_in_all_ways_then_nothing_is_wrong_and_nothing_left_to_review(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    """Every width and colour scheme meets details open and closed, and every width every scheme."""
    shown = Open(browser, tmp_path / "report.html", REPORTS[name]())
    page = shown.page
    found: list[tuple[Any, ...]] = []
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    for opened, width in product((False, True), (1280, 320)):
        scheme: Literal["light", "dark"] = "dark" if opened ^ (width == 320) else "light"
        if opened:
            page.evaluate(OPEN_ALL)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [(opened, width, scheme, *problem) for problem in page.evaluate(AXE, [TAGS, ALIKE])]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append((opened, width, scheme, "scrolls sideways"))
    assert (found, shown.events) == ([], [])


@pytest.mark.parametrize("name", ["sample", "index of 200"])
def test_given_only_a_keyboard_when_tabbed_through_then_every_control_gets_a_visible_focus_in_order(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    page = Open(browser, tmp_path / "report.html", REPORTS[name]()).page
    controls = page.evaluate(
        "selector => { window.all = [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()); return all.length }",
        FOCUSABLE,
    )
    walked = []
    for _ in range(controls):
        page.keyboard.press("Tab")
        walked.append(
            page.evaluate("[all.indexOf(document.activeElement), getComputedStyle(document.activeElement).outlineStyle !== 'none']")
        )
    assert walked == [[number, True] for number in range(controls)]


def test_given_a_report_when_filtered_and_copied_by_keyboard_then_only_what_fits_is_shown_and_copied(
    browser: Browser, tmp_path: Path
) -> None:
    page = Open(browser, tmp_path / "report.html", REPORTS["sample"]()).page
    page.focus("select[name=severity]")
    page.keyboard.type("ser")
    page.focus(".copy")
    page.keyboard.press("Enter")
    rules = page.eval_on_selector_all("tbody[data-rule]:not([hidden])", "all => all.map(e => e.dataset.rule)")
    assert rules == ["ad-label-read-aloud"]
    assert page.text_content("[role=status]") == "Findings copied: 1."
    assert page.input_value("textarea").count("Screen readers read the label “Advertisement” as part of the article\\.") == 1


def test_given_a_filter_that_hides_a_finding_when_its_link_is_followed_then_it_is_shown(browser: Browser, tmp_path: Path) -> None:
    page = Open(browser, tmp_path / "report.html", REPORTS["sample"]()).page
    page.select_option("select[name=severity]", "minor")
    hidden = page.locator("tbody[data-rule=ad-label-read-aloud] .item").first
    assert not hidden.is_visible()
    page.locator(f"a[href='#{hidden.get_attribute('id')}']").first.click()
    assert hidden.is_visible()


def test_given_an_index_when_sorted_and_filtered_then_rows_are_in_that_order_and_counted(browser: Browser, tmp_path: Path) -> None:
    page = Open(browser, tmp_path / "index.html", REPORTS["index of 200"]()).page
    page.focus(".articles thead th:nth-child(9) button")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    minutes = [float(text) for text in page.locator(".articles tbody td:nth-child(9)").all_text_contents()]
    assert minutes == sorted(minutes, reverse=True)
    assert page.get_attribute(".articles thead th:nth-child(9)", "aria-sort") == "descending"
    page.select_option("select[name=state]", "none")
    page.fill("input[name=find]", "news/2.html")
    assert page.locator(".articles tbody tr").count() == 1
    assert page.text_content("[role=status]") == "1 of 1 articles shown."
    page.select_option("select[name=state]", "")
    page.fill("input[name=find]", "")
    assert page.text_content("[role=status]") == "50 of 200 articles shown."
    page.click(".all")
    assert page.locator(".articles tbody tr").count() == 200


def test_given_no_script_when_opened_then_every_finding_can_be_read_and_no_dead_control_is_shown(browser: Browser, tmp_path: Path) -> None:
    page = Open(browser, tmp_path / "report.html", REPORTS["sample"](), java_script_enabled=False).page
    assert (page.locator(".item:visible").count(), page.locator("form:visible").count()) == (7, 0)


@pytest.mark.parametrize("attack", [*ATTACKS, *LOADING])
def test_given_a_page_of_attacks_when_its_reports_are_used_then_nothing_fires(browser: Browser, tmp_path: Path, attack: str) -> None:
    hostile = with_text(run(), attack)
    shown = Open(browser, tmp_path / "report.html", pages.report(hostile.documents[0]))
    index = Open(browser, tmp_path / "index.html", pages.index(hostile))
    for opened in (shown, index):
        opened.page.evaluate(OPEN_ALL)
        for _ in range(12):
            opened.page.keyboard.press("Tab")
    shown.page.click(".copy")
    index.page.click(".articles thead button >> nth=0")
    assert (shown.events, index.events) == ([], [])
