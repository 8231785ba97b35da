"""The report of one article."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from a11yaudit.model.article import ADVERTISING, Image, Interruption
from a11yaudit.model.outcome import Aspect, Finding, Outcome
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import Document
from a11yaudit.report.grouped import Group
from a11yaudit.report.grouped import groups as alike
from a11yaudit.report.html import judged, listening, marked, render, repeats, strings, strip
from a11yaudit.report.html.look import Look
from a11yaudit.report.html.strings import Strings


def page(document: Document, rules: Mapping[str, Rule], aspects: Mapping[str, Any], version: str, look: Look | None = None) -> str:
    """One self-contained page; nothing in it is fetched, and all of it can be read without its script."""
    look = look or Look()
    t, article = strings.load(look.language), document.extracted.article
    faults, questions, outside = judged.faults(document), judged.questions(document), judged.outside(document)
    places = marked.Places(article)
    heard = listening.listen(document, places, rules)
    verdict = judged.verdict(document)
    measured = document.measurements
    listed = faults + questions + outside
    about = _About(listed)
    return render.render(
        "article.html.j2",
        t,
        document=document,
        article=article,
        measured=measured,
        version=version,
        verdict=verdict,
        sentence=judged.sentence(verdict, t),
        first=judged.first(faults),
        cards=judged.cards(document, rules, aspects, t),
        strip=strip.draw(places, faults, measured.readability, measured.reading_time.minutes, heard),
        lanes=strip.LANES,
        marked=marked.article(places, listed),
        hardest=marked.hardest(measured.readability, places),
        passage=marked.hardest_passage(measured.readability, places),
        heard=heard,
        pictures=[(image, about.any_of(_nodes(image))) for image in article.images],
        repeats=repeats.find(document, rules),
        units=_units(article.interruptions, about),
        fault_groups=groups(faults),
        question_groups=groups(questions),
        outside=outside,
        outside_groups=groups(outside),
        questions=questions,
        faults=faults,
        anchors={finding.fingerprint: entry.anchor for finding in listed if (entry := places.near(finding))},
        rules=rules,
        aspects=aspects,
        parts=render.parts,
        advice=render.advice,
        tag=lambda finding: tag(finding, rules, t),
        outcomes=_by_outcome(document),
        suppressed=[(outcome.rule, outcome.suppressed) for outcome in document.evaluation.outcomes if outcome.suppressed],
        look=look,
        changes=look.comparison.of(document) if look.comparison else None,
        advertising=ADVERTISING,
        text_language=render.other_language(document.extracted.language.used, t),
    )


def groups(findings: list[Finding]) -> list[tuple[Aspect, list[tuple[str, list[Group]]]]]:
    """Findings by aspect in their declared order, then by rule, the worst rule first, those that look alike as one."""
    grouped = []
    for aspect in Aspect:
        by_rule: dict[str, list[Finding]] = {}
        for finding in findings:
            if finding.aspect == aspect:
                by_rule.setdefault(finding.rule, []).append(finding)
        if by_rule:
            grouped.append((aspect, [(rule, alike(listed)) for rule, listed in by_rule.items()]))
    return grouped


def tag(finding: Finding, rules: Mapping[str, Rule], t: Strings) -> str:
    """A few words that stand beside the passage: "very long, 41 words"."""
    key = f"tag.{finding.rule}"
    if t.has(key):
        return t(key, **finding.evidence)
    return rules[finding.rule].title if finding.rule in rules else finding.rule


class _About:
    """The findings by the elements that they are about: a page may have as many of both."""

    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._numbers: dict[int, list[int]] = {}
        for number, finding in enumerate(findings):
            if finding.location:
                self._numbers.setdefault(finding.location.node, []).append(number)

    def any_of(self, nodes: Iterable[int]) -> list[Finding]:
        """The findings about any of these elements, in their order."""
        return [self._findings[number] for number in sorted(chain.from_iterable(self._numbers.get(node, ()) for node in set(nodes)))]


def _nodes(image: Image) -> tuple[int, ...]:
    return (image.location.node, image.caption.location.node) if image.caption else (image.location.node,)


def _units(units: tuple[Interruption, ...], about: _About) -> list[tuple[Interruption, int | None, list[Finding]]]:
    """Each interruption with the words since the one before it and what is said of it."""
    rows = []
    before: Interruption | None = None
    for unit in units:
        label = (unit.label_location.node,) if unit.label_location else ()
        said = about.any_of((unit.location.node, *label, *(frame.node for frame in unit.frames)))
        rows.append((unit, unit.words_before - before.words_before if before else None, said))
        before = unit
    return rows


def _by_outcome(document: Document) -> dict[str, list[str]]:
    listed: dict[str, list[str]] = {str(outcome): [] for outcome in Outcome}
    for outcome in document.evaluation.outcomes:
        listed[str(outcome.outcome)].append(outcome.rule)
    return listed
