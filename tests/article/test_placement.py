"""Where an interruption stands, as a reader of the article meets it."""

import pytest

from a11yaudit import article, semantics
from a11yaudit.model.article import Interruption
from a11yaudit.model.source import Limits, Source
from a11yaudit.page import parse

TEXT = "<p>The boats came home in the morning with little in their nets, and the men were tired.</p>"
SLOT = '<div class="ad-slot"></div>'


def found(html: str) -> list[Interruption]:
    page = parse(Source("page.html", f"<html lang=en><body>{html}</body></html>".encode(), ""), Limits())
    return list(article.extract(page, semantics.build(page), "article").interruptions)


@pytest.mark.parametrize(
    ("html", "zone"),
    [
        (f"{SLOT}<article><h1>Boats</h1>{TEXT}{TEXT}</article>", "before-headline"),
        (f"<article><h1>Boats</h1>{SLOT}{TEXT}{TEXT}</article>", "before-body"),
        (f"<article><h1>Boats</h1>{TEXT}{SLOT}{TEXT}</article>", "body"),
        (f"<article><h1>Boats</h1>{TEXT}{TEXT}{SLOT}</article>", "after-body"),
        (f"<article><h1>Boats</h1>{TEXT}{TEXT}{SLOT}<p>Ana Lund</p></article>", "after-body"),
        (
            f"<article><h1>Boats</h1>{TEXT}{TEXT}{SLOT}<p>This story was first told in the Harbour Letters of May.</p></article>",
            "after-body",
        ),
        (
            f"<article><h1>Boote</h1>{TEXT}{TEXT}{SLOT}<p>Dieser Artikel erschien zuerst in den Hafenbriefen vom Mai.</p></article>",
            "after-body",
        ),
        (f"<article><h1>Boats</h1>{TEXT}{TEXT}{SLOT}<h2>Related articles</h2>{TEXT}</article>", "after-body"),
        (f"<article><h1>Boats</h1>{TEXT}{SLOT}<ul>" + "<li>Three boats of the old town</li>" * 4 + "</ul></article>", "body"),
        (f"<article><h1>Boats</h1>{TEXT}<div class='sidebar'>{SLOT}<p>News</p></div>{TEXT}</article>", "beside"),
        (f"<article><h1>Boats</h1>{TEXT}<div id='right-column'>{SLOT}</div>{TEXT}</article>", "beside"),
        (f"<article><h1>Boats</h1>{TEXT}<div class='ad-slot hidden'></div>{TEXT}</article>", "beside"),
        (f"<article><h1>Boats</h1>{TEXT}<div class='inside-text'>{SLOT}</div>{TEXT}</article>", "body"),
        (f"<article class='has-sidebar'><h1>Boats</h1>{TEXT}{SLOT}{TEXT}</article>", "body"),
    ],
)
def test_given_a_slot_then_its_zone_is_told_by_the_text_around_it(html: str, zone: str) -> None:
    assert [str(unit.zone) for unit in found(html)] == [zone]


@pytest.mark.parametrize(
    ("html", "inside"),
    [
        (f"{TEXT}{SLOT}{TEXT}", None),
        (f"{TEXT}<p>The boats came home, <ins class='adsbygoogle'></ins> and the men were tired.</p>{TEXT}", "p"),
        (f"{TEXT}<p>The boats came home.<ins class='adsbygoogle'></ins></p>{TEXT}", None),
        (f"{TEXT}<blockquote>{TEXT}{SLOT}{TEXT}</blockquote>{TEXT}", "blockquote"),
        (f"{TEXT}<ul><li>One boat</li><li>{SLOT}</li><li>Two boats</li></ul>{TEXT}", "ul"),
        (f"<ul><li>{TEXT}{SLOT}{TEXT}</li></ul>{TEXT}", "li"),
        (f"<ul><li><article>{TEXT}</article></li></ul>{SLOT}{TEXT}", None),
    ],
)
def test_given_a_slot_then_only_an_element_with_text_on_both_sides_is_broken_in_two(html: str, inside: str | None) -> None:
    assert [unit.inside for unit in found(f"<article><h1>Boats</h1>{html}</article>")] == [inside]


def test_given_a_box_inside_the_text_then_its_words_and_those_around_it_are_told() -> None:
    box = "<p>Related: <a href='/fog'>How the fog came to the harbour</a></p>"
    unit = found(f"<article><h1>Boats</h1>{TEXT}{box}<p>Nobody had seen it come, and nobody saw it go away again.</p></article>")[0]
    assert (unit.text_before, unit.text, unit.text_after) == (
        "nets, and the men were tired.",
        "Related: How the fog came to the harbour",
        "Nobody had seen it come, and",
    )
