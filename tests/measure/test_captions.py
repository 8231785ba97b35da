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
        ("Photo: two children jump from the pier", (AltFault.PREFIX,)),
        ("Foto von Ida Brandt", (AltFault.PREFIX,)),
        ("Lighthouse image", (AltFault.PREFIX,)),
        ("Fisherman with net photo", (AltFault.PREFIX,)),
        ("Hafen Symbolbild", (AltFault.PREFIX,)),
        ("灯台の画像", (AltFault.PREFIX,)),
        ("A family photo", ()),
        ("Satellite image", ()),
        ("A man holds an old photo", ()),
        ("Photo: Ida Brandt", (AltFault.CREDIT,)),
        ("Foto von Ida Brandt/Getty Images", (AltFault.CREDIT,)),
        ("Bark Seminar Timber / Quay Seminar", ()),
        ("Symbolbild: Harbour", (AltFault.PREFIX,)),
        ("“”", (AltFault.PLACEHOLDER,)),
        ("...", (AltFault.PLACEHOLDER,)),
        ("0", (AltFault.PLACEHOLDER,)),
        ("✓", ()),
        ("Untitled design (3)", (AltFault.PLACEHOLDER,)),
        ("download (1)", (AltFault.PLACEHOLDER,)),
        ("JPEG - 172.1 ko", (AltFault.PLACEHOLDER,)),
        ("PNG 1200 x 800 px", (AltFault.PLACEHOLDER,)),
        ("GIF of a jumping seal", ()),
        ("Image may contain: boat, sea", (AltFault.GARBLED,)),
        ("A boat Description automatically generated", (AltFault.GARBLED,)),
        ("Kan een afbeelding zijn van boot en zee", (AltFault.GARBLED,)),
        ("https://quay.example/boats", (AltFault.GARBLED,)),
        ("Crates on a wet quay www.quay.example", (AltFault.ADDRESS,)),
        ("Screenshot (12)", (AltFault.FILE_NAME,)),
        ("CleanShot 2024-03-01 at 10.22.11@2x", (AltFault.FILE_NAME,)),
        ("Bildschirmfoto 2024-03-01 um 10.22.11", (AltFault.FILE_NAME,)),
        ("Capture d’écran 2024-03-01 à 10.22.11", (AltFault.FILE_NAME,)),
        ("Captura de pantalla 2024-03-01 a la(s) 10.22.11", (AltFault.FILE_NAME,)),
        ("Schermata 2024-03-01 alle 10.22.11", (AltFault.FILE_NAME,)),
        ("Schermafbeelding 2024-03-01 om 10.22.11", (AltFault.FILE_NAME,)),
        ("Skærmbillede 2024-03-01 kl. 10.22.11", (AltFault.FILE_NAME,)),
        ("Снимок экрана 2024-03-01 в 10.22.11", (AltFault.FILE_NAME,)),
        ("スクリーンショット 2024-03-01 10.22.11", (AltFault.FILE_NAME,)),
        ("Zrzut ekranu 2024-03-1 o 10.22.11", (AltFault.FILE_NAME,)),
        ("Screenshot 3 of the settings", ()),
        ("Screenshot of three menus", ()),
        ("Quay_Logo_2023 © Quay Press", (AltFault.FILE_NAME,)),
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


def test_given_the_name_of_its_own_file_when_measured_then_it_is_one_unless_the_article_writes_it_too() -> None:
    html = '<h2>Apple-Cake</h2><p>The QX7 is a ferry.</p><img src="/m/quayx4.jpg" alt="quayx4"><p>x</p>'
    html += '<img src="/m/qx7-300x200.jpg" alt="QX7"><p>x</p><img src="/m/apple-cake.jpg" alt="Apple-Cake">'
    assert [alt.faults for alt in measure(article(html)).alts] == [(AltFault.FILE_NAME,), (), ()]


def test_given_small_pictures_when_measured_then_only_their_file_names_are_told() -> None:
    small = '<p><img src="qy014.jpg" alt="{}" width="40" height="40"> Hear them on the radio.</p>'
    found = [alt.faults for text in ("qy014", "Radio", "image") for alt in measure(article(small.format(text))).alts]
    assert found == [(AltFault.FILE_NAME,)]


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ('<p><a href="/c"><img src="a.jpg" alt="Crabs move north"> Crabs move north</a></p>', "link"),
        ('<p><a href="/c"><img src="a.jpg" alt="Crabs move to the north"> Crabs move to the north. By Ida Brandt</a></p>', "link"),
        ('<p><button><img src="a.jpg" alt="Play the sound"> Play the sound</button></p>', "button"),
        ('<h2>Crabs move north</h2><img src="a.jpg" alt="Crabs move north"><p>They do.</p>', "heading"),
        ('<h2>Crabs move north</h2><p>Every year.</p><img src="a.jpg" alt="Crabs move north"><p>And now.</p>', "heading"),
        ('<div><img src="a.jpg" alt="Crabs on a rope"><span>Crabs on a rope</span></div>', "text"),
        ('<p><a href="/c"><img src="a.jpg" alt="A crab on a rope"> Crabs move north</a></p>', None),
        ('<div><img src="a.jpg" alt="Crabs on a rope"><span aria-hidden="true">Crabs on a rope</span></div>', None),
        ('<figure><img src="a.jpg" alt="Crabs on a rope"><figcaption>Crabs on a rope</figcaption></figure>', None),
    ],
)
def test_given_words_beside_a_picture_when_measured_then_a_repetition_is_told_by_what_says_them(html: str, kind: str | None) -> None:
    (alt,) = measure(article(html)).alts
    assert (alt.beside.kind if alt.beside else None) == kind


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Visitors wait at the pier for the last ferry", "Visitors wait at the pier for the last ferry. Westhaven, Easthaven"),
        ("2of4 The old harbour lies still", "3of4 The old harbour lies still"),
        ("The old harbour lies still (click to enlarge)", "The old harbour lies still"),
        ("Der alte Hafen liegt ganz still, Foto zum Vergrößern klicken", "Der alte Hafen liegt ganz still, Foto"),
        ("Women from the upper town wait at dawn for fresh bread", "Women from the upper town wait at dusk for fresh bread"),
    ],
)  # fmt: skip
def test_given_long_captions_that_say_the_same_when_measured_then_they_are_a_near_pair(first: str, second: str) -> None:
    assert pairs(first, second) == [("1.jpg", False, ("0.jpg",))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A snapshot of a Long Run from the plan inside the training app",
            "A snapshot of an Interval Run from the plan inside the training app",
        ),
        ("The ferry lands with 12 people on board at the old pier", "The ferry lands with 30 people on board at the old pier"),
        ("M. Lind courtesy Norra", "M. Lind courtesy Norra"),
    ],
)
def test_given_long_captions_that_names_or_numbers_tell_apart_when_measured_then_they_are_no_pair(first: str, second: str) -> None:
    assert pairs(first, second) == []


def test_given_the_quoted_title_of_a_work_twice_when_measured_then_it_is_a_pair() -> None:
    assert pairs("“Harbour at Dawn”", "“Harbour at Dawn”") == [("1.jpg", True, ("0.jpg",))]


def test_given_three_equal_captions_around_a_near_one_when_measured_then_each_pair_is_told_once() -> None:
    same, longer = "Visitors wait at the pier for the last ferry", "Visitors wait at the pier for the last ferry, hoping"
    assert pairs(same, longer, same) == [("1.jpg", False, ("0.jpg",)), ("2.jpg", True, ("0.jpg", "1.jpg"))]


TWICE = "Few fish were left. Nobody knew why it was so."


@pytest.mark.parametrize(
    ("html", "echoed"),
    [
        ((f"<p>Late. Few fish were left.</p><p>Nobody knew why it was so.</p><figure><img src='a.jpg'>"
         f"<figcaption>{TWICE}</figcaption></figure>"), 1),
        (f"<p><img src='a.jpg' alt='Ropes'><span class='newsCaption'>{TWICE} (Image: Nordfoto)</span></p>", 0),
        (f"<figure><img src='a.jpg'><figcaption aria-hidden='true'>{TWICE}</figcaption></figure><p>{TWICE} So it was.</p>", 0),
        (f"<figure><img src='a.jpg'><figcaption><h2>{TWICE}</h2></figcaption></figure><p>None came back.</p>", 0),
    ],
)  # fmt: skip
def test_given_captions_and_the_text_beside_them_when_measured_then_only_words_of_others_are_repeated(html: str, echoed: int) -> None:
    assert sum(echo.share == 1 for echo in measure(article(html)).captions.echoes) == echoed


STILL = "The harbour lies quite still"


@pytest.mark.parametrize(
    ("html", "sure"),
    [
        (f"<figure><img src='a.jpg'><figcaption>{STILL}</figcaption></figure><p class='caption'>{STILL}</p>", [True]),
        (f"<div><img src='a.jpg'><div class='caption'><div>{STILL}</div><div>{STILL}</div></div></div>", [False]),
        (f"<p class='teaser-caption'>{STILL}</p><p>{STILL}</p>", []),
    ],
)
def test_given_a_caption_twice_in_a_row_when_measured_then_a_copy_inside_of_it_may_be_hidden(html: str, sure: list[bool]) -> None:
    assert [item.sure for item in measure(article(html)).captions.repeated] == sure
