"""Pages without an article, each with its reason; and articles of which nobody can be sure."""

import json

import pytest

from a11yaudit import pipeline, ruleset
from a11yaudit.model.article import Article
from a11yaudit.model.source import Limits, Source

RULES = ruleset.load()
PROSE = "The lamps on the quay were lit at four, and the last boat came in with the tide at half past nine. "


def article(body: str, head: str = "", lang: str = "en") -> Article:
    html = f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>The quay</title>{head}</head><body>{body}</body></html>'
    return pipeline.audit(Source("a.html", html.encode(), "0" * 64), RULES, Limits(), "article").extracted.article


def metadata(text: str) -> str:
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The quay", "articleBody": text}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


def cards(*titles: str, words: str = "A few words on it.") -> str:
    return "".join(f'<div class="card"><h3><a href="/{n}">{title}</a></h3><p>{words}</p></div>' for n, title in enumerate(titles))


MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
WITHOUT = [
    ("no-text", MENU, ""),
    ("no-text", "<img src='quay.jpg' alt=''>", ""),
    ("only-in-metadata", MENU + "<h1>The quay</h1>", metadata(PROSE * 4)),
    ("only-in-metadata", "<div id='root'></div><script src='/app.js'></script>", metadata(PROSE * 9)),
    ("text-hidden-until-script", "<div id='__next'></div><script src='/app.js'></script>", ""),
    (
        "text-hidden-until-script",
        f"<main><h1>The quay</h1></main><script>window.state = {json.dumps({'body': PROSE * 5})}</script>",
        "",
    ),
    ("list-of-teasers", f"<main><h1>News</h1>{cards('Fog on the river', 'A new bridge', 'Nets for sale', 'The old mill')}</main>", ""),
    (
        "list-of-teasers",
        "<main><h1>Aktuelles</h1>"
        + cards("Nebel über dem Fluss", "Neue Brücke eröffnet", "Netze zu verkaufen", words="Was am Dienstag im Hafen geschah, und warum.")
        + "</main>",
        "",
    ),
    ("too-short", "<main><h1>The quay</h1><p>The quay is closed today.</p></main>", ""),
    ("too-short", "<article><h1>Le quai</h1><p>Le quai reste fermé jusqu’à lundi.</p></article>", ""),
]


@pytest.mark.parametrize(("reason", "body", "head"), WITHOUT, ids=[f"{reason} {n % 2 + 1}" for n, (reason, _, _) in enumerate(WITHOUT)])
def test_given_a_page_without_an_article_when_looked_at_then_the_reason_is_told(reason: str, body: str, head: str) -> None:
    found = article(body, head)
    assert (found.found, found.reason and str(found.reason), found.confidence, found.extent) == (False, reason, 0.0, ())


@pytest.mark.parametrize(
    "body",
    [
        f"<main><article><h1>The quay</h1><p>{PROSE}</p><p>{PROSE}</p></article></main>",
        # A list with an introduction and entries of some length is an article.
        f"<article><h1>Five walks</h1><p>{PROSE * 3}</p>" + cards("The river", "The mill", "The hill", words=PROSE * 4) + "</article>",
        f"<main><h1>The quay</h1><p>{PROSE * 2}</p><h2>The lamps</h2><p>{PROSE}</p><h2>The boats</h2><p>{PROSE}</p></main>",
    ],
    ids=["article", "walks", "headings"],
)
def test_given_an_article_when_looked_at_then_there_is_no_reason(body: str) -> None:
    found = article(body)
    assert (found.found, found.reason, found.doubtful) == (True, None, False)


@pytest.mark.parametrize(
    "body",
    [
        f"<main><h1>Terms</h1><aside>{f'<p>{PROSE}</p>' * 9}</aside></main><div class='box'><p>{PROSE}</p><p>{PROSE * 2}</p></div>",
        f"<div class='post'><h1>The quay</h1><p>{PROSE * 2}</p></div><div class='sidebar'>{f'<p>{PROSE}</p>' * 5}</div>",
    ],
    ids=["outside main", "shorter than the rest"],
)
def test_given_other_text_that_is_longer_or_in_main_when_looked_at_then_the_article_is_doubtful(body: str) -> None:
    found = article(body)
    assert (found.found, found.doubtful) == (True, True)


def test_given_comments_longer_than_the_article_when_looked_at_then_it_is_not_doubtful() -> None:
    comments = "".join(f"<div class='comment'><p>{PROSE}</p></div>" for _ in range(20))
    found = article(
        f"<main><article><h1>The quay</h1>{f'<p>{PROSE}</p>' * 3}</article><section class='comments'>{comments}</section></main>"
    )
    assert (found.found, found.doubtful) == (True, False)
