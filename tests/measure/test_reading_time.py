"""Minutes to read and to listen."""

from dataclasses import replace

import pytest
from articles import article, location

from a11yaudit.measure.pictures.captions import measure as captions
from a11yaudit.measure.reading_time.reading_time import measure as reading_time
from a11yaudit.model.article import Article, Block, Caption, Image, ImageRole, Role
from a11yaudit.model.measurements import Listening, ReadingTime, RepeatedCaption


def measure(given: Article) -> ReadingTime:
    return reading_time(given, captions(given))


def test_english_is_read_at_238_words_a_minute_and_heard_at_183() -> None:
    assert measure(article("word " * 476)) == ReadingTime(
        words=476,
        minutes=2.0,
        minutes_low=1.59,
        minutes_high=2.72,
        minutes_with_pictures=2.0,
        words_per_minute=238,
        characters_per_minute=None,
        code_words=0,
        table_words=0,
        listening=Listening(2.6, 0.0, 0.0, ()),
        declared=(),
    )


def test_another_language_is_scaled_by_how_fast_it_is_read_aloud() -> None:
    assert measure(article("Wort " * 187, language="de")).minutes == 1.0


def test_japanese_is_counted_in_characters() -> None:
    measured = measure(article("今日は雨。" * 373, language="ja-JP"))
    assert (measured.minutes, measured.words_per_minute, measured.characters_per_minute) == (4.0, None, 373)


@pytest.mark.parametrize("language", [None, "en", "zh", "th", "xx"])
def test_an_article_without_text_takes_no_time(language: str | None) -> None:
    measured = measure(article(language=language))
    assert (measured.words, measured.minutes, measured.minutes_low, measured.minutes_high) == (0, 0.0, 0.0, 0.0)
    assert measured.listening == Listening(0.0, 0.0, None, ())


def picture(number: int, caption: str | None = None, role: ImageRole = ImageRole.CONTENT) -> Image:
    told = Caption(caption, caption, "", location(number)) if caption else None
    return Image(f"{number}.jpg", "", None, role, told, None, location(number))


def test_pictures_take_twelve_seconds_then_one_less_each_and_icons_none() -> None:
    given = replace(article("word " * 238), images=(*map(picture, range(12)), picture(12, role=ImageRole.ICON)))
    assert measured_seconds(given) == sum((12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 3, 3))


def measured_seconds(given: Article) -> float:
    measured = measure(given)
    return round(60 * (measured.minutes_with_pictures - measured.minutes))


def test_a_listener_pays_for_labels_in_the_text_and_for_each_repeated_caption() -> None:
    given = article("word " * 183, "Advertisement and more", "word " * 183, "Share")
    blocks = tuple(replace(block, role=Role.OTHER) if number % 2 else block for number, block in enumerate(given.blocks))
    images = (picture(5, "Boats in the old harbour on Monday"), picture(6, "Boats in the old harbour on Monday"))
    listening = measure(replace(given, blocks=blocks, words=366, images=images)).listening
    assert listening == Listening(2.0, 0.05, 0.027, (RepeatedCaption("Boats in the old harbour on Monday", 2.3, location(6)),))


def test_code_and_tables_are_counted_apart() -> None:
    given = article("One two three.")
    more = (Block(Role.CODE, "a = b", location(1)), Block(Role.TABLE_CELL, "four", location(2)))
    measured = measure(replace(given, blocks=(*given.blocks, *more), words=6))
    assert (measured.words, measured.code_words, measured.table_words) == (6, 2, 1)
