"""The article's parts, found in small pages."""

import re

import pytest

from a11yaudit import article, semantics
from a11yaudit.model.article import Article
from a11yaudit.model.source import Limits, Source
from a11yaudit.page import parse

TEXT = "<p>The boats came home in the morning with little in their nets.</p>"


def extract(html: str, scope: str = "page") -> Article:
    page = parse(Source("page.html", html.encode(), ""), Limits())
    return article.extract(page, semantics.build(page), scope)


def roles(html: str) -> list[tuple[str, str]]:
    return [(str(block.role), block.text) for block in extract(html).blocks]


def test_given_an_article_when_extracted_then_each_block_has_its_role() -> None:
    html = (
        "<h1>Boats</h1><ul class='key-points'><li>The port wants more boats by the end of the year</li></ul>"
        "<p class='byline'>By Ana Lund</p><p>Text one.</p><h2>Noon</h2><ul><li>An item</li></ul><blockquote><p>“So.”</p></blockquote>"
        "<pre>x = 1</pre><figure><img src=a.jpg alt=A><figcaption>A boat</figcaption></figure><table><tr><td>1</td></tr></table>"
    )
    assert roles(html) == [
        ("headline", "Boats"),
        ("standfirst", "The port wants more boats by the end of the year"),
        ("byline", "By Ana Lund"),
        ("body", "Text one."),
        ("heading", "Noon"),
        ("list-item", "An item"),
        ("quote", "“So.”"),
        ("code", "x = 1"),
        ("caption", "A boat"),
        ("table-cell", "1"),
    ]


def test_given_text_after_a_block_in_the_same_element_when_an_ad_stands_between_then_the_words_before_it_are_those_above_it() -> None:
    found = extract(
        f"<h1>Boats</h1><div>{TEXT}<div class='ad-slot'></div>Then the sun came out, and the men slept on the quay until noon.</div>"
    ).interruptions
    assert [(unit.words_before, str(unit.zone)) for unit in found] == [(12, "body")]


def test_given_a_lazy_picture_and_its_noscript_twin_when_extracted_then_it_is_counted_once_with_its_real_address() -> None:
    twins = "<img src='data:x' data-src='boat.jpg' alt='A boat'><noscript><img src='boat.jpg' alt='A boat'></noscript>"
    assert [(image.src, image.alt) for image in extract(f"<h1>Boats</h1>{TEXT}{twins}").images] == [("boat.jpg", "A boat")]


def test_given_declared_times_when_extracted_then_all_three_sources_are_read() -> None:
    html = (
        "<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' content='3 minutes'>"
        '<script type=\'application/ld+json\'>{"@graph": [{"timeRequired": "PT4M"}]}</script>'
        f"<h1>Boats</h1><div>5 min read</div>{TEXT}"
    )
    times = extract(html).declared_times
    assert [(time.minutes, str(time.source)) for time in times] == [(5, "visible"), (4, "json-ld"), (3, "meta")]


def test_given_broken_json_ld_when_extracted_then_the_page_is_read_all_the_same() -> None:
    assert extract(f"<script type='application/ld+json'>{{\"a\": [</script><h1>Boats</h1>{TEXT}").words == 12


def test_given_a_page_with_navigation_when_the_article_is_looked_for_then_only_its_text_counts() -> None:
    menu = "<nav><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul></nav>"
    found = extract(f"<body>{menu}<main><article><h1>Boats</h1>{TEXT * 5}</article></main><footer><p>Imprint</p></footer>", "article")
    assert (found.found, found.words, [block.text for block in found.running_text]) == (True, 60, [TEXT[3:-4]] * 5)


def test_given_a_page_without_an_article_when_looked_for_then_none_is_found() -> None:
    found = extract("<body><nav><a href=/a>News</a></nav><p>Nothing here.</p>", "article")
    assert (found.found, found.words, found.images, found.interruptions) == (False, 0, (), ())


def test_given_an_article_in_a_declarative_shadow_root_when_extracted_then_its_text_is_found() -> None:
    text = "<p>" + "The boats came home in the morning, with little in their nets, and nobody sang. " * 4 + "</p>"
    found = extract(f"<news-story><template shadowrootmode=open><article><h1>Boats</h1>{text}</article></template></news-story>", "article")
    assert (found.found, [str(block.role) for block in found.blocks]) == (True, ["headline", "body"])


def test_given_text_parted_by_line_breaks_and_a_short_paragraph_beside_it_when_extracted_then_both_are_the_article() -> None:
    text = "The boats came home in the morning, with little in their nets, and nobody sang. " * 4
    found = extract(f"<article><h1>Boats</h1><div>{text}<br><br>{text}</div><p>So it ends.</p></article>", "article")
    assert [str(block.role) for block in found.blocks] == ["headline", "body", "body", "body"]


def test_given_metadata_of_several_kinds_when_extracted_then_each_fact_is_told_once() -> None:
    linked = (
        '{"@graph": [{"@type": "NewsArticle", "headline": "Boats &amp; nets", "articleSection": ["Harbour"], "wordCount": "412",'
        ' "author": [{"@type": "Person", "name": "Ana Lund"}, {"name": "Ana Lund"}], "articleBody": "Two words",}]}'
    )
    metas = "<meta property='article:published_time' content='2026-05-01'><meta property='og:title' content='Boats'>"
    html = f"<script type='application/ld+json'>{linked}</script>{metas}<h1>Boats</h1><p>Text one.</p>"
    told = extract(html).metadata
    assert (told.title, told.authors, told.published, told.section, told.words, told.body_words) == (
        "Boats & nets",
        ("Ana Lund",),
        "2026-05-01",
        "Harbour",
        412,
        2,
    )
    assert (told.readable, len(told.broken)) == (0, 1)


def test_given_a_class_that_styles_what_is_inside_when_extracted_then_it_says_nothing_of_the_element_itself() -> None:
    assert roles(f"<h1>Boats</h1><div class='[&_figcaption]:mt-2'>{TEXT}</div>")[1][0] == "body"


def test_given_a_visible_text_in_an_invisible_element_when_extracted_then_it_is_read_as_a_browser_shows_it() -> None:
    html = "<h1>Boats</h1><div style='visibility: hidden'>No.<p style='visibility: visible'>The boats came home.</p></div>"
    assert roles(html) == [("headline", "Boats"), ("body", "The boats came home.")]


def test_given_navigation_around_the_text_when_an_article_is_extracted_then_it_is_told_to_those_who_ask_for_what_was_left() -> None:
    menu = "<nav><p>Home</p><p>Sport</p><p>Culture</p></nav>"
    html = f"<title>Boats come home</title><body>{menu}<h1>Boats come home</h1>{TEXT * 3}{menu}"
    page = parse(Source("page.html", html.encode(), ""), Limits())
    told, asked = (
        [block.text for block in article.extract(page, semantics.build(page), "article", left_too=left_too).blocks]
        for left_too in (False, True)
    )
    text = ["Boats come home", *["The boats came home in the morning with little in their nets."] * 3]
    assert (told, asked) == (["Culture", *text, "Home"], ["Home", "Sport", "Culture", *text, "Home", "Sport", "Culture"])


def test_given_an_author_in_a_layout_frameworks_block_when_extracted_then_the_byline_is_found() -> None:
    found = extract(f"<h1>Boats</h1><div class='wp-block-post-author'>Ana Lund</div>{TEXT}").byline
    assert getattr(found, "text", None) == "Ana Lund"


PARAGRAPHS = [
    f"<p>On day {day} the boats came home with little in their nets, and for hours all the port spoke of the storm.</p>" for day in range(6)
]


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPHS[0].replace("the boats", "<a href=/boats>the boats") + "".join(PARAGRAPHS[1:]),
        PARAGRAPHS[0].replace("the boats", "<a href=/boats>the boats") + "\n".join(PARAGRAPHS[1:]),
        PARAGRAPHS[0] + "<a href=/boats>" + "".join(PARAGRAPHS[1:]),
    ],
    ids=["opened again in each paragraph", "opened again around all paragraphs", "around the rest"],
)
def test_given_a_link_that_is_never_closed_when_extracted_then_the_text_after_it_is_the_article(text: str) -> None:
    found = extract(f"<nav><a href=/>News</a></nav><article><h1>Boats</h1>{text}<p>That is all.</p></article>", "article")
    assert [block.text for block in found.blocks if block.role != "other"] == [
        "Boats",
        *(re.sub("<.*?>", "", each) for each in PARAGRAPHS),
        "That is all.",
    ]
