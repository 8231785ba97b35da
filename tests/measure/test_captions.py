"""What captions and alternative texts repeat, and what is no repetition."""

import hashlib

import pytest

from a11yaudit import pipeline
from a11yaudit.measure import measure
from a11yaudit.measure.pictures.likeness import bare, unnumbered
from a11yaudit.model.article import Article
from a11yaudit.model.measurements import AltFault
from a11yaudit.model.source import Limits, Source

TEXT = (
    "<h1>The harbour in spring</h1><p>The boats came home late with little in their nets, and nobody at the quay had waited for them.</p>"
)


def article(html: str) -> Article:
    data = (TEXT + html).encode()
    return pipeline.extract(Source("page.html", data, hashlib.sha256(data).hexdigest()), Limits(), "page").article


def pairs(*captions: str) -> list[tuple[str, bool, tuple[str, ...]]]:
    figures = (
        f'<figure><img src="{n}.jpg" alt=""><figcaption>{caption}</figcaption></figure><p>And so on.</p>'
        for n, caption in enumerate(captions)
    )
    found = measure(article("".join(figures))).captions.pairs
    return [(pair.image.file, pair.equal, tuple(image.file for image in pair.earlier)) for pair in found]


def test_given_one_caption_three_times_when_measured_then_each_later_one_names_all_earlier_ones() -> None:
    repeated = ("The boats lie at the quay. Photo: AP", "The boats lie at the quay", "The boats lie at the quay! (Foto: dpa)")
    assert pairs(*repeated) == [("1.jpg", True, ("0.jpg",)), ("2.jpg", True, ("0.jpg", "1.jpg"))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Figure 1: The boats lie at the quay", "Figure 2: The boats lie at the quay"),
        ("The quay before the storm last winter", "The quay after the storm last winter"),
        ("The mayor opens the quay in Westhaven", "The mayor opens the quay in Easthaven"),
        ("The boats lie at the quay in May", "The boats lie at the quay in June"),
        ("Photo: Ida Brandt/Quay Press", "Photo: Ida Brandt/Quay Press"),
        ("Ida Brandt", "Ida Brandt"),
        ("Quay Press Studios", "Quay Press Studios"),
        ("A backpack with hip pockets", "A backpack with top pockets"),
        ("Osprey backpack with its hip pockets", "Osprey backpack with its outer pockets"),
    ],
)
def test_given_captions_that_something_tells_apart_or_mere_names_when_measured_then_they_are_no_pair(first: str, second: str) -> None:
    assert pairs(first, second) == []


def test_given_spelling_and_small_words_that_differ_when_measured_then_they_are_a_near_pair() -> None:
    assert pairs("The old harbour lies still", "An old harbor lies still") == [("1.jpg", False, ("0.jpg",))]


def test_given_a_caption_that_goes_on_with_small_words_when_measured_then_it_is_a_near_pair_but_not_with_a_name() -> None:
    assert pairs("The old harbour lies", "The old harbour lies still", "The old harbour lies in May") == [("1.jpg", False, ("0.jpg",))]


def test_given_a_thousand_long_captions_that_share_words_when_measured_then_none_is_a_pair() -> None:
    words = " ".join(f"harbourside{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(40))
    assert pairs(*(f"{words} number {n}" for n in range(1000))) == []


def test_given_two_pictures_under_one_caption_when_measured_then_it_is_no_pair() -> None:
    one = article('<figure><img src="a.jpg"><img src="b.jpg"><figcaption>The boats lie at the quay</figcaption></figure>')
    assert measure(one).captions.pairs == ()


@pytest.mark.parametrize(
    ("alt", "faults"),
    [
        ("IMG_2034.JPG", (AltFault.FILE_NAME,)),
        ("2022 10 13 16.40.26 1520x1140", (AltFault.FILE_NAME,)),
        ("old-harbour-view", (AltFault.FILE_NAME,)),
        ("Post Image", (AltFault.PLACEHOLDER,)),
        ("Beitragsbild", (AltFault.PLACEHOLDER,)),
        ("Photo: Reuters", (AltFault.CREDIT,)),
        ("Quay &amp;amp; nets", (AltFault.GARBLED,)),
        ("Una foto de un barco", (AltFault.PREFIX,)),
        ("A blue boat - product photo", (AltFault.PREFIX,)),
        ("The boats lie at the quay and…", (AltFault.TRUNCATED,)),
        ("boats, nets, quay, harbour, sea, storm, fish", (AltFault.KEYWORDS,)),
        ("Diagramm", (AltFault.VAGUE,)),
        ("A blue boat at the quay", ()),
        ("Ida Brandt", ()),
        ("Montessori for Parents", ()),
        ("8282", ()),
        ("A woman photographs the image of a saint", ()),
        ("Product Logo for ADT", ()),
    ],
)
def test_given_an_alternative_text_when_measured_then_its_faults_are_these(alt: str, faults: tuple[AltFault, ...]) -> None:
    (found,) = measure(article(f'<figure><img src="boats.jpg" alt="{alt}"></figure>')).alts
    assert found.faults == faults


def test_given_texts_that_only_a_number_tells_apart_when_measured_then_they_are_the_same_but_products_are_not() -> None:
    figures = [f'<figure><img src="{n}.jpg" alt="The Best Old Boats {n}"></figure><p>x</p>' for n in (1, 2, 3)]
    products = [f'<figure><img src="p{n}.jpg" alt="Quayphone {n}"></figure><p>x</p>' for n in (1, 2, 3)]
    found = measure(article("".join(figures + products))).alts
    assert [len(alt.same) for alt in found] == [2, 2, 2, 0, 0, 0]


@pytest.mark.parametrize("text", ["( " * 20_000, "-" * 50_000, " " * 50_000, "1 - " * 20_000, "_" * 50_000, "[Fig " * 10_000])
def test_given_a_text_made_to_keep_a_pattern_busy_when_compared_then_it_ends(text: str) -> None:
    assert max(len(bare(text)), len(unnumbered(text, bare_too=True))) <= len(text)


def test_given_a_copy_s_number_when_left_out_then_the_rest_stays() -> None:
    assert [unnumbered("Quay - 2"), unnumbered("Quay (3)"), unnumbered("Quay 2"), unnumbered("Quay 2", bare_too=True)] == [
        "Quay", "Quay", "Quay 2", "Quay",
    ]  # fmt: skip
