"""The article's headline: the heading that matches the page's title, or the title itself."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from a11yaudit.article import class_names
from a11yaudit.article.facts import metadata
from a11yaudit.article.text_runs import HEADINGS, Run
from a11yaudit.page import Page

ALIKE = 0.55
"""Agreement in words of a heading and a title, from which the heading is the headline (0 to 1)."""
SAME = 0.8
"""Agreement from which a heading of any level is the headline, for pages whose `<h1>` is the site's name."""
UNRELATED = 0.2
"""Agreement below which an `<h1>` is not about the article: the site's name, a section."""
NODES = 20
"""Nodes of a heading that are looked at for a link to the start page."""
SIGNATURE = 4
"""Words of a site's name at the end of a title."""
_WORD = re.compile(r"\w+")
_CJK = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_SEPARATOR = re.compile(r"\s+[|·»–—:-]+\s+|\s*[|»]\s*")
_START_PAGE = re.compile(r"/?(?:index\.\w{2,5}|home/?)?\Z")


@dataclass(frozen=True, slots=True)
class Headline:
    """The text, the element that holds it, and the number of its run where it is text of the page."""

    text: str
    node: int
    run: int | None


class Candidates:
    """The headings of a page, beside what it calls itself."""

    def __init__(self, page: Page, told: metadata.Told, lines: Sequence[Run]) -> None:
        self.lines = lines
        names = page.flat.names
        heads = [i for i, run in enumerate(lines) if names[run.node] in HEADINGS]
        signs = [i for i in heads if _signs(page, lines[i])]
        self.titles = _titles(page, told, frozenset(lines[i].text.casefold() for i in signs))
        self._words = [_words(title) for title, _ in self.titles]
        self._shares: dict[int, float] = {}
        others = [i for i in heads if i not in signs]
        self.heads = others if self.titles and any(self.share(i) >= ALIKE for i in others) else heads
        """Without the site's name where another heading says what the title says."""
        self.tops = [i for i in self.heads if names[lines[i].node] == "h1"]

    def share(self, i: int) -> float:
        """How far a heading agrees with a title."""
        found = self._shares.get(i)
        if found is None:
            own = _words(self.lines[i].text)
            found = self._shares[i] = max((_agreement(own, title) for title in self._words), default=0.0)
        return found

    def titled(self) -> int | None:
        """The first heading that says what the page's title says, wherever the text stands; None where none surely does."""
        return next((i for i in self.heads if self.share(i) >= SAME), None)

    def best(self, first: int, barred: frozenset[int]) -> int | None:
        """The heading that is the headline of the text that begins at run `first`."""
        heads, tops = ([i for i in group if i not in barred] for group in (self.heads, self.tops))
        above = _above(tops, first)
        for group, enough in ((tops, ALIKE), (heads, SAME), (above, UNRELATED if self.titles else 0.0), (heads, ALIKE)):
            best = max(group, key=lambda i: (self.share(i), -abs(i - first)), default=None)
            if best is not None and self.share(best) >= enough:
                return best
        return None


def find(candidates: Candidates, barred: frozenset[int], first: int) -> Headline | None:
    """The headline of the text that begins at run `first`; `barred` are runs that belong to something else."""
    best = candidates.best(first, barred)
    if best is not None:
        run = candidates.lines[best]
        return Headline(run.text, run.node, best)
    return Headline(*candidates.titles[0], None) if candidates.titles else None


def _signs(page: Page, run: Run) -> bool:
    """Whether a heading is the site's name: it leads to the start page, or its class says so."""
    if class_names.names_site(page.attribute(run.node, "class"), page.attribute(run.node, "id")):
        return True
    if run.link_share < 0.9:
        return False
    near = (*islice(page.inside(run.node), NODES), *islice(page.ancestors(run.node), 2))
    return any(page.flat.names[n] == "a" and _leads_home(page.attribute(n, "href")) for n in near)


def _leads_home(address: str | None) -> bool:
    try:
        parts = urlsplit((address or "#").strip())
    except ValueError:
        return False
    return address is not None and not parts.query and bool(_START_PAGE.match(parts.path)) and (bool(parts.path) or bool(parts.netloc))


def _above(heads: Sequence[int], first: int) -> list[int]:
    """The last heading before the text, or where there is none the first one of all."""
    return [i for i in heads if i <= first][-1:] or list(heads[:1])


def _titles(page: Page, told: metadata.Told, signs: frozenset[str]) -> list[tuple[str, int]]:
    """What the page calls itself, best first, without the name of the site: `og:title` and its like, `<title>`."""
    metas = told.metas
    found = [metas[key] for key in ("og:title", "twitter:title", "dc.title", "parsely-title") if key in metas]
    title = page.numbers("title")
    if page.title and title and not any(text and text in page.title for text, _ in found):
        found.append((page.title, title[0]))
    sites = signs | ({metas["og:site_name"][0].casefold()} if "og:site_name" in metas else frozenset())
    return [(_without_site(text, sites), node) for text, node in found]


def _without_site(title: str, sites: frozenset[str]) -> str:
    parts = _SEPARATOR.split(title)
    kept = [part for part in parts if part.casefold() not in sites]
    if len(kept) == len(parts):
        kept = _without_tail(parts)
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
