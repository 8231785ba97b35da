"""What a run is compared with and what fails it, as its caller and the settings ask for it."""

from dataclasses import dataclass

from a11yaudit.api.page_work import Use
from a11yaudit.errors import UsageError
from a11yaudit.model.outcome import Severity
from a11yaudit.review import baseline, revisions
from a11yaudit.review.baseline import Baseline
from a11yaudit.review.decision import Policy
from a11yaudit.review.demands import Demands
from a11yaudit.review.revisions import Changes
from a11yaudit.settings import Budget, Settings


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for a run, read before the first page is."""

    demands: Demands
    since: Changes | None
    """The files that changed since `--diff BASE`; None without it."""
    known: Baseline | None
    budgets: tuple[Budget, ...]
    failing: tuple[Severity, ...]
    failing_around: tuple[Severity, ...]
    no_article: Policy | None

    def use(self, end: Use) -> Use:
        """What is needed of a page at first, where the reports need `end` of it in the end."""
        if self.since is None and self.known is None:
            return end
        return Use(part=False, document=True, text=end.text or self.known is not None, parts=end.parts)


def terms(asked: Demands, settings: Settings) -> Terms:
    """What holds. Raises UsageError for demands that contradict each other, ConfigError for a bad baseline."""
    if asked.new_only and not asked.diff:
        raise UsageError("--new-only needs --diff BASE to know what is new")
    if asked.baseline_strict and not asked.baseline:
        raise UsageError("--baseline-strict needs --baseline FILE")
    known = baseline.read(asked.baseline) if asked.baseline else None
    policy = asked.no_article or settings.no_article
    return Terms(
        demands=asked,
        since=revisions.since(asked.diff) if asked.diff else None,
        known=known,
        budgets=_budgets(asked, settings),
        failing=_failing(asked.fail_on or settings.fail_on or Severity.SERIOUS),
        failing_around=_failing(asked.fail_on_around or settings.fail_on_around or "never"),
        no_article=Policy(policy) if policy else None,
    )


def _failing(least: str) -> tuple[Severity, ...]:
    order = list(Severity)
    return tuple(order[: order.index(Severity(least)) + 1]) if least != "never" else ()


def _budgets(asked: Demands, settings: Settings) -> tuple[Budget, ...]:
    """The configured budgets, and the least overall score of all pages as one more."""
    score = settings.min_score if asked.min_score is None else asked.min_score
    return (*([Budget(min_score={"overall": score})] if score is not None else []), *settings.budgets)
