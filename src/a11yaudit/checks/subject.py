"""Everything a check can use."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from a11yaudit.model.article import Article, Block
from a11yaudit.model.measurements import Measurements
from a11yaudit.model.part import holds
from a11yaudit.page import Page
from a11yaudit.semantics import Semantics

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Subject:
    """One page, in all that the stages before found out about it."""

    page: Page
    semantics: Semantics
    article: Article
    measurements: Measurements
    _remembered: dict[Callable[["Subject"], Any], Any] = field(default_factory=dict, compare=False)

    @property
    def running_text(self) -> tuple[Block, ...]:
        """The blocks that make up the article's text."""
        return self.once(_running_text)

    def in_article(self, number: int) -> bool:
        """Whether an element stands in the article: what rules about the article look at, and nothing else."""
        return holds(self.article.extent, number)

    def once(self, make: Callable[["Subject"], T]) -> T:
        """What a function makes of this page, made once for all checks that ask."""
        if make not in self._remembered:
            self._remembered[make] = make(self)
        found: T = self._remembered[make]
        return found


def _running_text(subject: Subject) -> tuple[Block, ...]:
    return subject.article.running_text
