"""Captions are parted from their credits."""

import pytest

from a11yaudit.article.pictures.credits import split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour in May. Photo: AP", ("The harbour in May.", "Photo: AP")),
        ("The harbour in May (Photo by Ida Brandt)", ("The harbour in May", "Photo by Ida Brandt")),
        ("The harbour in May. © Ida Brandt", ("The harbour in May.", "© Ida Brandt")),
        ("Photo by Ida Brandt", ("", "Photo by Ida Brandt")),
        ("Photo Courtesy of Quay College", ("", "Photo Courtesy of Quay College")),
        ("Ida Brandt/Quay Press", ("", "Ida Brandt/Quay Press")),
        ("CreditIda Brandt for The Quay Courier", ("", "CreditIda Brandt for The Quay Courier")),
        ("Der Hafen im Mai. Foto: dpa", ("Der Hafen im Mai.", "Foto: dpa")),
        ("The harbour in May", ("The harbour in May", "")),
        ("A photo of the harbour hangs in the hall", ("A photo of the harbour hangs in the hall", "")),
    ],
)
def test_given_a_caption_when_split_then_the_credit_stands_apart(text: str, expected: tuple[str, str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize("text", ["A" * 50_000, "Aa " * 20_000, "Photo " * 20_000, "( " * 20_000, "A/" * 20_000, " " * 50_000])
def test_given_a_text_made_to_keep_a_pattern_busy_when_split_then_it_ends_and_nothing_is_lost(text: str) -> None:
    body, credit = split(text)
    assert len(body) + len(credit) >= len(text.strip(" |/–—-.")) - 2
