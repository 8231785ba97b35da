"""Captions are parted from their credits."""

import pytest

from a11yaudit.article.pictures.credits import is_credit, is_evident, split


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


@pytest.mark.parametrize(
    ("credit", "description"),
    [
        ("Photo: Ida Brandt", "Photo: two children jump from the pier"),
        ("Foto: Ida Brandt", "Foto: Zwei Kinder springen von der Mole"),
        ("Photo : Ida Brandt", "Photo : deux enfants sautent de la jetée"),
        ("Foto: Ida Brandt / EFE", "Foto: dos niños saltan del muelle"),
        ("Imagem: Ida Brandt", "Imagem: duas crianças saltam do cais"),
        ("Immagine: Ida Brandt", "Immagine: due bambini saltano dal molo"),
        ("Beeld: Ida Brandt", "Beeld: twee kinderen springen van de pier"),
        ("Zdjęcie: Ida Brandt", "Zdjęcie: dwoje dzieci skacze z molo"),
        ("Foto: Ida Brandtová", "Foto: dvě děti skáčou z mola"),
        ("Bild: Ida Brandt", "Bild: två barn hoppar från piren"),
        ("Foto: Ida Brandt/Ritzau Scanpix", "Foto: to børn springer fra molen"),
        ("Bilde: Ida Brandt", "Bilde: to barn hopper fra moloen"),
        ("Kuva: Ida Brandt", "Kuva: kaksi lasta hyppää laiturilta"),
        ("Fotó: Brandt Ida", "Fotó: két gyerek ugrik a mólóról"),
        ("Imagine: Ida Brandt", "Imagine: doi copii sar de pe dig"),
        ("Φωτογραφία: Ίντα Μπραντ", "Φωτογραφία: δύο παιδιά πηδούν από την αποβάθρα"),
        ("Görsel: Ida Brandt", "Görsel: iki çocuk iskeleden atlıyor"),
        ("Фото: Ида Брандт", "Фото: двое детей прыгают с пирса"),
        ("Світлина: Іда Брандт", "Світлина: двоє дітей стрибають з пірса"),
        ("写真：山田一郎", "写真：桟橋から飛び込む子どもたち"),
        ("图片：新华社", "图片：两个孩子从长长的码头跳进绿色的海水里"),
        ("사진: 연합뉴스", "사진: 두 아이가 부두에서 초록빛 바다로 함께 뛰어내리고 있다"),
    ],
)
def test_given_a_word_that_also_names_a_picture_when_split_then_only_names_are_a_credit(credit: str, description: str) -> None:
    assert (is_credit(credit), is_credit(description)) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "M. Lind courtesy Norra",
        "Courtesy of the Quay Museum",
        "Used with permission",
        "Mit freundlicher Genehmigung von Ida Brandt",
        "Cortesía de Ida Brandt",
        "Foto: privat",
        "Collage aus Archivbildern und Quay News",
        "Quelle: eigene Darstellung",
        "Source: the author's own data",
        "© Ida Brandt",
    ],
)
def test_given_thanks_and_makers_without_a_name_when_split_then_they_are_credits(text: str) -> None:
    assert split(text) == ("", text)


@pytest.mark.parametrize(
    "text", ["A courtesy visit to the mayor", "Photo by the sea", "The quay (photo taken in 1912)", "Foto von zwei Kindern"]
)
def test_given_a_description_with_words_of_credits_when_split_then_it_stays_whole(text: str) -> None:
    assert split(text) == (text, "")


def test_given_two_names_with_a_slash_when_asked_for_evidence_then_an_agency_is_needed() -> None:
    assert [is_evident(text) for text in ("VTA Seminar Bark / Timber", "Ida Brandt/Getty Images")] == [False, True]
