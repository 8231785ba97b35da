"""Captions are parted from their credits."""

import pytest

from a11yaudit.article.credits import split


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
