"""The pictures of an article: which ones, each once, with the caption that is theirs."""

import hashlib

import pytest

from a11yaudit import pipeline
from a11yaudit.model.article import Image, ImageRole
from a11yaudit.model.source import Limits, Source

TEXT = "<p>" + "The boats came home in the morning, late, with little in their nets. " * 5 + "</p>"


def images(html: str) -> tuple[Image, ...]:
    data = html.encode()
    return pipeline.extract(Source("page.html", data, hashlib.sha256(data).hexdigest()), Limits(), "article").article.images


def article(inside: str, before: str = "", after: str = "") -> tuple[Image, ...]:
    return images(f"<body><main><article>{before}<h1>Boats come home</h1>{TEXT}{inside}{TEXT}</article>{after}</main></body>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<figure><img src="a.jpg"><figcaption>The quay. Photo: AP</figcaption></figure>', ("The quay.", "Photo: AP")),
        ('<p id="c">The quay</p><p>No caption.</p><img src="a.jpg" aria-describedby="c">', ("The quay", "")),
        ('<div><img src="a.jpg"><span class="wp-caption-text">The quay</span></div>', ("The quay", "")),
        ('<div><img src="a.jpg"><p class="caption">The quay <span class="credit">Ida Brandt</span></p></div>', ("The quay", "Ida Brandt")),
        ('<p><img src="a.jpg"></p><p><em>The quay in May</em></p>', ("The quay in May", "")),
        ('<p><img src="a.jpg"></p><p>图注：码头</p>', ("图注：码头", "")),
        ('<figure><a href="a.jpg"><img src="a.jpg"></a><noscript><img src="a.jpg"></noscript><figcaption>The quay</figcaption></figure>',
         ("The quay", "")),
        ('<p><img src="a.jpg"></p><p>The quay was full of people that day.</p>', None),
    ],
)  # fmt: skip
def test_given_a_picture_when_extracted_then_its_caption_is_found_and_parted(html: str, expected: tuple[str, str] | None) -> None:
    (image,) = article(html)
    assert (image.caption and (image.caption.body, image.caption.credit)) == expected


def test_given_a_gallery_when_extracted_then_each_picture_has_its_own_caption() -> None:
    found = article(
        '<figure><figure><img src="a.jpg"><figcaption>The quay</figcaption></figure><figure><img src="b.jpg"></figure>'
        '<figure><img src="c.jpg"><figcaption>The pier</figcaption></figure></figure>'
    )
    assert [(image.file, image.caption and image.caption.body) for image in found] == [
        ("a.jpg", "The quay"), ("b.jpg", None), ("c.jpg", "The pier"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    [
        '<img src="data:image/gif;base64,R0" data-src="a.jpg" alt="A boat"><noscript><img src="a.jpg" alt="A boat"></noscript>',
        '<img src="data:image/gif;base64,R0" alt="A boat"><noscript><img src="a.jpg" alt="A boat"></noscript>',
        '<img src="a-300x200.jpg" alt="A boat"><img src="a-1024x683.jpg" alt="A boat">',
        '<amp-img src="a.jpg" alt="A boat"><noscript><img src="a.jpg" alt="A boat"></noscript></amp-img>',
        '<picture><source srcset="a.webp"><img srcset="a.jpg 1x, b.jpg 2x" alt="A boat"></picture>',
        '<img src="a.jpg" alt="A boat"><img class="lazy" alt="A boat">',
        '<img src="/index-transparent_h-213.gif" alt="A boat"><noscript><img src="a.jpg" alt="A boat"></noscript>',
        '<img src="/tiny/4711.jpg" data-src="a.jpg" alt="A boat"><noscript><img src="a.jpg?v=2" alt="A boat"></noscript>',
        '<img src="blank.gif" data-lazy="[/m/a.jpg, (default)]" alt="A boat">',
        (
            '<amp-img src="a.jpg" alt="A boat"><i-amphtml-sizer><img alt="" role="presentation" src="data:image/svg+xml,x">'
            '</i-amphtml-sizer><img src="a.jpg" alt="A boat"></amp-img>'
        ),
        '<a href="/big/4711.jpg"><img src="a.jpg" alt="A boat"></a><div><img src="/big/4711.jpg" alt="A boat"></div>',
        '<img src="a.jpg" alt="A boat" class="mobile"><img src="a@2x.webp" alt="" class="desktop">',
    ],
)
def test_given_twins_when_extracted_then_they_are_one_picture_with_its_address(html: str) -> None:
    assert [(image.file.replace("a-300x200", "a"), image.alt) for image in article(html)] == [("a.jpg", "A boat")]


def test_given_a_tracker_in_a_noscript_after_a_picture_when_extracted_then_the_picture_stays() -> None:
    found = article(
        '<div><img src="a.jpg" alt=""><noscript><img src="https://t.example/tr?id=1" alt="" width="1" height="1"></noscript></div>'
    )
    assert [image.file for image in found] == ["a.jpg"]


@pytest.mark.parametrize(
    "html",
    ['<img src="line.gif" alt="" role="presentation" width="600" height="9">', '<img src="line.gif" alt="" width="600" height="3">'],
)
def test_given_a_line_or_a_picture_marked_as_decoration_when_extracted_then_it_is_decorative(html: str) -> None:
    assert [image.role for image in article(html)] == [ImageRole.DECORATIVE]


def test_given_a_caption_and_a_credit_in_two_elements_when_extracted_then_the_picture_has_both() -> None:
    (image,) = article(
        '<figure><img src="a.jpg"><figcaption>The quay in May</figcaption><figcaption class="credit">© Ida Brandt</figcaption></figure>'
    )
    assert image.caption
    assert (image.caption.body, image.caption.credit) == ("The quay in May", "© Ida Brandt")


def test_given_pictures_around_the_article_when_extracted_then_only_its_own_are_taken() -> None:
    found = article(
        '<figure><img src="own.jpg" alt="A boat"></figure>'
        '<div class="related-posts"><a href="/x"><img src="teaser.jpg" alt="Other"></a></div>'
        '<img src="pixel.gif" width="1" height="1"><p><img src="me.jpg" class="avatar" alt="Ida"></p>',
        before='<figure><img src="lead.jpg" alt="The quay"></figure>',
        after='<aside><img src="side.jpg" alt="Side"></aside>',
    )
    assert [(image.file, image.role) for image in found] == [
        ("lead.jpg", ImageRole.LEAD), ("own.jpg", ImageRole.CONTENT), ("me.jpg", ImageRole.AVATAR),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    [
        '<form><label>1 kg <img src="sold-out.png"></label><input name="n"></form>',
        '<div role="complementary"><img src="offer.jpg"></div>',
        '<div role="search"><p><img src="glass.png"></p></div>',
    ],
)
def test_given_a_picture_in_a_form_or_a_landmark_when_extracted_then_it_is_not_the_articles(html: str) -> None:
    assert not article(html)


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="https://elsewhere.example/"><img src="own.jpg"></a></p>',
        '<div class="advice-box"><img src="own.jpg"></div>',
        '<figure><a class="figure__popup" href="/media/11/width/940"><img src="own.jpg"></a></figure>',
        '<div role="region"><img src="own.jpg"></div>',
        '<div style="max-width:60px"><img src="own.jpg" style="max-width:60px"></div>',
        '<amp-img src="own.jpg" width="3" height="2" layout="responsive"></amp-img>',
        '<img src="/marina/own.jpg" style="width:640px;height:20px" width="20" height="20">',
    ],
)
def test_given_a_picture_that_only_looks_like_the_sites_when_extracted_then_it_is_content(html: str) -> None:
    assert [(image.file, image.is_content) for image in article(html)] == [("own.jpg", True)]


@pytest.mark.parametrize(
    "html",
    [
        '<p><img src="a.jpg" style="width:15px;height:15px"></p>',
        '<p><img src="empty.gif" width="140" height="1"></p>',
        '<p><img src="icn_views.png"></p>',
        '<p><img src="bookmark_remove.png"></p>',
        '<p><img src="/i/loading.gif" width="128" height="128"></p>',
    ],
)
def test_given_an_icon_a_spacer_or_a_stand_in_without_alt_when_extracted_then_it_is_no_content(html: str) -> None:
    assert not any(image.is_content for image in article(html))


HEADLINE = f"<h1>Boats come home</h1>{TEXT * 3}"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f'<body><div><a href="https://shop.example/"><img src="a.gif"></a></div><div>{HEADLINE}</div>', []),
        (f'<body><div><a href="/start.html"><img src="marke.png"></a></div><div>{HEADLINE}</div>', []),
        (f'<body><main><a href="/abo"><img src="a.png"></a>{HEADLINE}</main>', []),
        (f'<body><article><a href="/boats"><img src="a.png"></a>{HEADLINE}</article>', ["a.png"]),
        (f'<body><div><a href="/big/a.jpg"><img src="a.jpg"></a></div><div>{HEADLINE}</div>', ["a.jpg"]),
        (f'<body><div><img src="a.jpg"></div><div>{HEADLINE}</div>', ["a.jpg"]),
    ],
)
def test_given_a_picture_above_the_headline_when_it_leads_elsewhere_then_it_is_the_articles_only_in_it(
    html: str, expected: list[str]
) -> None:
    assert [image.file for image in images(html)] == expected
