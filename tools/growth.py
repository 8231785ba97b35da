"""How the cost of a page grows with what it holds: the exponent of CPU seconds from n to 16 n, construct by construct.

    python tools/growth.py [--only WORD] [--times 2000] [--jobs 2] [--markdown]

Each construct is a way to make a page slow: elements nested, left open or repeated; attributes, references, sentences. An exponent of 1 is
linear. `kept` says whether the article's last sentence is still found. Exit 1 where a construct costs more than a second and grows with an
exponent above 1.2, cannot be audited, or loses the last sentence.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from a11yaudit import pipeline, pool, ruleset
from a11yaudit.api.page_work import Use, keep
from a11yaudit.model.run import Document, Failure
from a11yaudit.model.source import Limits, Source
from a11yaudit.settings import Settings

FACTOR = 16
STEEPEST, CHEAP = 1.2, 1.0
"""The largest exponent, and the seconds below which any will do."""
PATIENCE = 300.0
"""Seconds for one construct."""
LAST = "The ferry from the island came back with the last of the letters."
PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>Letters from the island</title></head><body><article><h1>Letters from the island</h1>"
    "<p>The post office on the island closed in the spring, and nobody told the people who live there.</p>%s"
    f"<p>{LAST}</p></article></body></html>"
)
Make = Callable[[int], str]


def nested(opening: str, closing: str, core: str = "Some words.") -> Make:
    """Each inside the one before."""
    return lambda n: opening * n + core + closing * n


def unclosed(opening: str) -> Make:
    """Opened and never closed."""
    return lambda n: opening * n


def repeated(each: str, around: tuple[str, str] = ("", "")) -> Make:
    """One after the other; `@` is the number."""
    return lambda n: around[0] + "".join(each.replace("@", str(i)) for i in range(n)) + around[1]


def words(each: str, opening: str = "<p>", closing: str = "</p>") -> Make:
    """The same words again and again in one element."""
    return repeated(each, (opening, closing))


def _named_headers(n: int) -> str:
    names = " ".join(f"h{i}" for i in range(n))
    return f"<table><tr>{''.join(f'<th id=h{i}>Head {i}</th>' for i in range(n))}<tr><td headers='{names}'>1</td></table>"


def _rows_of_names(n: int, each: int = 20) -> str:
    names = " ".join(f"c{i}" for i in range(each))
    heads = "".join(f"<th id=c{i}>Column {i}</th>" for i in range(each))
    rows = "".join(f"<tr><th id=r{i}>Row {i}<td headers='{names} r{i}'>1</tr>" for i in range(n))
    return f"<table><tr>{heads}</tr>{rows}</table>"


def _label_chain(n: int) -> str:
    return (
        "".join(f"<span id=l{i} aria-labelledby=l{i + 1}></span>" for i in range(n))
        + f"<button aria-labelledby=l0></button><i id=l{n}>x</i>"
    )


def _all_label_one(n: int) -> str:
    ids = " ".join(f"l{i}" for i in range(n))
    return "".join(f"<span id=l{i}>word {i}</span>" for i in range(n)) + f'<button aria-labelledby="{ids}"></button>'


def _json_nested(n: int) -> str:
    return f'<script type="application/ld+json">{"[" * n}{"]" * n}</script>'


def _json_wide(n: int) -> str:
    items = ",".join(f'{{"@type":"NewsArticle","headline":"Piece {i}","articleBody":"Word {i}"}}' for i in range(n))
    return f'<script type="application/ld+json">[{items}]</script>'


def _attributes(n: int) -> str:
    return f"<p {' '.join(f'data-a{i}=1' for i in range(n))}>Words.</p>"


def _classes(n: int) -> str:
    return f'<p class="{" ".join(f"ad-c{i}" for i in range(n))}">Words.</p>'


def _rules_of_style(n: int) -> str:
    return f"<style>{''.join(f'.c{i} b{{display:none}}' for i in range(n))}</style>{'<p class=c1><b>x</b></p>' * n}"


def _acronyms(n: int) -> str:
    letters = "BCDFGHJKLMNPQRSTVWXZ"
    coined = ("".join(letters[i // 20**place % 20] for place in range(4)) for i in range(n))
    return "".join(f"<p>The {each} met in town, and the plan was dropped.</p>" for each in coined)


def _owned(n: int) -> str:
    ids = " ".join(f"o{i}" for i in range(n))
    return f'<div role=list aria-owns="{ids}"></div>' + "".join(f"<div role=listitem id=o{i}>x</div>" for i in range(n))


CONSTRUCTS: dict[str, Make] = {
    "nested b": nested("<b>", "</b>"),
    "nested div": nested("<div>", "</div>"),
    "nested div with text": nested("<div>Some words. ", "</div>"),
    "nested article": nested("<article>", "</article>"),
    "nested article unclosed": unclosed("<article>"),
    "nested section with heading": nested("<section><h2>Part</h2>", "</section>"),
    "nested blockquote": nested("<blockquote>", "</blockquote>"),
    "nested list": nested("<ul><li>", "</ul>"),
    "nested figure": nested("<figure><figcaption>x</figcaption>", "</figure>"),
    "nested table": nested("<table><tr><td>", "</table>"),
    "nested button by object": nested("<object><button>", "</button></object>"),
    "nested span with title": nested("<span title=x>", "</span>"),
    "nested lang": nested("<span lang=de>Wort ", "</span>"),
    "nested aria-hidden": nested("<div aria-hidden=true><a href=#x>", "</a></div>"),
    "nested label": nested("<label>Word ", "</label>", "<input>"),
    "nested details": nested("<details><summary>x</summary>", "</details>"),
    "nested svg": nested("<svg>", "</svg>"),
    "nested ad class": nested("<div class=ad-slot>", "</div>"),
    "nested display none": nested("<div style='display:none'>", "</div>"),
    "nested ignore": nested("<div data-a11yaudit-ignore=image-without-alt><img src=x.jpg>", "</div>"),
    "unclosed a": unclosed("<a href=x>"),
    "unclosed a with text": unclosed("<a href=x>word "),
    "unclosed p": unclosed("<p>Words. "),
    "unclosed b": unclosed("<b>"),
    "unclosed b i in p": unclosed("<p><b><i>"),
    "unclosed font": unclosed("<font color=red>"),
    "unclosed div": unclosed("<div>"),
    "unclosed nobr button": repeated("<button>", ("<nobr>", "")),
    "unclosed li": unclosed("<li>Item "),
    "unclosed td": repeated("<td>x", ("<table><tr>", "</table>")),
    "unclosed tr": repeated("<tr><td>x", ("<table>", "</table>")),
    "unclosed option": repeated("<option>x", ("<select>", "</select>")),
    "misplaced in table": repeated("<b>x", ("<table>", "</table>")),
    "closing tags": unclosed("</p></b></div>"),
    "crossed b i": unclosed("<b><i></b></i>x"),
    "paragraphs": repeated("<p>The boat number @ came in late. Nobody waited for it on the pier.</p>"),
    "br": words("line @<br>"),
    "headings": repeated("<h2>Part @</h2>"),
    "headings that skip": repeated("<h2>Part @</h2><h4>Deeper @</h4>"),
    "fake headings": repeated("<p><b>Part @</b></p><p>The boat came in late.</p>"),
    "fake lists": repeated("<p>• item @</p>"),
    "fake numbered lists": repeated("<p>1. item</p><p>2. item</p><p>3. item</p>"),
    "list items": repeated("<li>item @", ("<ul>", "</ul>")),
    "links": repeated("<a href=/p/@>page @</a> "),
    "links of one text": repeated("<a href=/p/@>read more</a> ", ("<p>", "</p>")),
    "links without name": repeated("<a href=/p/@></a>"),
    "links to fragments": repeated("<a href=#f@>part @</a> "),
    "anchors": unclosed("<a>"),
    "images without alt": repeated("<img src=p@.jpg>"),
    "images of one alt": repeated("<p><img src=p@.jpg alt='A boat'></p>"),
    "figures": repeated("<figure><img src=p@.jpg alt='Boat @'><figcaption>A boat on the pier, number @.</figcaption></figure>"),
    "figures of one caption": repeated("<figure><img src=p@.jpg alt=x@><figcaption>A boat on the pier</figcaption></figure>"),
    "pictures with sources": repeated("<source srcset=p@.webp>", ("<picture>", "<img src=p.jpg></picture>")),
    "audio and video": repeated("<video src=v@.mp4 autoplay></video>"),
    "frames": repeated("<iframe src=f@.html></iframe>"),
    "ads": repeated("<p>The boat came in late, and nobody waited.</p><div class=ad-slot id=ad-@></div>"),
    "ad labels": repeated("<p>The boat came in late, and nobody waited.</p><div>Advertisement</div>"),
    "ad comments": repeated("<!-- ad slot @ --><p>x</p>"),
    "comments": repeated("<!-- @ -->"),
    "comments unclosed": unclosed("<!-- x "),
    "named headers": _named_headers,
    "rows of named headers": _rows_of_names,
    "table of one row": repeated("<td>x</td>", ("<table><tr>", "</table>")),
    "table of headers": repeated("<th>x</th>", ("<table><tr>", "<tr><td>y</table>")),
    "table rows with headers": repeated("<tr><th>x</th><td>y</td></tr>", ("<table>", "</table>")),
    "table groups": repeated("<tbody><tr><th scope=rowgroup>x<td>y", ("<table>", "</table>")),
    "rowspans": repeated("<tr><td rowspan=65534>x</td></tr>", ("<table>", "</table>")),
    "tables": repeated("<table><tr><th>x<tr><td>y</table>"),
    "aria rows": repeated("<div role=row><div role=columnheader>x</div><div role=cell>y</div></div>", ("<div role=table>", "</div>")),
    "label chain": _label_chain,
    "labelled by all": _all_label_one,
    "owned by one": _owned,
    "labels for one": repeated("<label for=f>Word @</label>", ("", "<input id=f>")),
    "inputs": repeated("<input id=f@><label for=f@>Word @</label>"),
    "radio group": repeated("<input type=radio name=r autocomplete=nope>"),
    "same id": repeated("<p id=x>Words.</p><a href=#x aria-describedby=x>word</a>"),
    "unknown roles": repeated("<div role=nope aria-nope=1>x</div>"),
    "roles in a list": repeated("<div role=tab>x</div>"),
    "lang parts": repeated("<p lang=de>Der Dampfer kam spät am Abend an.</p><p>The boat came in late.</p>"),
    "lang invalid": repeated("<i lang=zz-@>word</i> "),
    "attributes": _attributes,
    "classes": _classes,
    "inline styles": repeated("<p style='line-height:1.@;text-align:justify !important'>Words.</p>"),
    "style rules": _rules_of_style,
    "style blocks": repeated("<style>.c@{color:red}</style>"),
    "style comments": words("/*", "<style>", "</style>"),
    "json-ld nested": _json_nested,
    "json-ld wide": _json_wide,
    "json-ld blocks": repeated('<script type="application/ld+json">{"headline":"The boat @"}</script>'),
    "meta tags": repeated("<meta property=article:author content='Ann B@'>"),
    "one long word": words("word", "<p>", "</p>"),
    "one long sentence": words("and the boat "),
    "sentences": words("The boat came in late. "),
    "short sentences": words("No. "),
    "full stops": words(". "),
    "ellipses": words("... "),
    "opening quotation marks": words("“a "),
    "straight quotation marks": words('"a '),
    "quotation marks": words("“a” he said. "),
    "guillemets": words("«a "),
    "apostrophes": words("'a "),
    "brackets": words("(a "),
    "square brackets": words("[a "),
    "dashes": words("a — "),
    "hyphens": words("a-"),
    "acronyms": _acronyms,
    "one acronym": words("NATO met. "),
    "acronym in brackets": words("North Atlantic Treaty (NATO) "),
    "initials": words("J. R. "),
    "numbers": words("1,234.5 "),
    "dotted": words("a.b"),
    "web addresses": words("https://example.org/@ "),
    "passive": words("The boat was taken by @. "),
    "sentences that start alike": words("The boat was late. The boat was early. "),
    "capitals": words("BOAT "),
    "title case": words("Ann Boat "),
    "entities": words("&amp;"),
    "entities unknown": words("&nope; "),
    "entities numeric": words("&#8220;"),
    "soft hyphens": words("a&shy;"),
    "combining marks": words("a\u0301\u0301"),
    "white space": words(" \n\t"),
    "no-break spaces": words("\u00a0"),
    "characters of Han": words("船来晚了。"),
    "Thai without spaces": words("เรือมาช้า"),
    "Arabic": words("جاء القارب متأخرا. "),
    "emoji": words("\U0001f468\u200d\U0001f469 "),
    "less-than signs": unclosed("< "),
    "tags without end": unclosed("<p "),
    "quotes without end": unclosed("<p a='"),
    "bytelines": repeated("<p>By Ann B@</p>"),
    "reading times": repeated("<p>@ min read</p>"),
    "related lines": repeated("<p>Read more: <a href=/p/@>The boat that came in late</a></p>"),
    "teasers": repeated("<div><h3><a href=/p/@>The boat that came in late @</a></h3><p>Short text.</p></div>"),
    "share links": repeated("<a href='https://www.facebook.com/sharer?u=@'>Share</a>"),
    "noscript": repeated("<noscript><img src=p@.jpg></noscript>"),
    "templates": nested("<template>", "</template>"),
    "controls in controls": repeated("<button><span tabindex=0>x@</span></button>"),
    "time elements": repeated("<time datetime=2026-01-01>1 January</time> "),
    "maps": repeated("<area href=/p/@>", ("<map name=m>", "</map><img usemap=#m src=p.jpg>")),
    "image maps": repeated("<map name=m@><area href=/p></map><img usemap=#m@ src=p.jpg>"),
    "ruby": words("<ruby>船<rt>fune</ruby>"),
    "math": nested("<math><mrow>", "</mrow></math>"),
    "definition lists": repeated("<dt>x<dd>y", ("<dl>", "</dl>")),
    "objects": nested("<object>", "</object>"),
    "forms": nested("<form>", "</form>"),
    "selects": repeated("<select><option>x</select>"),
}  # fmt: skip


SWALLOWING = frozenset(
    {
        "comments unclosed",
        "tags without end",
        "quotes without end",
        "unclosed nobr button",
        "unclosed a",
        "unclosed a with text",
        "templates",
    }
)
"""Constructs that take in what follows by the rules of HTML: the last sentence is a comment's then, a button's or a link's."""


class Measured(NamedTuple):
    """What one construct costs."""

    few: float
    """CPU seconds at n."""
    many: float
    """CPU seconds at 16 n."""
    kilobytes: int
    """Size of the page at 16 n."""
    report: int
    """Kilobytes of its report."""
    kept: bool
    """Whether the last sentence is found at 16 n."""

    @property
    def exponent(self) -> float:
        """1 is linear."""
        return math.log(self.many / self.few) / math.log(FACTOR)


def cost(html: str) -> tuple[float, Document, int]:
    """CPU seconds of an audit up to its packed report, the document, and the bytes of the report."""
    from a11yaudit.report import jsonreport

    rules, page = _rules(), Source("page.html", html.encode("utf-8"), "")
    start = time.process_time()
    document = pipeline.audit(page, rules, Limits(max_bytes=sys.maxsize), "article")
    keep(document, Use(part=True, document=True, text=True))
    return time.process_time() - start, document, len(jsonreport.part(document))


def measure(name: str, times: int) -> Measured:
    """The cost of a construct at n and at 16 n."""
    make = CONSTRUCTS[name]
    few = min(cost(PAGE % make(times))[0] for _ in range(3))
    html = PAGE % make(times * FACTOR)
    many, document, report = cost(html)
    kept = name in SWALLOWING or any(LAST in block.text for block in document.extracted.article.blocks)
    return Measured(few, many, len(html) // 1000, report // 1000, kept)


def _rules() -> ruleset.RuleSet:
    return ruleset.configured(ruleset.load(), Settings(), (), ())


def _warm() -> None:
    """Load what every page needs before the first is timed."""
    for _ in range(3):
        cost(PAGE % "<p>Words.</p><img src=x.jpg><table><tr><th>x<td>y</table>")


def bad(result: Measured | Failure) -> bool:
    """Whether a construct is one to mend."""
    if isinstance(result, Failure):
        return True
    return (result.exponent > STEEPEST and result.many > CHEAP) or not result.kept


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="constructs with these words in their name")
    parser.add_argument("--times", type=int, default=2000, help="n (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--markdown", action="store_true", help="print a table of the ten slowest")
    asked = parser.parse_args()
    names = [name for name in CONSTRUCTS if asked.only in name]
    results: dict[str, Measured | Failure] = {}
    for number, result in pool.run(names, partial(measure, times=asked.times), asked.jobs, PATIENCE, _warm):
        results[names[number]] = result
        print(f"{'!' if bad(result) else ' '} {names[number]:28}{_line(result)}", flush=True)
    if asked.markdown:
        print(table({name: result for name, result in results.items() if isinstance(result, Measured)}))
    wrong = [name for name, result in results.items() if bad(result)]
    print(f"{len(results)} constructs, {len(wrong)} to mend: {', '.join(wrong) or 'none'}")
    return 1 if wrong else 0


def _line(result: Measured | Failure) -> str:
    if isinstance(result, Failure):
        return f"{result.kind}: {result.message}"
    lost = "" if result.kept else "  LAST SENTENCE LOST"
    return (
        f"{1000 * result.few:9.0f} ms {1000 * result.many:9.0f} ms  exponent {result.exponent:5.2f}"
        f"  page {result.kilobytes:6,} kB  report {result.report:6,} kB{lost}"
    )


def table(results: dict[str, Measured]) -> str:
    """The ten slowest constructs as Markdown."""
    slowest = sorted(results.items(), key=lambda item: -item[1].many)[:10]
    head = "| construct | page | CPU | exponent |\n| --- | ---: | ---: | ---: |"
    rows = (f"| {name} | {each.kilobytes:,} kB | {each.many:.2f} s | {each.exponent:.2f} |" for name, each in slowest)
    return "\n".join([head, *rows])


if __name__ == "__main__":
    sys.exit(main())
