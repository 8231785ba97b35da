"""Two small runs whose figures are made up: one as it comes, and one that was compared with a base revision and a baseline.

`python tests/report/small.py` writes their reports anew after a wanted change; its difference is what users will see.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from runs import RULES, run

from a11yaudit.model.location import Location
from a11yaudit.model.outcome import Aspect, Confidence, Evaluation, Finding, Outcome, Related, RuleOutcome, Severity, State
from a11yaudit.model.part import Part
from a11yaudit.model.review import BrokenBudget, Change, KnownFinding, Review
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import Document, Failure, Run
from a11yaudit.report import csvreport, github, gitlab, jsonreport, junit, markdown, sarif, text

KEPT = Path(__file__).parent / "whole"


def place(line: int, end_line: int) -> Location:
    """A start tag."""
    return Location(line=line, column=5, end_line=end_line, end_column=30, selector="img", node=9)


PICTURE = Finding(
    rule="alt-missing",
    aspect=Aspect.ALT_TEXT,
    outcome=Outcome.FAILED,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    message="“crane.jpg” has no alternative text",
    location=place(3, 3),
    related=(Related("The same file", place(8, 8)),),
    evidence={"file": "crane.jpg", "share": 0.123456},
    fix="Say what the picture shows.",
    requirements=(("1.1.1", "A"),),
    act=("23a2a8",),
    fingerprint="0f" * 16,
    kin="1e" * 16,
    part=Part.ARTICLE,
    group="5a" * 8,
)
HEADING = PICTURE._replace(
    rule="heading-empty",
    aspect=Aspect.STRUCTURE,
    severity=Severity.MODERATE,
    message="The heading has no text",
    location=place(5, 7),
    related=(),
    evidence={},
    fingerprint="2d" * 16,
    part=Part.AROUND,
    group="6b" * 8,
    also=("link-without-name",),
)
QUESTION = HEADING._replace(
    rule="link-text-vague",
    outcome=Outcome.CANT_TELL,
    severity=Severity.SERIOUS,
    message="Does “more” say where it leads?",
    location=None,
    evidence={"text": "more"},
    fingerprint="3c" * 16,
    part=Part.PAGE,
    group="7c" * 8,
    also=(),
)
OUTCOMES = (
    RuleOutcome("alt-missing", Aspect.ALT_TEXT, Severity.CRITICAL, Outcome.FAILED, 2, 1, 0, 3, ("23a2a8",)),
    RuleOutcome("heading-empty", Aspect.STRUCTURE, Severity.MODERATE, Outcome.FAILED, 0, 1, 0, 0, ()),
    RuleOutcome("link-text-vague", Aspect.STRUCTURE, Severity.SERIOUS, Outcome.CANT_TELL, 0, 0, 1, 0, ()),
)


def document(path: str, score: int | None, *findings: Finding) -> Document:
    """An article of 700 words."""
    made = run().documents[0]
    time = replace(made.measurements.reading_time, words=700, minutes=2.94)
    measured = replace(made.measurements, reading_time=time, ads=replace(made.measurements.ads, inside_body=1))
    return replace(
        made,
        extracted=replace(made.extracted, path=path),
        measurements=measured,
        evaluation=Evaluation(OUTCOMES, findings),
        scorecard=replace(made.scorecard, overall=score),
    )


def plain() -> Run:
    """Two articles and a page that could not be audited."""
    documents = (document("news/a b.html", 62, PICTURE, HEADING, QUESTION), document("news/c.html", None))
    return Run("1.0", "rules", documents, (Failure("news/d.html", "timeout", "too slow"),))


def compared() -> Run:
    """The same article since `main`: one finding is known, one was there, one is new."""
    states = (
        PICTURE._replace(state=State.KNOWN, on_changed_line=False),
        HEADING._replace(state=State.UNCHANGED, on_changed_line=True),
        HEADING._replace(state=State.NEW, on_changed_line=True, fingerprint="4b" * 16, location=place(9, 9)),
    )
    review = Review(
        base="main",
        baseline="known.json",
        new_only=True,
        stale=(KnownFinding("news/c.html", "alt-missing", "0f", 1, "gone"),),
        stale_fails=True,
        broken=(BrokenBudget("news/a.html", "overall score", 62, 80, True),),
        changes=(Change("news/a.html", "minutes", 3, 2.5, False, "shorter"), Change("news/a.html", "grade", 8, 9.8, True, "harder")),
    )
    return Run("1.0", "rules", (document("news/a.html", 62, *states),), (), review)


def rules() -> dict[str, Rule]:
    """The rules of these runs, with words of their own."""
    words = {PICTURE.rule: "The picture {file} has no *alt*.", HEADING.rule: "The <h2> is empty.", QUESTION.rule: "Is {text} clear?"}
    known = RULES.by_id()
    return {name: replace(known[name], messages=dict.fromkeys(Outcome, text)) for name, text in words.items()}


FORMATS: dict[str, Callable[[Run], str]] = {
    "txt": lambda told: text.render(told, colour=False),
    "ansi": lambda told: text.render(told, colour=True).replace("\x1b", "ESC"),
    "github": github.render,
    "csv": csvreport.render,
    "md": lambda told: markdown.render(told, rules()),
    "xml": junit.render,
    "gitlab.json": gitlab.render,
    "sarif": lambda told: sarif.render(told, tuple(rules().values())),
    "json": jsonreport.audit,
    "extract.json": lambda told: jsonreport.extract([page.extracted for page in told.documents], told.failures),
    "extract.txt": lambda told: text.extracted([page.extracted for page in told.documents], told.failures),
}  # fmt: skip


def reports() -> dict[str, str]:
    """The reports by the names of their files."""
    return {
        f"{run}.{form}": render(told) for run, told in (("plain", plain()), ("compared", compared())) for form, render in FORMATS.items()
    }


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    for name, report in reports().items():
        (KEPT / name).write_bytes(report.encode())
