"""Which elements are the article's: its own, those around it, and islands of the site in between."""

import pytest

from a11yaudit import pipeline, ruleset
from a11yaudit.model.outcome import Outcome
from a11yaudit.model.run import Document
from a11yaudit.model.source import Limits, Source

RULES = ruleset.load()
LEDE = "<p>Der Hafen bleibt im Winter offen, sagt die Leiterin. Die Fischer hatten lange darum gebeten.</p>"
TEXT = "<p>On most days four boats go out before dawn, and come home at noon with herring and cod.</p>"
LINK = '<a id="here" href="/x"></a>'
FRAME = '<iframe id="here" src="https://films.example/7"></iframe>'


def audited(html: str) -> Document:
    return pipeline.audit(Source("a.html", html.encode(), "0" * 64), RULES, Limits(), "article")


def page(between: str = "", *, top: str = "", head: str = "", lede: str = LEDE, end: str = "", bottom: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>The harbour stays open</title><body>{top}<main><article>{head}'
        f"<h1>The harbour stays open</h1>{lede}{TEXT}{between}{TEXT * 2}{end}</article></main>{bottom}</body></html>"
    )


IN_ARTICLE = {
    "link in a paragraph": page(f"<p>Read on {LINK} here, and then go out to see the boats.</p>"),
    "empty paragraph": page(f"<p>{LINK}</p>"),
    "linked picture": page('<a id="here" href="/big"><img src="boats.jpg" alt=""></a>'),
    "linked picture above the headline": page(head='<a id="here" href="/big"><img src="boats.jpg" width="900" alt=""></a>'),
    "film between paragraphs": page(f'<div class="embed">{FRAME}</div>'),
    "film under the headline": page(lede=f"<div>{FRAME}</div>{LEDE}"),
    "film at the end": page(end=f"<p>{FRAME}</p>"),
    "list of the text": page(f"<ul><li>Herring in May {LINK}</li><li>Cod in June, if the weather is good</li></ul>"),
    "caption": page(f'<figure><img src="b.jpg" alt="Boats"><figcaption>The boats at dawn, by Ann Hill {LINK}</figcaption></figure>'),
    "ad between paragraphs": page(f'<div class="ad-slot"><span>Advertisement</span>{FRAME}</div>'),
    "link to another page in an empty paragraph": page('<p><a id="here" href="https://social.example/boats"></a></p>'),
    "link beside the date": page(lede=f'<div class="meta">12 May 2026, 09:34 {LINK}</div>{LEDE}'),
    "form around the page": page().replace("<article>", "<form><article>").replace("</article>", f"<p>See {LINK}.</p></article></form>"),
    "header of the article": page(lede=f'<div role="banner"><p>The quay, the nets and the boats of this winter {LINK}</p></div>{LEDE}'),
    "text in line breaks": page(
        lede="", between=f"<div>The quay is new, and so are the lamps on it.<br><br>It was paid for by all {LINK} of the town.</div>"
    ),
}
AROUND = {
    "header": page(top=f"<header>{LINK}</header>"),
    "navigation": page(top=f"<nav><a href='/'>Home</a>{LINK}</nav>"),
    "footer": page(bottom=f"<footer>{LINK}<p>© The Quay Courier</p></footer>"),
    "share bar under the headline": page(lede=f'<div class="share"><ul><li>{LINK}</li></ul></div>{LEDE}'),
    "icon links under the headline": page(lede=f"<div><span>{LINK}</span></div>{LEDE}"),
    "Teilen-Leiste im Text": page(f'<div class="social-share">{LINK}</div>'),
    "side column beside the text": page(f"<aside><h3>Meist gelesen</h3><ul><li><a href='/1'>Eins</a>{LINK}</li></ul></aside>"),
    "share bar beside the date": page(
        lede=f'<div class="info">12 May 2026, 09:34 <div class="right social-links">{LINK}</div></div>{LEDE}'
    ),
    "nameless share link in the text": page('<ul><li><a id="here" href="https://www.facebook.com/sharer.php?u=x"></a></li></ul>'),
    "share link beside a word": page(end='<div>Teile mich: <a id="here" href="https://twitter.com/intent/tweet?url=x"></a></div>'),
    "Teilen per Mail": page('<p><a id="here" href="mailto:?subject=Der%20Hafen"></a></p>'),
    "landmark of the site in the text": page(f'<div role="contentinfo"><h3>Die Reihe</h3><p>Alle Teile der Reihe {LINK}</p></div>'),
    "Bestellformular unter dem Text": page(end=f"<form><p>Bitte geben Sie hier Ihre Anschrift an. {LINK}</p><input type='hidden'></form>"),
    "line about a commenter": page(
        bottom=f'<ol id="commentlist"><li><p>By Ann Hill, 12 May 2026 {LINK}</p><p>Nice boats, thank you all.</p></li></ol>'
    ),
    "search form between paragraphs": page(f"<form role='search'>{LINK}<button>Go</button></form>"),
    "comments below the text": page(bottom=f'<section class="comments"><h2>Comments</h2><p>Nice boats, thank you.</p>{LINK}</section>'),
    "related list below": page(bottom=f'<div class="related"><h2>More</h2><ul><li><a href="/2">Nets</a></li></ul>{LINK}</div>'),
    "consent box": page(bottom=f'<div class="cookie-banner" role="dialog" aria-label="Cookies"><p>We use cookies.</p>{LINK}</div>'),
    "ad above the site": page(top=f'<div class="ad-slot"><span>Anzeige</span>{FRAME}</div>'),
    "button frame below the tags": page(end=f'<p class="tags">Filed under: <a href="/t/1">herring</a></p>{FRAME}'),
    "film in the footer": page(bottom=f"<footer><div>{FRAME}</div></footer>"),
}


def part_of_here(html: str) -> set[str]:
    """The part of what is found at the element `here`, or at a picture in it."""
    findings = audited(html).evaluation.findings
    return {
        str(finding.part)
        for finding in findings
        if finding.location and finding.location.selector.startswith("#here") and finding.outcome == Outcome.FAILED
    }


@pytest.mark.parametrize("html", IN_ARTICLE.values(), ids=IN_ARTICLE)
def test_given_an_element_of_the_article_when_it_has_a_fault_then_the_fault_is_the_articles(html: str) -> None:
    assert part_of_here(html) == {"article"}


@pytest.mark.parametrize("html", AROUND.values(), ids=AROUND)
def test_given_an_element_of_the_site_when_it_has_a_fault_then_the_fault_stands_around(html: str) -> None:
    assert part_of_here(html) == {"around"}


def test_given_faults_of_the_document_when_audited_then_they_belong_to_the_page() -> None:
    html = (
        page()
        .replace(' lang="en"', "")
        .replace("<title>The harbour stays open</title>", '<meta name="viewport" content="user-scalable=no">')
    )
    parts = {finding.rule: finding.part for finding in audited(html).evaluation.findings}
    assert parts == dict.fromkeys(("page-language-missing", "page-title-missing", "zoom-disabled"), "page")


def test_given_scope_page_when_audited_then_nothing_stands_around() -> None:
    source = Source("a.html", page(top=f"<nav>{LINK}</nav>").encode(), "0" * 64)
    found = pipeline.audit(source, RULES, Limits(), "page").evaluation.findings
    assert {str(finding.part) for finding in found if finding.rule == "link-without-name"} == {"article"}
