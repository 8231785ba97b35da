"""Minutes to read."""

import pytest
from articles import article

from a11yaudit.measure.reading_time import measure
from a11yaudit.model.measurements import ReadingTime


def test_english_is_read_at_238_words_a_minute() -> None:
    assert measure(article("word " * 476)) == ReadingTime(476, 2.0, 1.59, 2.72, 238, None, ())


def test_japanese_is_counted_in_characters() -> None:
    measured = measure(article("今日は雨。" * 357, language="ja-JP"))
    assert (measured.minutes, measured.words_per_minute, measured.characters_per_minute) == (4.0, None, 357)


@pytest.mark.parametrize("language", [None, "en", "zh", "th", "xx"])
def test_an_article_without_text_takes_no_time(language: str | None) -> None:
    measured = measure(article(language=language))
    assert (measured.words, measured.minutes, measured.minutes_low, measured.minutes_high) == (0, 0.0, 0.0, 0.0)
