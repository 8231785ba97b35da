"""The straight line, from the bytes of one page to its verdicts."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from a11yaudit import article, engine, page, score, semantics
from a11yaudit.article.interruptions.slots import NO_SLOTS, Slots
from a11yaudit.checks.subject import Subject
from a11yaudit.measure import measure
from a11yaudit.model.outcome import Outcome
from a11yaudit.model.rule import Rule
from a11yaudit.model.run import Document, Extracted
from a11yaudit.model.source import Limits, Source
from a11yaudit.ruleset import RuleSet


def audit(
    source: Source,
    ruleset: RuleSet,
    limits: Limits,
    scope: str,
    ignored: frozenset[str] = frozenset(),
    slots: Slots | None = None,
) -> Document:
    """Audit one page. Raises PageError where it can't be."""
    with _subject(source, limits, scope, slots) as subject:
        evaluation = engine.evaluate(ruleset, subject, ignored)
        scorecard = score.score(evaluation, subject.article, subject.measurements.captions, ruleset.aspects)
        return Document(_extracted(subject), subject.measurements, evaluation, scorecard)


def extract(source: Source, limits: Limits, scope: str, slots: Slots | None = None) -> Extracted:
    """Find the article of one page and judge nothing; what was left out is told as well. Raises PageError where it can't be."""
    with _subject(source, limits, scope, slots, left_too=True) as subject:
        return _extracted(subject)


def judge_fragment(html: str, rule: Rule, scope: str) -> tuple[Outcome, ...]:
    """The outcomes of one rule on a piece of HTML: how a rule's examples are run."""
    data = html.encode("utf-8")
    with _subject(Source("example.html", data, hashlib.sha256(data).hexdigest()), Limits(), scope) as subject:
        return tuple(verdict.outcome for verdict in engine.judge(rule, subject)) or (Outcome.INAPPLICABLE,)


@contextmanager
def _subject(source: Source, limits: Limits, scope: str, slots: Slots | None = None, left_too: bool = False) -> Iterator[Subject]:
    """One page as far as it is judged. Its tree is untied at the end, so that nothing is left for a garbage collector."""
    parsed = page.parse(source, limits)
    try:
        meaning = semantics.build(parsed)
        found = article.extract(parsed, meaning, scope, slots or NO_SLOTS, left_too)
        yield Subject(parsed, meaning, found, measure(found))
    finally:
        parsed.flat.untie()


def _extracted(subject: Subject) -> Extracted:
    parsed = subject.page
    return Extracted(
        path=parsed.source.path,
        sha256=parsed.source.sha256,
        encoding=parsed.decoded.encoding,
        title=parsed.title,
        language=parsed.language,
        lines=parsed.lines,
        minutes=subject.measurements.reading_time.minutes,
        article=subject.article,
        too_deep=parsed.flat.too_deep,
    )
