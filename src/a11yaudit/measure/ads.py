"""How ads break the article."""

import statistics
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from a11yaudit.measure.reading_time.rates import Rates, rates_of
from a11yaudit.model.article import ADVERTISING, Article, Interruption, InterruptionKind, Zone
from a11yaudit.model.measurements import AdLoad


def measure(article: Article) -> AdLoad:
    """The ad load. Slots with no word of the article between them are one interruption for the reader."""
    ads = [unit for unit in article.interruptions if unit.kind in ADVERTISING]
    slots = [unit for unit in ads if unit.zone == Zone.BODY]
    inside = breaks(article)
    words = [unit.words_before for unit in inside]
    between = [later - earlier for earlier, later in pairwise(words)]
    kinds = Counter(str(unit.kind) for unit in article.interruptions)
    blocks = len(article.running_text)
    longest = max([*words[:1], *between, article.words - words[-1]]) if words else None
    said = sum(unit.words for unit in slots)
    met = [unit for unit in article.interruptions if unit.zone == Zone.BODY]
    return AdLoad(
        total=len(ads),
        inside_body=len(inside),
        slots_inside_body=len(slots),
        before_headline=sum(unit.zone == Zone.BEFORE_HEADLINE for unit in ads),
        before_first_paragraph=sum(unit.zone in (Zone.BEFORE_HEADLINE, Zone.BEFORE_BODY) for unit in ads),
        per_1000_words=round(1000 * len(inside) / article.words, 2) if article.words else None,
        words_before_first=words[0] if words else None,
        words_between_min=min(between, default=None),
        words_between_median=statistics.median(between) if between else None,
        words_after_last=article.words - words[-1] if words else None,
        words_longest=longest,
        statement=_statement(len(inside), longest),
        by_kind=dict(sorted(kinds.items())),
        by_kind_inside={str(kind): len(_firsts([unit for unit in met if unit.kind == kind])) for kind in InterruptionKind},
        interruptions_inside_body=len(_firsts(met)),
        after_body=sum(unit.zone == Zone.AFTER_BODY for unit in ads),
        share_of_blocks=round(len(slots) / (len(slots) + blocks), 3) if blocks else None,
        share_of_words=round(said / (said + article.words), 3) if article.words else None,
        inside_element=sum(unit.inside is not None for unit in slots),
        after_heading=sum(unit.after_heading for unit in slots),
        beside_picture=sum(unit.beside_picture for unit in slots),
        labels_read_aloud=sum(unit.label_location is not None and not unit.announced for unit in slots),
        announced=sum(unit.announced for unit in slots),
        frames_without_title=sum(len(unit.frames) for unit in slots),
        autoplay=sum(unit.autoplay for unit in slots),
        listening_seconds=listening_seconds(met, rates_of(article.language)),
    )


def _statement(ads: int, longest: int | None) -> str:
    """What the ads cost, in plain words."""
    if longest is None:
        return "No ads break the text"
    without = f"the longest stretch without one is {longest} {'word' if longest == 1 else 'words'}"
    return f"{'1 ad breaks' if ads == 1 else f'{ads} ads break'} the text; {without}"


def breaks(article: Article) -> list[Interruption]:
    """The first ad of each group of neighbours between the first and the last block of the text."""
    return _firsts([unit for unit in article.interruptions if unit.kind in ADVERTISING and unit.zone == Zone.BODY])


def _firsts(units: Sequence[Interruption]) -> list[Interruption]:
    """The first of each group of neighbours."""
    return [next(group) for _, group in groupby(units, key=lambda unit: unit.words_before)]


def listening_seconds(units: Sequence[Interruption], rates: Rates) -> float:
    """Seconds that a listener spends: each word, and a word more for each thing that is announced by its role."""
    return round(60 * sum(unit.words + unit.stops for unit in units) / rates.listening_words, 1)
