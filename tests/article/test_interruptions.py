"""What is an interruption, and what only looks like one."""

import pytest

from a11yaudit import semantics
from a11yaudit.article.interruptions.interruptions import find
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
        ("<p>[ Advertisement ]</p>", "ad"),
        ("<p>(Story continues below advertisement)</p>", "ad"),
        ('<a class="ad-slot" href="/x">Boats</a><div class="ad-slot"></div>', "ad"),
        ('<div id="ReadMore"><a href="/x">More boats come home</a></div>', "related"),
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


TITLE = "How the boats came home in the fog"
LINK = f'<a href="https://news.example/fog">{TITLE}</a>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<aside data-adpos="box1" itemscope itemtype="http://schema.org/WPAdBlock"></aside>', "ad"),
        ('<div class="sad_posterad"><div data-sdg-ad="posterad"></div></div>', "ad"),
        ('<div data-mpu="true" data-tile-name="gallery"></div>', "ad"),
        ('<div class="gallery-widget-advertising"></div>', "ad"),
        ('<div id="div-gpt-ad-1234567-0"></div>', "ad"),
        ('<div class="article-ad"></div>', "ad"),
        ('<div class="AdSlot_root__k3xQz"></div>', "ad"),
        ('<div class="banner"></div>', "ad"),
        ('<div id="adr_6"></div>', "ad"),
        ('<div style="width:300px;height:250px" class="leaderboard"></div>', "ad"),
        ('<div aria-label="Advertisement"><img src="a.png" alt="Boots"></div>', "ad"),
        ("<div><script>googletag.display('slot-3');</script></div>", "ad"),
        ("<div><script>(adsbygoogle = window.adsbygoogle || []).push({});</script></div>", "ad"),
        ('<aside><script id="adscript-tile3">AdController.render("tile3");</script></aside>', "ad"),
        ("<div><!-- ad: middle --></div>", "ad"),
        ('<div id="ad_3" style="display:none" data-google-query-id="x"></div>', "ad"),
        ('<p><a href="https://ad.doubleclick.net/x"><img src="a.png" alt="Boots"></a></p>', "ad"),
        ("<amp-ad width=300 height=250></amp-ad>", "ad"),
        ('<iframe title="Advertisement" src="/frame"></iframe>', "ad"),
        ("<p>Story continues below advertisement</p>", "ad"),
        ("<p>- Der Text geht nach der Werbung weiter -</p>", "ad"),
        ("<p>Publicidad</p>", "ad"),
        ("<p>Pubblicità</p>", "ad"),
        ("<p>[Advertentie]</p>", "ad"),
        ("<p>ANNONS</p>", "ad"),
        ("<p>Реклама</p>", "ad"),
        ("<p>광고</p>", "ad"),
        ("<p>إعلان</p>", "ad"),
        ('<div class="native-ad"><p>Boots</p></div>', "sponsored"),
        ("<div><script src='https://cdn.taboola.com/x.js'></script></div>", "sponsored"),
        ('<form><p>A letter each Friday</p><input type="email" name="e"><button>Send</button></form>', "newsletter"),
        (f"<p>Related: {LINK}</p>", "related"),
        (f"<p><a href='/x'>Related: {TITLE}</a></p>", "related"),
        (f"<p><i>[<a href='/x'>{TITLE}</a>]</i></p>", "related"),
        (f"<p><a href='/x'>{TITLE.upper()}</a></p>", "related"),
        (f"<div><div>Veja também:</div><ul><li>{LINK}</li><li>{LINK}</li></ul></div>", "related"),
        (f"<aside><a href='/x'><img src='a.png' alt=''></a><h6>{LINK}</h6></aside>", "related"),
        (f"<p>Lesen Sie auch: {LINK}</p>", "related"),
        (f"<p>À lire aussi : {LINK}</p>", "related"),
        (f"<p>Leggi anche: {LINK}</p>", "related"),
        (f"<p>Lees ook: {LINK}</p>", "related"),
        (f"<p>Související: {LINK}</p>", "related"),
        (f"<p>Читайте также: {LINK}</p>", "related"),
        ("<p>関連記事：<a href='/x'>霧の中を船が帰ってきた朝の話</a></p>", "related"),
        ('<p><a href="https://social.example/boats">Follow us on Social</a></p>', "promo"),
    ],
)
def test_given_more_kinds_of_evidence_when_looked_for_then_each_is_one_unit(html: str, expected: str) -> None:
    assert kinds(f"<p>The boats came home.</p>{html}<p>The boats came home.</p>") == [expected]


TEXT = "The boats came home in the morning with little in their nets, and the men were tired."


@pytest.mark.parametrize(
    "html",
    [
        f'<div class="has-ads"><p>{TEXT}</p></div>',
        f'<div class="no-ads"><p>{TEXT}</p></div>',
        f'<div class="ads-enabled"><p>{TEXT}</p></div>',
        f'<div class="post category-advertising tag-ads"><p>{TEXT}</p></div>',
        f'<div class="sc-bdfBwQ kAdZx"><p>{TEXT}</p></div>',
        f'<div class="kAdZx"></div><p>{TEXT}</p>',
        f'<div id="ad33dba53773"></div><p>{TEXT}</p>',
        f'<div class="style-6bd39d8cf9482b62ca0d222b970289ad"></div><p>{TEXT}</p>',
        '<figcaption id="85cee1a919ad">The quay at noon</figcaption>',
        f'<section id="what-is-the-ad-that-everybody-saw"><p>{TEXT}</p></section>',
        f'<div class="ad-explained"><p>{TEXT} {TEXT}</p></div>',
        f'<div data-ad-free="true"><p>{TEXT}</p></div>',
        f'<div data-show-ads="false"><p>{TEXT}</p></div>',
        f'<div class="adapter adjust admin-bar add-1"></div><p>{TEXT}</p>',
        f'<div class="ad-magazine__page ad-hero"></div><p>{TEXT}</p>',
        f'<p class="ad">{TEXT}</p>',
        f'<blockquote class="sponsored">{TEXT}</blockquote>',
        f'<li class="advertisement">{TEXT}</li>',
        f"<p>Advertisement: {TEXT}</p>",
        f"<p><b>Werbung</b> {TEXT}</p>",
        f"<p>Related: {TEXT}</p>",
        f'<p>Read more in <a href="/x">the harbour book of 1903</a>, which the port keeps. {TEXT}</p>',
        '<p><a href="#rest">Read more</a></p>',
        '<div class="read-more"><button>Read more</button></div>',
        '<div class="read-more"><a href="/x">Read more</a></div>',
        f'<div role="note">See also: <a href="/x">{TITLE}</a></div>',
        f'<p>See <a href="/x">{TITLE}</a> and the list below.</p>',
        f'<p>Der Text geht weiter. {TEXT}</p>',
        '<p>Ads continue to pay for the paper that the port reads every day of the week.</p>',
        '<p>The race is sponsored by a bank and a bakery.</p>',
        '<p>Sponsored by nobody, the boats race at noon.</p>',
        '<aside class="pullquote"><p>Nobody knew where the boats were.</p></aside>',
        '<aside class="toc"><a href="#a">How the boats came home at last</a> <a href="#b">Why the fog did not lift for days</a></aside>',
        '<aside class="author-bio"><a href="/ann">Ann Lee writes about boats for us</a></aside>',
        '<div class="share-bar"><a href="https://social.example/x">Share this on the social network</a></div>',
        '<div class="social subscribe"><a href="https://social.example/x">Photo page on the social network</a></div>',
        '<blockquote class="tweet"><p>The boats are back.</p><a href="https://social.example/1">12 May</a></blockquote>',
        '<div class="video-player"><script>player.setup({advertising: {ads: 1}});</script></div>',
        '<div><script type="application/ld+json">{"about": "adsbygoogle"}</script></div>',
        '<div class="gallery"><img src="a.png" width="300" height="250" alt="Boats"></div>',
        '<form action="/login"><input type="email"><input type="password"></form>',
        '<form class="comment"><input type="email"><textarea></textarea></form>',
        '<form role="search"><input type="search" name="q"></form>',
        '<div class="recommended-decoration"></div><p>Four of five stars.</p>',
        '<ul><li>Subscribe to <a href="/x">the tide table</a></li></ul>',
        f'<noscript><div class="ad-slot"></div></noscript><p>{TEXT}</p>',
        f'<template><div class="ad-slot"></div></template><p>{TEXT}</p>',
        f'<div class="ads adsbox" style="display:none"></div><p>{TEXT}</p>',
        '<p>PR</p><p>The port hired a new agency.</p>',
        '<ul><li class="menu-item menu-ad-operations"><a href="/x">Operations</a></li></ul>',
        '<div class="advertising-disclosure">We may earn a commission.</div>',
        '<div class="global-alert-banner"></div>',
        '<span class="ad-revenue">Revenue rose</span>',
    ],
)  # fmt: skip
def test_given_what_only_looks_like_an_interruption_when_looked_for_then_there_is_none(html: str) -> None:
    assert kinds(f"<p>{TEXT}</p>{html}<p>{TEXT}</p>") == []


def test_given_a_brand_whose_names_begin_with_ad_when_looked_for_then_its_parts_are_no_ads() -> None:
    html = '<header class="ad-top">Chairs</header><main class="ad-main"><h1 class="ad-title">Chairs</h1><div class="ad-card"></div></main>'
    assert kinds(html) == []


def test_given_a_slot_in_wrappers_that_hold_nothing_else_when_looked_for_then_the_outermost_is_the_unit() -> None:
    page = parse(Source("page.html", b"<p>One.</p><section><div><div class='ad-slot'></div></div></section><p>Two.</p>", ""), Limits())
    assert [page.tag(unit.node).name for unit in find(semantics.build(page))] == ["section"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<div class="ad-slot" aria-label="Advertisement"><p>Ad</p></div>', False),
        ('<div class="ad-slot" role="group" aria-label="Advertisement"><p>Ad</p></div>', True),
        ('<section class="ad-slot" aria-label="Advertisement"><p>Ad</p></section>', True),
        ('<aside class="ad-slot"><p>Ad</p></aside>', True),
        ('<div class="ad-slot"><p>Ad</p></div>', False),
    ],
)
def test_given_a_slot_when_looked_for_then_only_a_landmark_or_a_named_group_announces_it(html: str, expected: bool) -> None:
    page = parse(Source("page.html", f"<p>One.</p>{html}<p>Two.</p>".encode(), ""), Limits())
    assert [unit.announced for unit in find(semantics.build(page))] == [expected]


def test_given_4000_frames_of_ads_when_looked_for_then_each_is_a_unit() -> None:
    assert len(kinds('<div class="ad-slot"><iframe src="a.html"></iframe></div>' * 4000)) == 4000


def test_given_a_menu_entry_that_leads_to_sponsored_content_when_looked_for_then_it_is_no_ad() -> None:
    assert kinds("<ul><li><div><a href='/sponsored'>Sponsored Content</a></div></li></ul><p>Text.</p>") == []


SLOT = '<div class="ad-slot"></div>'


@pytest.mark.parametrize(
    "line",
    [
        "Story continues below advertisement", "Article continues after the ad", "Skip advertisement", "Remove ads",
        "Der Artikel geht nach der Werbung weiter", "Weiter nach der Anzeige", "La suite de l'article après la publicité",
        "Sigue leyendo después de la publicidad", "Continua após a publicidade", "Continua a leggere sotto la pubblicità",
        "Het artikel gaat verder onder de advertentie", "Artikeln fortsätter under annonsen", "Saken fortsetter under annonsen",
        "Artiklen fortsætter efter annoncen", "Juttu jatkuu mainoksen jälkeen", "Dalszy ciąg artykułu pod reklamą",
        "Článek pokračuje pod reklamou", "Článok pokračuje po reklame", "A cikk a hirdetés után folytatódik",
        "Articolul continuă după publicitate", "Продолжение после рекламы", "Продовження після реклами",
        "Το άρθρο συνεχίζεται μετά τη διαφήμιση", "Haberin devamı reklamdan sonra", "Nastavak članka ispod oglasa",
        "Frétt heldur áfram fyrir neðan auglýsingu", "記事は広告の下に続きます", "文章继续，广告之后", "기사는 광고 아래 계속됩니다",
        "อ่านต่อด้านล่างโฆษณา", "Berita berlanjut setelah iklan",
    ],
)  # fmt: skip
def test_given_a_line_that_says_that_the_text_goes_on_after_an_ad_then_it_is_an_ad_in_thirty_languages(line: str) -> None:
    assert kinds(f"<p>{TEXT}</p><p>{line}</p><p>{TEXT}</p>") == ["ad"]


@pytest.mark.parametrize(
    "html",
    [
        "<div><p><b>Ad</b><b>vertise</b><b>ment</b></p></div>",
        "<div><i>S</i><i>pon</i><i>sored</i></div>",
        "<p>Adver\u00adtise\u00adment</p>",
        "<p>Ad\u200bvertise\u200bment</p>",
        "<p>A D V E R T I S E M E N T</p>",
        "<p>W e r b u n g</p>",
        f"<h4>Advertisement</h4>{SLOT}",
        '<div><h3>ANZEIGE</h3></div><div class="box-3"></div>',
        "<span>Advertisement</span>",
        "<br><small>Publicité</small><br>",
        "<b>広告</b>",
    ],
)
def test_given_a_label_however_it_is_set_then_it_is_an_ad_and_no_text_of_the_author(html: str) -> None:
    found = set(kinds(f"<article><p>{TEXT}</p>{html}<p>{TEXT}</p></article>"))
    assert found
    assert found <= {"ad", "sponsored"}


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Advertising</h2><p>The site works with a firm for advertising, and the firm collects data for advertising.</p>",
        "<p><strong>Advertising</strong></p><p>Advertising on this site is sold by a firm that also sells advertising in print.</p>",
        "<h3>Werbung</h3><p>Werbung im Hafen kostet mehr als Werbung am Bahnhof.</p>",
        "<div class='genre'>Film</div><p>One.</p><div class='genre'>Werbung</div><p>Two.</p><div class='genre'>Musik</div><p>Three.</p>",
        "<p>The <b>advert</b><b>isement</b> in the paper was read by everybody.</p>",
        "<p>Die Anzeige war falsch.</p>",
        "<ul><li>Anzeige</li><li>Prozess</li><li>Urteil</li></ul>",
        "<p>After the ad she slept.</p>",
    ],
)
def test_given_words_about_advertising_as_a_title_or_a_value_then_there_is_no_ad(html: str) -> None:
    assert kinds(f"<p>{TEXT}</p>{html}<p>{TEXT}</p>") == []


@pytest.mark.parametrize(
    "html",
    [
        '<header class="main header-ads-desktop"><nav><a href="/">Harbour News</a></nav></header>',
        '<div class="c-ad-whitelist" data-cdata="{&quot;prompt&quot;: true}"></div>',
        '<div class="affiliate-link-banner"><p class="banner-text"> </p></div>',
        '<figure data-ads=\'{"extraWords": 50}\'><img src="a.jpg" alt="A boat"><figcaption>A boat</figcaption></figure>',
        '<div class="popin"><p>The song was added to your list</p><button>Close</button></div>',
        f'<section class="part part--ads"><h2>Noon</h2><p>{TEXT}</p></section>',
        '<div class="ads-spacer"></div>',
        '<div class="notification-banner"></div>',
        f'<div class="col"><!--<ins class="adsbygoogle"></ins>--></div><p>{TEXT}</p>',
        '<div class="advertising-block"><p>The sales office of the paper: <a href="/sales">prices of all pages and sizes</a></p></div>',
        '<b class="aural" data-label="Alternative Sprachen anzeigen"></b>',
    ],
)
def test_given_a_name_without_what_fits_an_ad_then_there_is_none(html: str) -> None:
    assert kinds(f"<p>{TEXT}</p>{html}<p>{TEXT}</p>") == []


CARD = '<div class="card"><a href="/guide"><img src="g.jpg" alt="The guide"></a><h3>Guide</h3><a class="btn" href="/guide">Get it</a></div>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (CARD, ["promo"]),
        (CARD.replace('class="btn"', ""), []),
        (CARD.replace('href="/guide">Get', 'href="/other">Get'), []),
        ('<div class="poll-box"><label><input type="radio"> Yes</label><button>Vote</button></div>', ["survey"]),
        (f'<div class="poll-results"><p>{TEXT}</p></div>', []),
        ('<video src="a.mp4" autoplay controls></video>', ["player"]),
        ('<video src="a.mp4" autoplay muted loop></video>', []),
        ('<iframe src="https://video.example/1?autoplay=1"></iframe>', ["player"]),
        ('<iframe src="https://video.example/1?autoplay=1&mute=1"></iframe>', []),
        ('<form class="petition"><input type="email"><button>Sign the petition</button></form>', []),
        ('<div class="share share-newsletter"><a href="/x">Send</a></div>', []),
        ('<p><a href="/letters">Newsletter</a></p>', []),
        (f'<div class="teaser"><a href="/fog">{TITLE}</a></div>', ["related"]),
        ('<div class="teaser__tags"><a href="/a">Boats</a> <a href="/b">Fog</a> <a href="/c">Harbour</a></div>', []),
        (f"<h3>Related articles</h3><ul><li>{LINK}</li><li>{LINK}</li></ul>", ["related", "related"]),
        (f"<div><h3>Related articles</h3><ul><li>{LINK}</li></ul></div>", ["related"]),
    ],
)
def test_given_boxes_of_other_kinds_when_looked_for_then_each_is_told_by_what_it_does(html: str, expected: list[str]) -> None:
    assert kinds(f"<p>{TEXT}</p>{html}<p>{TEXT}</p>") == expected
