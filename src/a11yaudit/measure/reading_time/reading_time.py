"""How long the article takes to read and to listen to."""

from collections.abc import Iterable

from a11yaudit import resources
from a11yaudit.measure.reading_time.rates import Rates, rates_of
from a11yaudit.measure.text import count_words
from a11yaudit.model.article import RUNNING_TEXT, Article, Block, ImageRole, Role
from a11yaudit.model.measurements import Captions, Listening, ReadingTime, RepeatedCaption

_LOOKED_AT = frozenset({ImageRole.LEAD, ImageRole.CONTENT})


def measure(article: Article, captions: Captions) -> ReadingTime:
    """Minutes at the average, a fast and a slow rate of `rules/vocabularies/reading-rates.toml`, which names the sources."""
    rates = rates_of(article.language)
    amount = sum(rates.units(block.text) for block in article.running_text) if rates.by_characters else article.words
    pictures = _picture_seconds(sum(image.role in _LOOKED_AT for image in article.images))
    minutes = amount / rates.mean
    return ReadingTime(
        words=article.words,
        minutes=round(minutes, 2),
        minutes_low=round(amount / rates.fast, 2),
        minutes_high=round(amount / rates.slow, 2),
        minutes_with_pictures=round(minutes + pictures / 60, 2),
        words_per_minute=None if rates.by_characters else round(rates.mean),
        characters_per_minute=round(rates.mean) if rates.by_characters else None,
        code_words=_words_of(article, Role.CODE),
        table_words=_words_of(article, Role.TABLE_CELL),
        listening=_listening(article, captions, rates, amount / rates.listening),
        declared=article.declared_times,
    )


def _picture_seconds(pictures: int) -> int:
    """Seconds for looking at the pictures: each takes one less than the one before it, down to the least."""
    rule = resources.vocabulary("reading-rates")["pictures"]
    return sum(max(rule["least"], rule["first"] - number) for number in range(pictures))


def _words_of(article: Article, role: Role) -> int:
    return sum(count_words(block.text) for block in article.blocks if block.role is role)


def _listening(article: Article, captions: Captions, rates: Rates, minutes: float) -> Listening:
    other = sum(rates.seconds(block.text) for block in _between(article.blocks)) / 60
    repeated = tuple(
        RepeatedCaption(pair.image.caption.text, round(rates.seconds(pair.image.caption.text), 1), pair.image.caption.location)
        for pair in captions.pairs
        if pair.equal and pair.image.caption
    )
    other += sum(caption.seconds for caption in repeated) / 60
    return Listening(
        minutes=round(minutes, 2),
        other_minutes=round(other, 2),
        other_share=round(other / (minutes + other), 3) if minutes + other else None,
        repeated_captions=repeated,
    )


def _between(blocks: tuple[Block, ...]) -> Iterable[Block]:
    """What a listener hears between the first and the last block of the text that is not the article: ad labels, share bars, teasers."""
    own = [number for number, block in enumerate(blocks) if block.role in RUNNING_TEXT]
    return (block for block in blocks[own[0] : own[-1]] if block.role is Role.OTHER) if own else ()
