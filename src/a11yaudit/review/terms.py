"""What a run is compared with, as the command line and the configuration ask for it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from a11yaudit import pool
from a11yaudit.api.page_work import Use, audited, load
from a11yaudit.config import Budget, Config
from a11yaudit.errors import UsageError
from a11yaudit.model.outcome import Severity, State
from a11yaudit.model.packing import Lazily, pack, unpack
from a11yaudit.model.review import BrokenBudget, Change, KnownFinding, Review
from a11yaudit.model.run import Document, Failure
from a11yaudit.model.source import Limits, Source
from a11yaudit.review import baseline, budgets, comparison, revisions
from a11yaudit.review.baseline import Baseline
from a11yaudit.review.revisions import Changes
from a11yaudit.ruleset import RuleSet

if TYPE_CHECKING:
    from a11yaudit.article.interruptions.slots import Slots


@dataclass(frozen=True, slots=True)
class Terms:
    """What to compare with, read before the first page is."""

    since: Changes | None
    """The files that changed since `--diff BASE`; None without it."""
    known: Baseline | None

    def use(self, end: Use) -> Use:
        """What is needed of a page at first, where the reports need `end` of it in the end."""
        if self.since is None and self.known is None:
            return end
        return Use(part=False, document=True, text=end.text or self.known is not None, parts=end.parts)


def terms(options: Mapping[str, Any]) -> Terms:
    """What the options ask for. Raises UsageError where they contradict each other, ConfigError for a bad baseline."""
    if options["new_only"] and not options["diff"]:
        raise UsageError("--new-only needs --diff BASE to know what is new")
    if options["baseline_strict"] and not options["baseline"]:
        raise UsageError("--baseline-strict needs --baseline FILE")
    known = baseline.read(options["baseline"]) if options["baseline"] else None
    return Terms(revisions.since(options["diff"]) if options["diff"] else None, known)


def budgeted(options: Mapping[str, Any], settings: Config) -> bool:
    """Whether pages have limits."""
    return bool(_budgets(options, settings))


def reviewed(
    documents: Sequence[Document], options: Mapping[str, Any], settings: Config, rules: RuleSet, asked: Terms, limits: Limits
) -> tuple[Sequence[Document], Review]:
    """The pages with the state of every finding, and what fails the run; the same pages where nothing is compared."""
    since, marked = asked.since, documents
    bases: Mapping[str, bytes | Failure] = {}
    if since is not None:
        bases = _bases(documents, options, settings, rules, since, limits)
        marked = Lazily(marked, partial(_compared, since=since, bases=bases))
    stale: tuple[KnownFinding, ...] = ()
    if asked.known:
        marked, stale = baseline.applied(asked.known, marked, rules)
    limited = _budgets(options, settings)
    broken: list[BrokenBudget] = []
    changes: list[Change] = []
    for document in documents if limited or bases else ():
        base = bases.get(document.extracted.path)
        changed = tuple(comparison.changes(document, unpack(base))) if isinstance(base, bytes) else ()
        broken += budgets.broken(document, limited, changed)
        changes += changed
    review = Review(
        failing=_failing(options["fail_on"] or settings.fail_on or Severity.SERIOUS),
        failing_around=_failing(options["fail_on_around"] or settings.fail_on_around or "never"),
        base=options["diff"],
        baseline=options["baseline"] and str(options["baseline"]),
        new_only=options["new_only"],
        stale_fails=options["baseline_strict"],
        stale=stale,
        broken=tuple(broken),
        changes=tuple(changes),
    )
    return marked, review


def _failing(least: str) -> tuple[Severity, ...]:
    order = list(Severity)
    return tuple(order[: order.index(Severity(least)) + 1]) if least != "never" else ()


def _budgets(options: Mapping[str, Any], settings: Config) -> tuple[Budget, ...]:
    """The configured budgets, and the least overall score of all pages as one more."""
    score = settings.min_score if options["min_score"] is None else options["min_score"]
    return (*([Budget(min_score={"overall": score})] if score is not None else []), *settings.budgets)


def _bases(
    documents: Sequence[Document], options: Mapping[str, Any], settings: Config, rules: RuleSet, since: Changes, limits: Limits
) -> dict[str, bytes | Failure]:
    """The base version of each page that has one, audited by the same rules, without its text and packed."""
    paths = [document.extracted.path for document in documents]
    named = [f"{file.blob}:{path}" for path in paths if (file := since.of(path)) and file.blob]
    from a11yaudit import slots as slot_files

    slots = slot_files.load(options["filter_lists"], options["profiles"], options["url"])[0]
    work = partial(_audit_base, rules=rules, settings=settings, limits=limits, scope=options["scope"], slots=slots)
    done = pool.run(named, work, pool.jobs_for(options["jobs"], len(named)), options["timeout"], load)
    return {named[number].partition(":")[2]: result for number, result in done}


def _audit_base(named: str, rules: RuleSet, settings: Config, limits: Limits, scope: str, slots: "Slots") -> bytes:
    blob, _, path = named.partition(":")
    data = revisions.content(blob, limits.max_bytes)
    read = Source(path, data, hashlib.sha256(data).hexdigest())
    return pack(audited(read, rules, limits, scope, settings.ignored_in(path), slots).without_text({}))


def _compared(document: Document, since: Changes, bases: Mapping[str, bytes | Failure]) -> Document:
    """The page with its findings marked against its base version; where that can't be audited, changed lines must do."""
    path = document.extracted.path
    changed = since.of(path)
    lined = comparison.on_lines(document, changed.lines if changed else None)
    base = bases.get(path)
    if isinstance(base, Failure):
        return comparison.by_lines(lined)
    return comparison.against(lined, comparison.kinds(unpack(base)) if base else {}, State.UNCHANGED)
