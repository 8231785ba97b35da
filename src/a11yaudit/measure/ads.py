"""How ads break the article."""

import statistics
from collections import Counter
from itertools import groupby, pairwise

from a11yaudit.model.article import ADVERTISING, Article, Interruption, Zone
from a11yaudit.model.measurements import AdLoad


def measure(article: Article) -> AdLoad:
    """The ad load. Slots with no word of the article between them are one interruption for the reader."""
    ads = [unit for unit in article.interruptions if unit.kind in ADVERTISING]
    inside = breaks(article)
    words = [unit.words_before for unit in inside]
    between = [later - earlier for earlier, later in pairwise(words)]
    kinds = Counter(str(unit.kind) for unit in article.interruptions)
    return AdLoad(
        total=len(ads),
        inside_body=len(inside),
        before_headline=sum(unit.zone == Zone.BEFORE_HEADLINE for unit in ads),
        before_first_paragraph=sum(unit.zone in (Zone.BEFORE_HEADLINE, Zone.BEFORE_BODY) for unit in ads),
        per_1000_words=round(1000 * len(inside) / article.words, 2) if article.words else None,
        words_before_first=words[0] if words else None,
        words_between_min=min(between, default=None),
        words_between_median=statistics.median(between) if between else None,
        words_after_last=article.words - words[-1] if words else None,
        by_kind=dict(sorted(kinds.items())),
    )


def breaks(article: Article) -> list[Interruption]:
    """The first ad of each group of neighbours between the first and the last block of the text."""
    inside = [unit for unit in article.interruptions if unit.kind in ADVERTISING and unit.zone == Zone.BODY]
    return [next(group) for _, group in groupby(inside, key=lambda unit: unit.words_before)]
