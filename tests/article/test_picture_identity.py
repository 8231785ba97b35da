"""Which addresses show one picture, and what an editor calls its file."""

import pytest

from a11yaudit.article.pictures import identity


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/m/pier-2400.jpg", "/m/pier-800.jpg"),
        ("/m/pier_large.jpg", "/s/pier_small.jpg"),
        ("/m/pier.jpg", "/m/pier@2x.jpg"),
        ("/m/pier.jpg", "/m/pier.webp"),
        ("/m/pier.jpg", "/m/pier.jpg.webp"),
        ("/m/pier.jpg", "/m/pier-scaled.jpg"),
        ("/m/pier-300x200.jpg", "/m/pier-1024x683.jpg"),
        ("/m/pier.jpg?w=300", "/m/pier.jpg?w=900&q=80"),
        ("/m/220px-Pier.jpg", "/m/640px-Pier.jpg"),
        ("/_next/image?url=%2Fm%2Fpier.png&w=640&q=75", "/m/pier.png"),
        ("https://cdn.example/600x400/filters:format(webp)/https%3A%2F%2Fquay.example%2Fpier.jpg", "https://quay.example/pier.jpg"),
        ("https://m.example/media/4711/750/422/image.jpg", "https://m.example/media/4711/375/211/image.jpg"),
        ("/i/clock-icon-white.png", "/i/clock-icon-black.png"),
        ("/i/quay.svg", "/i/quay-inverted.svg"),
        ("/m/pier_0.png", "/m/pier_0_0.png"),
        ("/show?id=4711&w=300", "/show?id=4711&w=900"),
        ("/m/pier.jpg.3453064.jpg", "/m/pier.jpg.3453078.jpg"),
    ],
)
def test_given_sizes_formats_and_copies_when_keyed_then_they_are_one_picture(first: str, second: str) -> None:
    assert identity.key(first) == identity.key(second) != ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("/m/dsc-1234.jpg", "/m/dsc-1235.jpg"),
        ("/m/IMG_2034.jpg", "/m/IMG_2035.jpg"),
        ("/m/figure-1.png", "/m/figure-2.png"),
        ("/m/figure-100.png", "/m/figure-200.png"),
        ("/2023/image.jpg", "/2024/image.jpg"),
        ("/2023/05/1.jpg", "/2024/05/1.jpg"),
        ("/show?id=4711", "/show?id=4712"),
        ("/m/red-boat.jpg", "/m/boat.jpg"),
        ("/m/boat-white.jpg", "/m/boat-black.jpg"),
    ],
)
def test_given_pictures_that_only_a_number_or_a_colour_tells_apart_when_keyed_then_they_are_two(first: str, second: str) -> None:
    assert identity.key(first) != identity.key(second)


@pytest.mark.parametrize(
    ("src", "name"),
    [
        ("https://quay.example/m/pier.jpg?w=300", "pier.jpg"),
        ("https://cdn.example/filters:format(png)/pier.jpg", "pier.jpg"),
        ("https://cdn.example/f_auto/https%3A%2F%2Fquay.example%2Fpier.jpg", "pier.jpg"),
        ("data:image/svg+xml,%3Csvg%3E", ""),
        ("https://cdn.example/filters:format(png)", ""),
        ("", ""),
    ],
)
def test_given_an_address_when_named_then_it_is_by_the_real_file(src: str, name: str) -> None:
    assert identity.file_name(src) == name


@pytest.mark.parametrize(
    ("file", "readable"),
    [
        ("old-pier.jpg", True),
        ("pier_2024.png", True),
        ("9c8af290-a06d-11e6-bdfd-4ddc0a732700.jpg", False),
        ("291367205-h-720.jpg", False),
        ("image.jpg", False),
        ("view.asp", False),
        ("", False),
    ],
)
def test_given_a_file_when_shown_to_a_person_then_only_words_are(file: str, readable: bool) -> None:
    assert identity.is_readable(file) == readable


@pytest.mark.parametrize("text", ["a" * 50_000, "-sm" * 20_000 + "z", "a.jpg" * 10_000, "%2F" * 20_000, "_0" * 20_000 + "z", "[" * 50_000])
def test_given_an_address_made_to_keep_a_pattern_busy_when_keyed_then_it_ends(text: str) -> None:
    assert len(identity.key(text) + identity.file_name(text)) <= len(text) + identity.LONGEST_NAME
