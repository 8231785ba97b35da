"""What is an interruption, and what only looks like one."""

import pytest

from a11yaudit import semantics
from a11yaudit.article.interruptions import find
from a11yaudit.model.source import Limits, Source
from a11yaudit.page import parse


def kinds(html: str) -> list[str]:
    page = parse(Source("page.html", html.encode(), ""), Limits())
    return [str(unit.kind) for unit in find(semantics.build(page))]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<div class="cn-zoneAdContainer"></div>', "ad"),
        ('<ins class="adsbygoogle"></ins>', "ad"),
        ('<div data-ad-unit-path="/1/x"></div>', "ad"),
        ('<iframe src="https://x.doubleclick.net/a"></iframe>', "ad"),
        ("<p>Advertisement</p>", "ad"),
        ("<p>Anzeige</p>", "ad"),
        ("<div><span>広告</span></div>", "ad"),
        ('<div class="OUTBRAIN"></div>', "sponsored"),
        ('<div class="newsletter-box">Our letter, each Friday</div>', "newsletter"),
        ('<div class="related-posts"><a href="/x">More boats come home</a></div>', "related"),
    ],
)
def test_given_an_interruption_when_looked_for_then_it_is_one_unit(html: str, expected: str) -> None:
    assert kinds(f"<p>Text.</p>{html}<p>Text.</p>") == [expected]


@pytest.mark.parametrize(
    "name",
    [
        "add", "addition", "lead", "header", "download", "shadow", "badge", "adidas", "adapt", "gradient", "thread", "broad", "ad-hoc",
        "adblocker", "reading", "heading", "roadmap", "admin", "address", "adventure", "advice", "no-ads", "radio", "salad", "adjacent",
    ],
)  # fmt: skip
def test_given_a_class_that_only_looks_like_an_ad_when_looked_for_then_there_is_none(name: str) -> None:
    assert kinds(f'<div class="{name}"><p>The boats came home.</p></div>') == []


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement spending rose by a tenth last year, the port says.",
        "The sponsored race begins at noon.",
        "Werbung kostet Geld, sagt der Hafenmeister.",
        "An ad in the paper found the missing boat.",
    ],
)
def test_given_a_text_about_advertising_when_looked_for_then_there_is_none(text: str) -> None:
    assert kinds(f"<p>{text}</p>") == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>He bought <b>ads</b> in the paper and <em>ad</em> space on the ferry.</p>",
        "<p>The <span>PR</span> of the port is loud.</p>",
        "<h2>Advertising</h2><p>It pays for the paper.</p>",
        '<p class="ad-spending">Spending rose by a tenth last year, the port says.</p>',
        '<h2><a id="what-happens-to-the-sponsored-post"></a><span id="advertisement-for-a-boat">An advertisement for a boat</span></h2>',
        '<h2><div id="the-ad-that-was-sponsored"></div>The ad that was sponsored</h2>',
        '<p class="related-work">Others have measured the tide before us.</p>',
        '<div class="chat-gpt"><p>The program answers.</p></div>',
        '<table class="leaderboard"><tr><td>First boat</td></tr></table>',
        '<div class="membership-level-free"><p>The boats came home.</p></div>',
    ],
)
def test_given_the_authors_own_text_when_looked_for_then_there_is_no_interruption(html: str) -> None:
    assert kinds(html) == []


def test_given_4000_frames_of_ads_when_looked_for_then_each_is_a_unit() -> None:
    assert len(kinds('<div class="ad-slot"><iframe src="a.html"></iframe></div>' * 4000)) == 4000


def test_given_a_menu_entry_that_leads_to_sponsored_content_when_looked_for_then_it_is_no_ad() -> None:
    assert kinds("<ul><li><div><a href='/sponsored'>Sponsored Content</a></div></li></ul><p>Text.</p>") == []
