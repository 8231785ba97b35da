"""What a check may look at."""

from dataclasses import dataclass

from a11yaudit.model.article import Article
from a11yaudit.model.measurements import Measurements
from a11yaudit.page import Page
from a11yaudit.semantics import Semantics


@dataclass(frozen=True, slots=True)
class Subject:
    """One page, in all that the stages before found out about it."""

    page: Page
    semantics: Semantics
    article: Article
    measurements: Measurements
