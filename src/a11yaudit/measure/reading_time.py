"""How long the article takes to read."""

from a11yaudit import resources
from a11yaudit.model.article import Article
from a11yaudit.model.measurements import ReadingTime
from a11yaudit.page.language import primary_subtag


def measure(article: Article) -> ReadingTime:
    """Minutes at the average, a fast and a slow rate of `rules/vocabularies/reading-rates.toml`, which names the sources."""
    rates = resources.vocabulary("reading-rates")
    language = primary_subtag(article.language) or "en"
    by_characters = rates["characters_per_minute"].get(language)
    by_words = rates["words_per_minute"].get(language, rates["words_per_minute"]["other"])
    rate = by_characters or by_words
    amount = _characters(article) if by_characters else article.words
    return ReadingTime(
        words=article.words,
        minutes=round(amount / rate["mean"], 2),
        minutes_low=round(amount / rate["fast"], 2),
        minutes_high=round(amount / rate["slow"], 2),
        words_per_minute=None if by_characters else rate["mean"],
        characters_per_minute=rate["mean"] if by_characters else None,
        declared=article.declared_times,
    )


def _characters(article: Article) -> int:
    """Letters and digits of the running text; punctuation and space take no time of their own."""
    return sum(sum(map(str.isalnum, block.text)) for block in article.running_text)
