"""Articles for the tests in a browser, and their reports."""

import hashlib
from dataclasses import replace
from pathlib import Path

from runs import RULES

from a11yaudit import pipeline
from a11yaudit.model.run import Document, Failure, Run
from a11yaudit.model.source import Limits, Source
from a11yaudit.report import html, names
from a11yaudit.report.comparison import Comparison
from a11yaudit.report.html import Look

ROOT = Path(__file__).parent.parent.parent
SENTENCE = (
    "The pilots of the northern harbour, who had waited since the early morning for a tug that never came, asked the office twice "
    "for a decision, and when none was made they tied the ferry to the old quay, paid the watchman out of their own pockets, and "
    "walked home along the shore while the lamps of the town went out one after the other. "
)
SHORT = "The tug came late. Nobody had told the crew. They drank their tea and looked at the sea. "
FIGURE = (
    '<figure><img src="pier-{n}.jpg"{alt}><figcaption>The pier on the evening of the long wait. Photo: Ida Brandt</figcaption></figure>'
)
AD = '<div class="ad-slot"><span class="ad-label">Advertisement</span></div>'
ARABIC = """<!DOCTYPE html><html lang="ar" dir="rtl"><title>الميناء القديم</title><article><h1>الميناء القديم يستيقظ من جديد</h1>
<div class="ad-slot"><span class="ad-label">إعلان</span></div>
<p>في السادسة صباحا يكون الرصيف الشمالي هادئا، ولا يسمع المرء إلا صوت الماء وهو يضرب الحجر.
يقف العمال في صف قصير وينتظرون السفينة الأولى.</p>
<figure><img src="pier.jpg"><figcaption>الرصيف الشمالي عند الفجر</figcaption></figure>
<h2>ليلة بلا عمل</h2>
<p>قال أحد البحارة إن العمل تغير كثيرا منذ وصول الآلات، لكنه لا يخاف من المستقبل،
فالميناء يحتاج دائما إلى من يعرف البحر.</p>
</article></html>"""
CHINESE = """<!DOCTYPE html><html lang="zh"><title>老港口</title><article><h1>老港口的新早晨</h1>
<p>早上六点，北码头很安静，只能听见海水拍打石头的声音。工人们排成一小队，等着第一艘船进港。他们已经在这里工作了二十年。</p>
<div class="ad-slot"><span class="ad-label">广告</span></div>
<figure><img src="pier.jpg" alt="北码头的清晨"><figcaption>北码头的清晨</figcaption></figure>
<h2>没有工作的夜晚</h2><p>一位老船员说，自从机器来了以后，工作变化很大，但是他不担心将来，因为港口永远需要懂得大海的人。</p></article></html>"""
EMPTY = '<!DOCTYPE html><html lang="en"><title>Nothing</title><body></body></html>'


def document(path: str, text: str, scope: str = "article") -> Document:
    """The audit of one page."""
    data = text.encode()
    return pipeline.audit(Source(path, data, hashlib.sha256(data).hexdigest()), RULES, Limits(), scope)


def long_article(words: int) -> str:
    """An article of about that many words with pictures, ads, subheadings and hard sentences."""
    parts, made, number = ["<html lang=en><title>The long wait</title><article><h1>The long wait</h1>"], 0, 0
    while made < words:
        number += 1
        parts.append(f"<p>{SENTENCE if number % 3 == 0 else SHORT}{SHORT * 3}</p>")
        made += len(parts[-1].split())
        if number % 9 == 0:
            parts.append(f"<h2>Part {number}</h2>" if number % 2 else AD)
        if number % 20 == 0:
            parts.append(FIGURE.format(n=number, alt="" if number % 40 else ' alt="A pier"'))
    return "".join([*parts, "</article></html>"])


def sample() -> Document:
    """The sample article."""
    return document("examples/harbour-robots.html", (ROOT / "examples" / "harbour-robots.html").read_text("utf-8"))


def report(audited: Document, look: Look | None = None) -> str:
    """An article's report."""
    return html.page(audited, RULES.by_id(), RULES.aspects, "1.0", look)


def overview(pages: int) -> str:
    """The index of a run of that many articles and two pages that could not be audited, compared with an earlier run."""
    kinds = [sample(), document("a.html", ARABIC), document("b.html", EMPTY), document("c.html", long_article(600))]
    documents = tuple(_named(kinds[number % len(kinds)], f"news/{number}.html") for number in range(pages))
    failures = (Failure("news/late.html", "timeout", "not done after 30 seconds (--timeout)"), Failure("x.html", "empty", "no byte in it"))
    before = Comparison({"news/0.html": {"0" * 32: ("A finding that is gone", "article")}, "news/old.html": {}})
    return index(Run("1.0", "rules", documents, failures), Look(comparison=before))


def index(run: Run, look: Look | None = None) -> str:
    """The index of a run."""
    files = {page.extracted.path: names.file_name(page.extracted.path) for page in run.documents}
    return html.index(run, files, RULES.by_id(), RULES.aspects, look)


def _named(audited: Document, path: str) -> Document:
    return replace(audited, extracted=replace(audited.extracted, path=path))
