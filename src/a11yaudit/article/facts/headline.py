"""What the article is called: the heading on the page that says what the page's title says, else that title itself."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from a11yaudit.article.facts import metadata
from a11yaudit.article.text_runs import HEADINGS, Run
from a11yaudit.page import Page

ALIKE = 0.55
"""Agreement in words of a heading and a title, from which the heading is the headline (0 to 1)."""
SAME = 0.8
"""Agreement from which a heading of any level is the headline, for pages whose `<h1>` is the site's name."""
UNRELATED = 0.2
"""Agreement below which an `<h1>` is not about the article: the site's name, a section."""
SIGNATURE = 4
"""Words of a site's name at the end of a title."""
_WORD = re.compile(r"\w+")
_CJK = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_SEPARATOR = re.compile(r"\s+[|·»–—:-]+\s+|\s*[|»]\s*")


@dataclass(frozen=True, slots=True)
class Headline:
    """The text, the element that holds it, and the number of its run where it is text of the page."""

    text: str
    node: int
    run: int | None


def find(page: Page, told: metadata.Told, lines: Sequence[Run], barred: frozenset[int], first: int) -> Headline | None:
    """The headline of the text that begins at run `first`; `barred` are runs that belong to something else."""
    titles = _titles(page, told)
    names = page.flat.names
    heads = [i for i, run in enumerate(lines) if names[run.node] in HEADINGS and i not in barred]
    tops = [i for i in heads if names[lines[i].node] == "h1"]
    title_words = [_words(title) for title, _ in titles]

    @cache
    def share(i: int) -> float:
        own = _words(lines[i].text)
        return max((_agreement(own, title) for title in title_words), default=0.0)

    for group, enough in ((tops, ALIKE), (heads, SAME), (_above(tops, first), UNRELATED if titles else 0.0), (heads, ALIKE)):
        best = max(group, key=lambda i: (share(i), -abs(i - first)), default=None)
        if best is not None and share(best) >= enough:
            return Headline(lines[best].text, lines[best].node, best)
    return Headline(*titles[0], None) if titles else None


def _above(heads: Sequence[int], first: int) -> list[int]:
    """The last heading before the text, or where there is none the first one of all."""
    return [i for i in heads if i <= first][-1:] or list(heads[:1])


def _titles(page: Page, told: metadata.Told) -> list[tuple[str, int]]:
    """What the page calls itself, best first, without the name of the site: `og:title` and its like, `<title>`."""
    metas = told.metas
    found = [metas[key] for key in ("og:title", "twitter:title", "dc.title", "parsely-title") if key in metas]
    title = page.numbers("title")
    if page.title and title and not any(text and text in page.title for text, _ in found):
        found.append((page.title, title[0]))
    site = metas["og:site_name"][0] if "og:site_name" in metas else ""
    return [(_without_site(text, site), node) for text, node in found]


def _without_site(title: str, site: str) -> str:
    parts = _SEPARATOR.split(title)
    kept = [part for part in parts if part.casefold() != site.casefold()] if site else _without_tail(parts)
    return title if len(kept) == len(parts) or not kept else title[title.index(kept[0]) : title.rindex(kept[-1]) + len(kept[-1])]


def _without_tail(parts: list[str]) -> list[str]:
    """A title's parts without a last one that is short beside the rest, which is how sites sign."""
    words = [len(part.split()) for part in parts]
    return parts[:-1] if len(parts) > 1 and words[-1] <= SIGNATURE and sum(words[:-1]) > 2 * words[-1] else parts


def _agreement(one: Counter[str], other: Counter[str]) -> float:
    """F1 of the words of two titles; Chinese and Japanese are compared by characters."""
    shared = sum([min(count, other[word]) for word, count in one.items() if word in other])
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def _words(text: str) -> Counter[str]:
    folded = text.casefold()
    return Counter(folded) if not folded.isascii() and _CJK.search(folded) else Counter(_WORD.findall(folded))
