"""The summary of a run for a pull request: GitHub's step summary and comments."""

from collections.abc import Iterable, Mapping

from a11yaudit import engine
from a11yaudit.model.article import EXPLAINED
from a11yaudit.model.location import Location
from a11yaudit.model.outcome import UNLISTED, Finding, Outcome
from a11yaudit.model.part import JUDGED, Part
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import NO_ARTICLE, Document, Run
from a11yaudit.report.escape_markdown import code, code_in_table, own, value
from a11yaudit.report.grouped import Group, issues
from a11yaudit.report.worst import grouped, worst_first

BUDGET = 900 * 1024
"""Bytes; a step summary over 1 MiB vanishes whole."""
WORST = 10
AROUND_TITLE = "The site around the article (for the web team)"
MANY = 50
"""Lines of one list of budgets, changes or pages that could not be audited."""


def render(run: Run, rules: Mapping[str, Rule], budget: int = BUDGET) -> str:
    """Verdict, budgets, changes, the worst articles, the findings that count, the rest folded; then how many did not fit."""
    shared = frozenset(item.group for item in run.templates)
    found = [item for item in worst_first(run) if item[1].group not in shared or run.review.fails(item[1])]
    groups = grouped(found)
    first = [item for item in groups if _counts(item[1].finding, run)]
    around = [item for item in groups if _is_around(item[1].finding, run)]
    rest = [item for item in groups if not _counts(item[1].finding, run) and not _is_around(item[1].finding, run)]
    parts = [_verdict(run), _failures(run), _without_article(run), _budgets(run), _changes(run), _worst(run), _templates(run, rules)]
    text = "\n".join(part for part in parts if part)
    room = budget - _size(text) - 400
    title = "New findings" if run.review.compared else "Findings"
    shown, room = _fitting((_line(item, rules) for item in first), room)
    all_first = len(shown) == len(first)
    folded, room = _fitting((_line(item, rules) for item in rest), room) if all_first else ([], 0)
    outside, _ = _fitting((_line(item, rules) for item in around), room) if len(folded) == len(rest) and all_first else ([], 0)
    if shown:
        text += f"\n### {title}\n\n" + "".join(shown)
    if folded:
        text += f"\n<details><summary>{_rest_title(rest, run)}</summary>\n\n" + "".join(folded) + "\n</details>\n"
    if outside:
        text += f"\n<details><summary>{AROUND_TITLE}</summary>\n\n" + "".join(outside) + "\n</details>\n"
    more = sum(1 + len(item[1].others) for item in (*first[len(shown) :], *rest[len(folded) :], *around[len(outside) :]))
    return text + (f"\n{more} more in the full report\n" if more else "")


def _counts(finding: Finding, run: Run) -> bool:
    """Whether a finding stands in the list of those that count: a new fault of the article or the page, or one that fails the run."""
    new = finding.outcome == Outcome.FAILED and not run.review.accepts(finding)
    return new and (finding.part in JUDGED or run.review.fails(finding))


def _is_around(finding: Finding, run: Run) -> bool:
    return finding.part == Part.AROUND and not _counts(finding, run) and not run.review.accepts(finding)


def _verdict(run: Run) -> str:
    tally = run.tally()
    failing = tally.count(run.review.fails)
    unread = [failure for failure in run.failures if failure.kind != NO_ARTICLE]
    reasons = [
        _count(failing, "new finding" if run.review.compared else "finding") if failing else "",
        _count(len(run.review.broken), "broken budget") if run.review.broken else "",
        _count(len(unread), "page") + " not checked" if unread else "",
        _count(len(run.failures) - len(unread), "page") + " without an article" if len(unread) < len(run.failures) else "",
        _count(len(run.review.stale), "stale entry", "stale entries") + " in the baseline"
        if run.review.stale and run.review.stale_fails
        else "",
    ]
    told = ", ".join(reason for reason in reasons if reason)
    accepted = tally.count(run.review.accepts)
    lines = [
        f"## a11yaudit: {'failed, ' + told if told else 'passed'}",
        "",
        f"{_count(len(run.documents), 'page')} checked: {issues(tally, JUDGED)}."
        + (f" {_count(accepted, 'finding')} known from before." if accepted else ""),
    ]
    if any(tally.failed((Part.AROUND,)).values()):
        lines.append(f"Around the article, for the web team: {issues(tally, (Part.AROUND,))}.")
    if run.review.base is not None:
        lines.append(f"Compared with {code(run.review.base)}.")
    if run.review.stale:
        lines.append(
            f"{_count(len(run.review.stale), 'entry of the baseline no longer applies', 'entries of the baseline no longer apply')}:"
            " run `a11yaudit baseline update`."
        )
    return "\n".join(lines) + "\n"


def _failures(run: Run) -> str:
    return _list("Not checked", [f"- {code(f.path)}: {code(f.message)}\n" for f in run.failures if f.kind != NO_ARTICLE])


def _without_article(run: Run) -> str:
    return _list("No article found", [f"- {code(path)}: {own(EXPLAINED[reason])}\n" for path, reason in run.without_article])


def _templates(run: Run, rules: Mapping[str, Rule]) -> str:
    """Faults that a template makes, once for all pages."""
    lines = [
        f"- on {item.pages} of {_count(item.of, 'page')}: **{item.severity}** {code(item.rule)} {own(rules[item.rule].title)};"
        f" for example {code(_place(item.path, item.location))}\n"
        for item in run.templates
    ]
    return _list("Fix once in the template", lines)


def _budgets(run: Run) -> str:
    return _list("Broken budgets", [f"- {code(item.path)}: {code(item.text)}\n" for item in run.review.broken])


def _changes(run: Run) -> str:
    ordered = sorted(run.review.changes, key=lambda change: not change.worse)
    than = f" than on {code(run.review.base)}" if run.review.base else ""
    lines = [f"- {code(item.path)}: {'**worse**, ' if item.worse else ''}{code(item.text)}{than}\n" for item in ordered]
    return _list("Changed figures", lines)


def _list(title: str, lines: list[str]) -> str:
    more = f"- and {len(lines) - MANY} more\n" if len(lines) > MANY else ""
    return f"### {title}\n\n{''.join(lines[:MANY])}{more}" if lines else ""


def _worst(run: Run) -> str:
    """The ten articles with the lowest scores of those that have a finding."""
    scored = [document for document in run.documents if document.scorecard.overall is not None and document.evaluation.findings]
    worst = sorted(scored, key=lambda document: (document.scorecard.overall or 0, document.extracted.path))[:WORST]
    if not worst:
        return ""
    title = "Worst articles" if len(scored) > 1 else "Article"
    return f"### {title}\n\n| Article | Score | Faults | Minutes | Ads in the text |\n| --- | --: | --: | --: | --: |\n" + "".join(
        map(_row, worst)
    )


def _row(document: Document) -> str:
    found = (item for item in document.evaluation.findings if item.outcome == Outcome.FAILED and item.part in JUDGED)
    faults = sum(item.stands_for for item in found)
    measured = document.measurements
    return (
        f"| {code_in_table(document.extracted.path)} | {document.scorecard.overall} | {faults}"
        f" | {measured.reading_time.minutes:.1f} | {measured.ads.inside_body} |\n"
    )


def _place(path: str, location: Location | None) -> str:
    return f"{path}:{location.line}:{location.column}" if location else path


def _line(item: tuple[str, Group], rules: Mapping[str, Rule]) -> str:
    """The rule's own words with the page's words in code spans."""
    path, (finding, others) = item
    place = _place(path, finding.location)
    word = str(finding.severity) if finding.outcome == Outcome.FAILED else "question"
    template = finding.message if UNLISTED in finding.evidence else rules[finding.rule].messages[finding.outcome]
    message = engine.fill(template, finding.evidence, value, own)
    changed = ", on a changed line" if finding.on_changed_line else ""
    known = f", {finding.state}" if finding.state else ""
    more = f" ({item[1].more})" if others else ""
    return f"- **{word}** {code(place)} {code(finding.rule)}{known}{changed}: {' '.join(message.split())}{more}\n"


def _rest_title(rest: list[tuple[str, Group]], run: Run) -> str:
    findings = [finding for _, group in rest for finding in (group.finding, *group.others)]
    accepted = sum(run.review.accepts(finding) for finding in findings)
    questions = len(findings) - accepted
    return ", ".join(part for part in (f"{accepted} known" if accepted else "", _count(questions, "question") if questions else "") if part)


def _fitting(lines: Iterable[str], room: int) -> tuple[list[str], int]:
    """The lines that fit into so many bytes, and the room that is left."""
    kept: list[str] = []
    for line in lines:
        room -= _size(line)
        if room < 0:
            break
        kept.append(line)
    return kept, room


def _size(text: str) -> int:
    return len(text.encode("utf-8"))


def _count(number: int, word: str, several: str = "") -> str:
    return f"{number} {word if number == 1 else several or word + 's'}"
