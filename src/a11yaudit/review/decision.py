"""What a run comes to: pages without an article, and what the exit code says."""

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from a11yaudit.model.article import EXPLAINED, NoArticle
from a11yaudit.model.run import NO_ARTICLE, Failure, Run


class Policy(StrEnum):
    """What a page without an article is."""

    ERROR = "error"
    WARN = "warn"
    """Counted and listed."""
    IGNORE = "ignore"
    """Counted."""


class Decision(StrEnum):
    """How a run ends."""

    CLEAN = "clean"
    FINDINGS = "findings"
    """Something fails it: findings, a score, a budget, a stale baseline."""
    PAGES = "pages"
    """Pages could not be audited, or have no article though they were named as one."""


def decided(run: Run) -> Decision:
    """The end of a run; pages that could not be audited win over what was found on the others."""
    if run.failures:
        return Decision.PAGES
    stale = run.review.stale_fails and run.review.stale
    failed = run.tally().count(run.review.fails) or run.review.broken or stale
    return Decision.FINDINGS if failed else Decision.CLEAN


def no_article(pages: Iterable[tuple[str, NoArticle]], named: Collection[str], policy: Policy | None) -> list[Failure]:
    """The pages without an article that are errors: by default those that were named by themselves and not found in a folder."""
    return [
        Failure(path, NO_ARTICLE, f"no article found: {EXPLAINED[reason]}")
        for path, reason in pages
        if policy == Policy.ERROR or (policy is None and path in named)
    ]


def listed(pages: Sequence[tuple[str, NoArticle]], policy: Policy | None) -> Sequence[tuple[str, NoArticle]]:
    """The pages without an article that reports list."""
    return () if policy == Policy.IGNORE else pages
