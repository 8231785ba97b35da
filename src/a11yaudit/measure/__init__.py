"""Measurements of an article."""

from a11yaudit.measure.ads import measure as ad_load
from a11yaudit.measure.pictures.alts import measure as alts
from a11yaudit.measure.pictures.captions import measure as captions
from a11yaudit.measure.readability.readability import measure as readability
from a11yaudit.measure.reading_time.reading_time import measure as reading_time
from a11yaudit.model.article import Article
from a11yaudit.model.measurements import Measurements


def measure(article: Article) -> Measurements:
    """All measurements; an article without text has zeros and None."""
    repeated = captions(article)
    return Measurements(reading_time(article, repeated), readability(article), repeated, ad_load(article), alts(article))
