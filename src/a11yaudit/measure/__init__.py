"""Measurements of an article."""

from a11yaudit.measure import ads, captions, readability, reading_time
from a11yaudit.model.article import Article
from a11yaudit.model.measurements import Measurements


def measure(article: Article) -> Measurements:
    """All measurements; an article without text has zeros and None."""
    return Measurements(
        reading_time.measure(article),
        readability.measure(article),
        captions.measure(article),
        ads.measure(article),
    )
