"""Compare the failures found in page files with those that axe-core finds in the same files in a browser; make `docs/axe.md`.

Usage: python tools/compare_axe.py FOLDER AXE_JS [--pages N] [--list] [--write]

AXE_JS is the `axe.min.js` of npm's package axe-core. Chromium shows each page with its scripts emptied and nothing
loaded, so that both see what is in the file. An element counts as found by both when both name that very element.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, sync_playwright

TARGET = Path(__file__).resolve().parent.parent / "docs" / "axe.md"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADDRESS = "http://page.test/"
SECONDS = 60
WIDTHS = (1280, 390)
"""The two screens on which what a page shows is judged."""
NAMES = {
    "alt-missing": ["image-alt"],
    "image-without-name": ["image-alt", "role-img-alt", "svg-img-alt"],
    "object-without-name": ["object-alt"],
    "link-without-name": ["link-name"],
    "button-without-name": ["button-name", "input-button-name", "aria-command-name", "link-name"],
    "image-button-without-name": ["input-image-alt"],
    "form-field-without-name": ["label", "select-name", "aria-input-field-name", "aria-toggle-field-name"],
    "frame-without-title": ["frame-title"],
    "ad-frame-without-title": ["frame-title"],
    "heading-empty": ["empty-heading"],
    "menuitem-without-name": ["aria-command-name"],
    "summary-without-name": ["summary-name"],
    "dialog-without-name": ["aria-dialog-name"],
}
"""Rules about names, and those of axe-core about the same elements."""
OTHERS = {
    "access-key-duplicate": ["accesskeys"],
    "aria-attribute-not-supported": ["aria-allowed-attr"],
    "aria-attribute-unknown": ["aria-valid-attr"],
    "aria-children-wrong": ["aria-required-children", "list"],
    "aria-hidden-focusable": ["aria-hidden-focus"],
    "aria-parent-missing": ["aria-required-parent"],
    "aria-value-invalid": ["aria-valid-attr-value"],
    "autocomplete-invalid": ["autocomplete-valid"],
    "control-inside-control": ["nested-interactive"],
    "heading-level-skipped": ["heading-order"],
    "list-item-outside-list": ["listitem", "dlitem"],
    "page-language-invalid": ["html-lang-valid"],
    "page-language-missing": ["html-has-lang"],
    "page-refresh": ["meta-refresh"],
    "page-title-missing": ["document-title"],
    "passage-language-invalid": ["valid-lang"],
    "role-unknown": ["aria-roles"],
    "role-without-required-attribute": ["aria-required-attr"],
    "skip-link-broken": ["skip-link"],
    "tabindex-positive": ["tabindex"],
    "table-header-empty": ["empty-table-header"],
    "text-moves": ["blink", "marquee"],
    "zoom-disabled": ["meta-viewport", "meta-viewport-large"],
}
RULES = NAMES | OTHERS
RUN = """async ([findings, rules]) => {
  const options = {runOnly: {type: "rule", values: rules}, elementRef: true, iframes: false, resultTypes: ["violations"]};
  const run = await axe.run(document, options);
  const nodes = run.violations.flatMap(rule => rule.nodes.map(node => ({rule: rule.id, element: node.element, html: node.html})));
  const ours = findings.map(({selector, xpath}) => {
    const all = document.querySelectorAll(selector);
    const path = document.evaluate(xpath, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
    return [all.length, path.snapshotLength === 1 && path.snapshotItem(0) === all[0],
      nodes.filter(node => node.element === all[0]).map(node => node.rule)];
  });
  return [ours, nodes.map(node => [node.rule, findings.flatMap(({rule, selector}) =>
    document.querySelector(selector) === node.element ? [rule] : []), node.html.slice(0, 160)])];
}"""
HEAD = """# How the failures compare with axe-core's

Both see the same files. Chromium shows each page with its scripts emptied and nothing loaded from elsewhere, 1280 and 390 pixels wide, the
two screens that a11yaudit goes by, and axe-core {axe} looks at what results. *Both* counts the elements that both call failed. What only
one of them finds is not by itself a mistake: the two draw the line between a failure and a question differently, and several rules judge
the article alone; and a page that hides its body until a script has run is shown for a11yaudit and hidden for axe-core. Pages that the
browser couldn't load in {seconds} seconds were left out. `tools/compare_axe.py` makes this table.

Pages: {pages} of {files} news and blog pages that the rules were not developed with, {date}.

Of {named} failing findings about names, {alone} ({share:.1%}) are not among axe-core's violations. Of {counted} findings, {placed} have a
selector and an XPath that select their element and no other in the browser's document.

| rule | axe-core's rules | ours | both | only ours | only axe-core's |
|---|---|---|---|---|---|
"""


class Tally:
    """Counts over all pages."""

    def __init__(self) -> None:
        self.ours: Counter[str] = Counter()
        self.both: Counter[str] = Counter()
        self.theirs: Counter[str] = Counter()
        self.findings = self.placed = self.pages = 0
        self.differences: list[tuple[str, str, str]] = []

    def add(self, name: str, findings: list[dict[str, Any]], told: list[Any], nodes: list[Any]) -> None:
        """Count one page."""
        self.pages += 1
        for finding, (matches, same, violated) in zip(findings, told, strict=True):
            rule = finding["rule"]
            self.findings += 1
            self.placed += matches == 1 and same
            self.ours[rule] += 1
            if not set(RULES[rule]).isdisjoint(violated):
                self.both[rule] += 1
            else:
                self.differences.append((rule, f"{name}:{finding['line']}:{finding['column']}", finding["message"]))
        for violated, ours, html in nodes:
            rules = [rule for rule, theirs in RULES.items() if violated in theirs]
            if rules and set(rules).isdisjoint(ours):
                self.theirs[rules[0]] += 1
                self.differences.append((f"axe: {violated}", name, html))

    def table(self) -> str:
        """A row for each rule that somebody found."""
        rows = []
        for rule, theirs in RULES.items():
            ours, both, others = self.ours[rule], self.both[rule], self.theirs[rule]
            if ours or others:
                rows.append(f"| `{rule}` | {', '.join(theirs)} | {ours} | {both} | {ours - both} | {others} |")
        return "\n".join(rows)


def audit(paths: list[Path]) -> dict[str, list[dict[str, Any]]]:
    """The failures of the compared rules, by file."""
    command = [sys.executable, "-m", "a11yaudit", "audit", "--scope", "page", "--format", "json", *map(str, paths)]
    report = json.loads(subprocess.run(command, capture_output=True, check=False, text=True).stdout)
    return {
        document["path"]: [
            {"rule": finding["rule"], "message": finding["message"], **finding["location"]}
            for finding in document["findings"]
            if finding["rule"] in RULES and finding["outcome"] == "failed" and finding["location"]
        ]
        for document in report["documents"]
    }


def emptied(html: bytes) -> bytes:
    """A page whose scripts do nothing."""
    html = re.sub(rb"(<script\b)[^>]*(>).*?(</script\s*>|\Z)", rb"\1\2\3", html, flags=re.IGNORECASE | re.DOTALL)
    return re.sub(rb"(<meta\b[^>]*http-equiv=[\"']?)(refresh|content-security-policy)", rb"\1none-\2", html, flags=re.IGNORECASE)


def look(page: Page, html: bytes, axe: str, findings: list[dict[str, Any]]) -> list[Any]:
    """What axe-core says about a page, and whether our places are one element each."""

    def serve(route: Route) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=html, headers={"content-type": "text/html", "content-security-policy": "script-src 'none'"})
        else:
            route.abort()

    page.unroute_all()
    page.route("**/*", serve)
    page.goto(ADDRESS, wait_until="domcontentloaded", timeout=SECONDS * 1000)
    page.evaluate(axe)
    rules = sorted({each for theirs in RULES.values() for each in theirs})
    answers = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        answers.append(page.evaluate(RUN, [findings, rules]))
    told = [[*first[:2], first[2] + second[2]] for first, second in zip(answers[0][0], answers[1][0], strict=True)]
    return [told, [*{tuple(map(str, node)): node for answer in answers for node in answer[1]}.values()]]


def main() -> None:
    """Run both over the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("axe", type=Path)
    parser.add_argument("--pages", type=int, default=60, help="how many pages, evenly spread over the folder")
    parser.add_argument("--offset", type=int, default=0, help="which page is the first")
    parser.add_argument("--list", action="store_true", help="also list what only one of them finds")
    parser.add_argument("--write", metavar="DATE", help="write docs/axe.md")
    options = parser.parse_args()
    files = sorted(options.folder.rglob("*.html"))
    chosen = files[options.offset :: max(1, len(files) // options.pages)][: options.pages]
    axe = options.axe.read_text("utf-8")
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        copies = []
        for path in chosen:
            copies.append(Path(folder) / path.name)
            copies[-1].write_bytes(emptied(path.read_bytes()))
        found = audit(copies)
        executable = next((path for name in BROWSERS if (path := shutil.which(name))), None)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for copy in copies:
            findings = found.get(str(copy))
            if findings is None:
                continue
            try:  # a page that the browser refuses is left out, and told
                tally.add(copy.name, findings, *look(page, copy.read_bytes(), axe, findings))
            except Exception as error:
                print(f"left out: {copy.name}: {str(error).splitlines()[0]}", file=sys.stderr)
                page.close()
                page = browser.new_page(viewport={"width": 1280, "height": 900})
        version = page.evaluate(f"{axe}; axe.version")
        browser.close()
    named = sum(tally.ours[rule] for rule in NAMES)
    alone = named - sum(tally.both[rule] for rule in NAMES)
    head = HEAD.format(
        axe=version, seconds=SECONDS, pages=tally.pages, files=len(files), date=options.write or "not dated",
        named=named, alone=alone, share=alone / max(1, named), placed=tally.placed, counted=tally.findings,
    )  # fmt: skip
    text = head + tally.table() + "\n"
    print(text)
    if options.write:
        TARGET.write_text(text, "utf-8")
    if options.list:
        for difference in sorted(tally.differences):
            print(*difference, sep="\t")


if __name__ == "__main__":
    main()
