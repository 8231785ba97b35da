"""Which runs of text are the article: semantics and density, then what is inside but not the author's.

The weights were set by reading development pages of a public collection (WCXB); they measure text length, links and commas.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from a11yaudit.article.text import HEADINGS, Run
from a11yaudit.article.words import words
from a11yaudit.page import Page
from a11yaudit.page.page import attribute

_OUTSIDE = frozenset({"nav", "aside", "footer", "dialog", "menu"})
_LANDMARKS = frozenset({"navigation", "complementary", "contentinfo", "search", "banner", "dialog"})
_LEAF = frozenset({"p", "table", "ul", "ol", "blockquote"})
_CONTENT, _AROUND, _COMMENTS = 0, 1, 2
SLUG_PARTS = 4
"""Parts of an id that is made from a heading's text ("sharing-with-multiple-developers"): it names a subject, not a region."""
TEASER_TITLE, TITLE_LINES, LONGEST_TEASER, FEWEST_TEASERS = 15, 2, 800, 3
FEWEST_COPIED = 4
LEVELS = 3
_ITEMS = frozenset({"li", "article", "div", "section"})
_PARTS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Body:
    """The chosen element and the runs in it that are the article's."""

    root: int
    keep: frozenset[int]
    """Numbers of runs."""
    confidence: float


class Chooser:
    """Weighs the elements of a page and picks the article's."""

    def __init__(self, page: Page, runs: Sequence[Run], taken: frozenset[int]) -> None:
        """`taken` are elements that are interruptions; nothing below them is the article's."""
        self._page = page
        self._runs = runs
        self._taken = taken
        self._length = sum(len(run.text) for run in runs) or 1
        self._words = words()
        self._states: dict[int, int] = {}
        self._classes: dict[int, str] = {}
        self._weights: dict[int, float] = {}
        self._own: list[float] = []
        self._teasers = self._find_teasers()

    def choose(self) -> Body | None:
        """The article, None where no run has any weight."""
        self._weigh()
        if not self._weights:
            return None
        root = self._descend()
        inside = self._inside(root)
        for other in self._continued(root):
            inside += self._inside(other)
        keep = self._once(self._trim(sorted(inside)))
        total = sum(self._own) or 1.0
        return Body(root, frozenset(keep), round(min(1.0, sum(self._own[i] for i in keep) / total), 3)) if keep else None

    def short(self) -> Body | None:
        """All lines outside navigation, for a page that has no paragraph of any length."""
        keep = [i for i, run in enumerate(self._runs) if self._state(run.node) == _CONTENT and run.link_share < 0.5]
        return Body(0, frozenset(keep), 0.0) if keep else None

    def _label(self, number: int) -> str:
        found = self._classes.get(number)
        if found is None:
            tag = self._page.tag(number)
            name = attribute(tag, "id") or ""
            raw = f"{attribute(tag, 'class') or ''} {name if len(_PARTS.findall(name)) < SLUG_PARTS else ''}"[:400]
            found = self._classes[number] = self._words.neutral.sub(" ", raw) if raw != " " else ""
        return found

    def _state(self, number: int) -> int:
        chain = []
        while number >= 0 and number not in self._states:
            chain.append(number)
            number = self._page.flat.parent[number]
        state = self._states[number] if number >= 0 else _CONTENT
        for each in reversed(chain):
            state = self._states[each] = max(state, self._own_state(each))
        return state

    def _own_state(self, number: int) -> int:
        tag = self._page.tag(number)
        if number in self._taken:
            return _COMMENTS
        if number in self._teasers:
            return _AROUND
        if tag.name in ("body", "html", "main", "article"):
            return _CONTENT
        label = self._label(number)
        liked = bool(label and self._words.positive.search(label)) or tag.attrs.get("itemprop") == "articleBody"
        if label and not liked and self._words.comments.search(label):
            return _COMMENTS
        if tag.name in _OUTSIDE or tag.attrs.get("role") in _LANDMARKS:
            return _AROUND
        return _AROUND if label and not liked and self._words.negative.search(label) else _CONTENT

    def _find_teasers(self) -> frozenset[int]:
        """Items of lists of other articles: three or more siblings, each short and with a linked title in a line of its own."""
        sizes: dict[int, int] = {}
        lines: dict[int, int] = {}
        titles: set[int] = set()
        for run in self._runs:
            title = run.link_share >= 0.9 and len(run.text) >= TEASER_TITLE
            for number in (run.node, *self._page.ancestors(run.node)):
                sizes[number] = sizes.get(number, 0) + len(run.text)
                lines[number] = lines.get(number, 0) + 1
                if title and lines[number] <= TITLE_LINES:
                    titles.add(number)
        rows: dict[tuple[int, str, str], list[int]] = {}
        for number in sizes:
            tag = self._page.tag(number)
            if tag.name in _ITEMS:
                look = "" if tag.name in ("li", "article") else attribute(tag, "class") or ""
                rows.setdefault((self._page.flat.parent[number], tag.name, look), []).append(number)
        found: set[int] = set()
        for row in rows.values():
            teasers = [n for n in row if n in titles and lines[n] >= 2 and sizes[n] <= LONGEST_TEASER]
            large = sum(sizes[n] for n in teasers) >= 0.35 * self._length
            if len(teasers) >= FEWEST_TEASERS and len(teasers) >= 0.6 * len(row) and not self._in_article(row[0]):
                found.update(teasers)
        return frozenset(found)

    def _in_article(self, number: int) -> bool:
        return any(self._rank(n) >= 2 or self._page.tag(n).name == "article" for n in self._page.ancestors(number))

    def _weigh(self) -> None:
        strict: dict[int, float] = {}
        loose: dict[int, float] = {}
        own_strict: list[float] = []
        own_loose: list[float] = []
        for run in self._runs:
            value = self._value(run)
            state = self._state(run.node) if value else _CONTENT
            own_strict.append(value if state == _CONTENT else 0.0)
            own_loose.append(value if state != _COMMENTS else 0.0)
            if not value:
                continue
            for number in (run.node, *self._page.ancestors(run.node)):
                if state == _CONTENT:
                    strict[number] = strict.get(number, 0.0) + value
                if state != _COMMENTS:
                    loose[number] = loose.get(number, 0.0) + value
        enough = sum(own_strict) >= 0.25 * sum(own_loose)
        self._strict = enough
        self._weights, self._own = (strict, own_strict) if enough else (loose, own_loose)

    def _value(self, run: Run) -> float:
        name, length = self._page.tag(run.node).name, len(run.text)
        dense = sum(run.text.count(mark) for mark in ",،、，。") / 6
        if run.link_share >= 0.5 or name in HEADINGS or name in ("figcaption", "th", "header", "footer"):
            return 0.0
        if length < (15 if "\u3040" <= run.text[0] <= "\u9fff" else 40):
            return 0.0
        return length * (1 - run.link_share) * (0.5 if name in ("li", "td", "dd") else 1.0) * (1 + min(3.0, dense))

    def _rank(self, number: int) -> int:
        tag = self._page.tag(number)
        if tag.attrs.get("itemprop") == "articleBody":
            return 3
        return 2 if self._words.positive.search(self._label(number)) else int(tag.name in ("article", "main"))

    def _children(self, number: int) -> list[int]:
        flat, found, i = self._page.flat, [], number + 1
        while i < flat.end[number]:
            if i in self._weights:
                found.append(i)
            i = flat.end[i]
        return found

    def _descend(self) -> int:
        """From the document down to the element that still holds nearly all of the weight."""
        weights = self._weights
        current = max(weights, key=lambda number: (weights[number], -number))
        while children := self._children(current):
            heaviest = max(children, key=lambda number: weights[number])
            share = weights[heaviest] / weights[current]
            name = self._page.tag(heaviest).name
            if name in _LEAF and not any(getattr(self._page.flat.nodes[i], "name", None) == "p" for i in self._page.inside(heaviest)):
                break
            articles = [child for child in children if self._page.tag(child).name == "article" and weights[child] >= 0.2 * weights[current]]
            if share >= 0.85 or (self._rank(heaviest) and share >= 0.55 and self._alone(heaviest, children)):
                current = heaviest
            elif len(articles) >= 2:
                current = articles[0]
            else:
                break
        better = [n for n in weights if self._rank(n) >= 2 and weights[n] >= 0.7 * weights[current] and self._holds(current, n)]
        return max(better, key=lambda number: (self._rank(number), weights[number], -number), default=current)

    def _alone(self, number: int, children: Sequence[int]) -> bool:
        tag = self._page.tag(number)
        same = [n for n in children if self._page.tag(n).name == tag.name and self._page.attribute(n, "class") == attribute(tag, "class")]
        return len(same) == 1

    def _holds(self, outer: int, inner: int) -> bool:
        return outer < inner < self._page.flat.end[outer]

    def _inside(self, root: int) -> list[int]:
        inside = [i for i, run in enumerate(self._runs) if run.node == root or self._holds(root, run.node)]
        sizes: dict[int, tuple[int, int]] = {}
        for i in inside:
            run = self._runs[i]
            for number in self._chain(run.node, root):
                length, linked = sizes.get(number, (0, 0))
                sizes[number] = length + len(run.text), linked + min(run.linked, len(run.text))
        verdicts: dict[int, bool] = {root: True}
        return [i for i in inside if self._welcome(self._runs[i].node, root, sizes, verdicts) and self._is_text(self._runs[i])]

    def _chain(self, number: int, root: int) -> list[int]:
        chain = []
        while number > root:
            chain.append(number)
            number = self._page.flat.parent[number]
        return chain

    def _welcome(self, number: int, root: int, sizes: dict[int, tuple[int, int]], verdicts: dict[int, bool]) -> bool:
        chain = []
        while number not in verdicts:
            chain.append(number)
            number = self._page.flat.parent[number]
        verdict = verdicts[number]
        for each in reversed(chain):
            verdict = verdicts[each] = verdict and self._element_welcome(each, root, sizes.get(each, (0, 0)))
        return verdict

    def _element_welcome(self, number: int, root: int, size: tuple[int, int]) -> bool:
        tag, label, length = self._page.tag(number), self._label(number), size[0]
        share = self._weights.get(number, 0.0) / (self._weights.get(root) or 1.0)
        linked = size[1] / length if length else 0.0
        if number in self._taken or (self._strict and number in self._teasers ) or tag.name in ("nav", "footer", "figcaption", "dialog", "menu"):
            return False
        if tag.name == "aside" and share < 0.3:
            return False
        if label and (
            (self._words.comments.search(label) and tag.name != "article") or (self._words.captions.search(label) and length < 600)
        ):
            return False
        if tag.name == "figure":
            inner = {getattr(self._page.flat.nodes[i], "name", None) for i in self._page.inside(number)}
            return not inner.isdisjoint({"table", "blockquote"})
        if (
            label
            and tag.name not in ("p", "span", "a", "h2", "h3")
            and length < 0.35 * self._length
            and share < 0.35
            and self._words.negative.search(label)
            and not self._words.positive.search(label)
        ):
            return False
        if tag.name in ("ul", "ol", "table") and linked >= 0.9 and length > 40:
            return False
        return not (tag.name in ("div", "section") and linked >= 0.9 and length > 60 and len(tag.contents) > 1)

    def _is_text(self, run: Run) -> bool:
        name, length = self._page.tag(run.node).name, len(run.text)
        if name == "h1" or (length < 3 and not run.text.isalnum()):
            return False
        if run.link_share >= 0.85 and length < 140 and name not in ("h2", "h3", "h4", "p", "li", "td"):
            return False
        label = length < 60 and bool(self._words.labels.match(run.text))
        if label and (name not in ("h2", "h3", "h4", "li") or run.link_share > 0.5):
            return False
        return not (run.link_share >= 0.9 and name == "p" and length < 160 and self._words.labels.match(run.text))

    def _continued(self, root: int) -> list[int]:
        """Siblings of the root, and of the elements around it, in which the text goes on: of the same kind, and with paragraphs."""
        found = []
        child = root
        for _ in range(LEVELS):
            parent = self._page.flat.parent[child]
            if parent < 0 or self._page.tag(parent).name in ("body", "html") or self._rank(child) in (1, 3):
                break
            for other in self._children(parent):
                if other != child and self._page.tag(other).name == self._page.tag(child).name and self._goes_on(other):
                    found.append(other)
            child = parent
        return found

    def _goes_on(self, number: int) -> bool:
        if self._weights[number] < 0.02 * self._weights[max(self._weights, key=self._weights.__getitem__)]:
            return False
        inner = [run for run in self._runs if number < run.node < self._page.flat.end[number]]
        paragraphs = sum(len(run.text) for run in inner if len(run.text) >= 80 and run.link_share < 0.3 and self._page.tag(run.node).name == "p")
        return paragraphs >= 0.6 * sum(len(run.text) for run in inner)

    def _once(self, keep: list[int]) -> list[int]:
        """Without a second copy of the same paragraphs (one for narrow and one for wide screens) and of the short lines among them."""
        first: dict[str, int] = {}
        kept: list[int] = []
        copied: list[int] = []
        for place, i in enumerate(keep):
            earlier = first.setdefault(self._runs[i].text, place)
            if earlier < place and self._parent(keep[earlier]) != self._parent(i):
                copied.append(i)
            else:
                kept += copied if len(copied) < FEWEST_COPIED else []
                kept.append(i)
                copied = []
        return kept + (copied if len(copied) < FEWEST_COPIED else [])

    def _parent(self, i: int) -> int:
        return self._page.flat.parent[self._runs[i].node]

    def _trim(self, keep: list[int]) -> list[int]:
        """Without short lines before the first paragraph, and without headings and link lines after the last."""
        long = [i for i in keep if self._own[i] >= 60]
        if not long:
            return keep
        plain = (*HEADINGS, "p", "li")
        kept = [i for i in keep if i >= long[0] or len(self._runs[i].text) >= 70 or self._page.tag(self._runs[i].node).name in plain]
        while kept:
            run = self._runs[kept[-1]]
            heading = self._page.tag(run.node).name in HEADINGS
            line = len(run.text) < 70 and (run.link_share > 0.5 or bool(self._words.labels.match(run.text)))
            if not heading and not line:
                break
            kept.pop()
        return kept
