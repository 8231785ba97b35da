"""The summary of a run for a pull request: GitHub's step summary and comments."""

from collections.abc import Iterable, Mapping

from a11yaudit import engine
from a11yaudit.model.outcome import UNLISTED, Finding, Outcome
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import Document, Run
from a11yaudit.report.escape_markdown import code, code_in_table, own, value
from a11yaudit.report.worst import worst_first

BUDGET = 900 * 1024
"""Bytes; a step summary over 1 MiB vanishes whole."""
WORST = 10
MANY = 50
"""Lines of one list of budgets, changes or pages that could not be audited."""


def render(run: Run, rules: Mapping[str, Rule], budget: int = BUDGET) -> str:
    """Verdict, budgets, changes, the worst articles, the findings that count, the rest folded; then how many did not fit."""
    found = worst_first(run)
    first = [item for item in found if item[1].outcome == Outcome.FAILED and not run.review.accepts(item[1])]
    rest = found[len(first) :]
    parts = [_verdict(run), _failures(run), _budgets(run), _changes(run), _worst(run)]
    text = "\n".join(part for part in parts if part)
    room = budget - _size(text) - 400
    title = "New findings" if run.review.compared else "Findings"
    shown, room = _fitting((_line(item, rules) for item in first), room)
    folded, _ = _fitting((_line(item, rules) for item in rest), room) if len(shown) == len(first) else ([], 0)
    if shown:
        text += f"\n### {title}\n\n" + "".join(shown)
    if folded:
        text += f"\n<details><summary>{_rest_title(rest, run)}</summary>\n\n" + "".join(folded) + "\n</details>\n"
    more = len(found) - len(shown) - len(folded)
    return text + (f"\n{more} more in the full report\n" if more else "")


def _verdict(run: Run) -> str:
    tally = run.tally()
    failing = tally.count(run.review.fails)
    reasons = [
        _count(failing, "new finding" if run.review.compared else "finding") if failing else "",
        _count(len(run.review.broken), "broken budget") if run.review.broken else "",
        _count(len(run.failures), "page") + " not audited" if run.failures else "",
        _count(len(run.review.stale), "stale entry", "stale entries") + " in the baseline"
        if run.review.stale and run.review.stale_fails
        else "",
    ]
    told = ", ".join(reason for reason in reasons if reason)
    by_severity = ", ".join(f"{count} {severity}" for severity, count in tally.failed().items())
    accepted = tally.count(run.review.accepts)
    lines = [
        f"## a11yaudit: {'failed, ' + told if told else 'passed'}",
        "",
        f"{_count(len(run.documents), 'article')} audited: {by_severity}; {_count(tally.cant_tell(), 'question')} to look at."
        + (f" {accepted} were there before." if accepted else ""),
    ]
    if run.review.base is not None:
        lines.append(f"Compared with {code(run.review.base)}.")
    if run.review.stale:
        lines.append(
            f"{_count(len(run.review.stale), 'entry of the baseline no longer applies', 'entries of the baseline no longer apply')}:"
            " run `a11yaudit baseline update`."
        )
    return "\n".join(lines) + "\n"


def _failures(run: Run) -> str:
    return _list("Not audited", [f"- {code(failure.path)}: {code(failure.message)}\n" for failure in run.failures])


def _budgets(run: Run) -> str:
    return _list("Broken budgets", [f"- {code(item.path)}: {code(item.text)}\n" for item in run.review.broken])


def _changes(run: Run) -> str:
    ordered = sorted(run.review.changes, key=lambda change: not change.worse)
    than = f" than on {code(run.review.base)}" if run.review.base else ""
    lines = [f"- {code(item.path)}: {'**worse**, ' if item.worse else ''}{code(item.text)}{than}\n" for item in ordered]
    return _list("Changes of the figures", lines)


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
    faults = sum(finding.stands_for for finding in document.evaluation.findings if finding.outcome == Outcome.FAILED)
    measured = document.measurements
    return (
        f"| {code_in_table(document.extracted.path)} | {document.scorecard.overall} | {faults}"
        f" | {measured.reading_time.minutes:.1f} | {measured.ads.inside_body} |\n"
    )


def _line(item: tuple[str, Finding], rules: Mapping[str, Rule]) -> str:
    """The rule's own words with the page's words in code spans."""
    path, finding = item
    place = f"{path}:{finding.location.line}:{finding.location.column}" if finding.location else path
    word = str(finding.severity) if finding.outcome == Outcome.FAILED else "question"
    template = finding.message if UNLISTED in finding.evidence else rules[finding.rule].messages[finding.outcome]
    message = engine.fill(template, finding.evidence, value, own)
    changed = ", on a changed line" if finding.on_changed_line else ""
    known = f", {finding.state}" if finding.state else ""
    return f"- **{word}** {code(place)} {code(finding.rule)}{known}{changed}: {' '.join(message.split())}\n"


def _rest_title(rest: list[tuple[str, Finding]], run: Run) -> str:
    accepted = sum(run.review.accepts(finding) for _, finding in rest)
    questions = len(rest) - accepted
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
