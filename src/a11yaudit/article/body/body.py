"""Which runs of text are the article: semantics and density, then what is inside but not the author's.

The weights were set by reading development pages of a public collection (WCXB); they measure text length, links and commas.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from a11yaudit.article.body import notices
from a11yaudit.article.body.layout import Layout
from a11yaudit.article.class_names import Says
from a11yaudit.article.text_runs import HEADINGS, Run
from a11yaudit.article.vocabulary import words
from a11yaudit.page.page import attribute

_OUTSIDE = frozenset({"nav", "aside", "footer", "dialog", "menu"})
_LANDMARKS = frozenset({"navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alertdialog"})
_NEVER_INSIDE = frozenset({"nav", "footer", "figcaption", "dialog", "menu"})
_DOUBTED = frozenset({"aside", "figure", "ul", "ol", "table", "div", "section"})
"""Elements that may be none of the author's though no class says so."""
_LEAF = frozenset({"p", "table", "ul", "ol", "blockquote", "pre", "figure", "dl", "details"})
_WORTHLESS = frozenset({*HEADINGS, "figcaption", "th", "header", "footer"})
ALL_LINKED, MOST_LINKED, SHORTEST_LINK = 0.98, 0.4, 30
"""Share of links in a paragraph that only leads elsewhere, and in one that begins with a label such as "Read also"."""
LONGEST_LABEL, LEAST_BEFORE = 60, 0.7
"""Characters of a heading that ends the text, and the share of the text that must stand before it."""
LONG_AFTER, MOST_AFTER = 200, 2
"""How many paragraphs of what length may follow such a heading: with more of them the text goes on."""
MOST = 0.3
"""Share of the text that must be left without the small boxes whose classes say that they are none of it."""
OWN, INSIDE = 0.1, 0.25
"""Shares of the heaviest box's weight, from which the `<article>` of the headline, and any `<main>` or `<article>`, is preferred to it."""
DOUBTFUL = 0.5
"""Trust in a text that stands outside of what markup calls the article."""
LONG_PARAGRAPH, FEWEST_PARAGRAPHS, MOST_OF_PARAGRAPHS = 100, 3, 0.25
"""Paragraphs of what length a box must hold to be text whatever its class says, and their share of the page's."""
FEWEST_COPIED = 4
"""Paragraphs in a row that stand elsewhere too, from which they are a second copy of the text and no refrain."""
LEVELS = 3
"""How many elements up from the chosen one its continuations are looked for."""
SHORTEST_PARAGRAPH = 80
"""Characters of a paragraph that shows that a text goes on."""


_BY_THE_WAY = sum((Says.BIO, Says.TAGS, Says.SHARE, Says.NEWSLETTER, Says.RELATED))
"""What a class may say of a small box inside the text that is none of it."""
_ABOUT_IT = Says.TAGS | Says.SHARE
"""What a class may say of a paragraph that is about the article and none of its text."""
_CELLS = frozenset({"li", "td", "th", "dd", "dt"})
_LINES = frozenset({*HEADINGS, "p", "span", "a", "li"})
SMALL, MOST_RELATED = 0.2, 0.6
"""Share of the text below which a box is small, and below which a list of related articles is one."""
_CONTENT, _AROUND, _COMMENTS = 0, 1, 2
"""What an element is a part of, as its markup says: the text; navigation, footers, teasers, boilerplate; comments and interruptions."""


@dataclass(frozen=True, slots=True)
class Body:
    """The chosen element and the runs in it that are the article's."""

    root: int
    """Number of the element."""
    keep: frozenset[int]
    """Numbers of runs."""
    confidence: float
    around: frozenset[int]
    """Boxes that are no part of the text, as their markup says."""


def short(layout: Layout, taken: frozenset[int]) -> Body | None:
    """All lines outside navigation, for a page that has no paragraph of any length."""
    regions = _regions(layout, taken, frozenset(), notices.find(layout))
    lines = [i for i in range(len(layout.runs)) if regions[layout.of_run[i]] == _CONTENT]
    keep = [i for i in lines if layout.runs[i].link_share < 0.5] or lines
    return Body(0, frozenset(keep), 0.0, _around(regions)) if keep else None


def choose(layout: Layout, taken: frozenset[int], teasers: frozenset[int], titled: int | None = None) -> Body | None:
    """The article, None where no run has any weight. `taken` are elements that are interruptions, `teasers` boxes of other articles.

    `titled` is the run of the heading that says what the page's title says.
    """
    chooser = _Chooser(layout, taken, teasers, layout.of_run[titled] if titled is not None else None)
    return chooser.choose() if any(chooser.own) else None


def value(run: Run, name: str) -> float:
    """The weight of a run: its length outside links, more for commas, less in a list or table, none for headings and scraps."""
    length, share = len(run.text), run.link_share
    if share >= 0.5 or name in _WORTHLESS or length < (15 if "\u3040" <= run.text[0] <= "\u9fff" else 40):
        return 0.0
    commas = sum(map(run.text.count, ",،、，。")) / 6
    return length * (1 - share) * (0.5 if name in ("li", "td", "dd") else 1.0) * (1 + min(3.0, commas))


def _around(regions: Sequence[int]) -> frozenset[int]:
    return frozenset(box for box, region in enumerate(regions) if region != _CONTENT)


def _regions(layout: Layout, taken: frozenset[int], teasers: frozenset[int], asking: frozenset[int]) -> list[int]:
    """The region of each box; a part of comments stays one, whatever it holds. `asking` are notices."""
    found: list[int] = []
    texts = _of_running_text(layout)
    for box, (node, around, name, says) in enumerate(zip(layout.boxes, layout.up, layout.names, layout.says, strict=True)):
        region = found[around] if around >= 0 else _CONTENT
        if node in taken or box in asking:
            region = _COMMENTS
        elif box in teasers:
            region = max(region, _AROUND)
        elif region != _COMMENTS and (says or name in _OUTSIDE or "role" in layout.tags[box].attrs):
            region = max(region, _own_region(layout, box, box in texts))
        found.append(region)
    return found


def _of_running_text(layout: Layout) -> frozenset[int]:
    """Boxes that hold several long paragraphs and a heading: no class makes them a menu or an advertisement."""
    count, headed = [0] * len(layout.boxes), [name in HEADINGS for name in layout.names]
    for run, box in zip(layout.runs, layout.of_run, strict=True):
        count[box] += layout.names[box] == "p" and len(run.text) >= LONG_PARAGRAPH and run.link_share < 0.3
    for box in range(len(count) - 1, 0, -1):
        around = layout.up[box]
        count[around] += count[box]
        headed[around] = headed[around] or headed[box]
    enough = max(FEWEST_PARAGRAPHS, MOST_OF_PARAGRAPHS * count[0]) if count else 0
    return frozenset(box for box, number in enumerate(count) if number >= enough and headed[box])


def _own_region(layout: Layout, box: int, text: bool) -> int:
    name, says, attributes = layout.names[box], layout.says[box], layout.tags[box].attrs
    if name in ("body", "html", "main", "article"):
        return _CONTENT
    told = says & (Says.COMMENTS | Says.BOILERPLATE)
    if told and not says & Says.ARTICLE and attributes.get("itemprop") != "articleBody" and (told & Says.COMMENTS or not text):
        return _COMMENTS if told & Says.COMMENTS else _AROUND
    return _AROUND if name in _OUTSIDE or ("role" in attributes and attributes["role"] in _LANDMARKS) else _CONTENT


class _Chooser:
    """Weighs the boxes of a page and picks the article's."""

    def __init__(self, layout: Layout, taken: frozenset[int], teasers: frozenset[int], titled: int | None) -> None:
        self._layout = layout
        self._titled = titled
        self._rows: dict[int, dict[str | None, tuple[int, float]]] = {}
        """By box how many of its children share a class, and their weight."""
        self._dropped = self._lenient = False
        """Whether small boxes were left out for what their classes say, and whether none shall be."""
        self._taken = taken
        self._length = sum([len(run.text) for run in layout.runs]) or 1
        self._teasers = teasers
        self._paragraphs = [box for box, name in enumerate(layout.names) if name == "p"]
        values = [value(run, layout.names[box]) for run, box in zip(layout.runs, layout.of_run, strict=True)]
        self._notices = notices.find(layout)
        self._regions = regions = _regions(layout, taken, teasers, self._notices)
        strict = [v if regions[box] == _CONTENT else 0.0 for v, box in zip(values, layout.of_run, strict=True)]
        loose = [v if regions[box] != _COMMENTS else 0.0 for v, box in zip(values, layout.of_run, strict=True)]
        self._strict = sum(strict) >= 0.25 * sum(loose)
        self.own = strict if self._strict else loose
        self._weights = layout.sums(self.own)

    def choose(self) -> Body | None:
        root = self._descend(0)
        told = self._told_by_markup(root)
        if told is not None:
            root = self._descend(told)
        boxes = (root, *self._continued(root))
        inside = [i for box in boxes for i in self._inside(box)]
        if self._dropped:
            self._lenient = True
            everything = [i for box in boxes for i in self._inside(box)]
            if sum(self.own[i] for i in inside) < MOST * sum(self.own[i] for i in everything):
                inside = everything
        keep = self._once(self._trim(self._without_tail(sorted(inside))))
        confidence = round(min(1.0, sum(self.own[i] for i in keep) / sum(self.own)) * self._trust(root, keep), 3)
        return Body(self._layout.boxes[root], frozenset(keep), confidence, _around(self._regions)) if keep else None

    def _told_by_markup(self, root: int) -> int | None:
        """The element that markup calls the article where another one is heavier: that of the headline, else a `<main>` or `<article>`."""
        layout, weights = self._layout, self._weights
        if self._titled is not None and not self._holds(root, self._titled):
            around = (box for box in layout.around(self._titled) if layout.names[box] == "article")
            named = next((box for box in around if weights[box] >= OWN * weights[root]), None)
            if named is not None and not self._holds(named, root):
                return named
        marked = self._marked(root)
        return marked if marked is not None and weights[marked] >= INSIDE * weights[root] else None

    def _marked(self, root: int) -> int | None:
        """The heaviest `<main>` or `<article>` of a page, where the chosen box neither is in one nor holds one."""
        layout = self._layout
        marked = [box for box, name in enumerate(layout.names) if name in ("main", "article") and self._weights[box]]
        if not marked or any(self._holds(box, root) or self._holds(root, box) for box in marked):
            return None
        return max(marked, key=self._weights.__getitem__)

    def _holds(self, box: int, other: int) -> bool:
        return box <= other < self._layout.end[box]

    def _trust(self, root: int, keep: Sequence[int]) -> float:
        """How far a choice is to be trusted, 0 to 1: less for text outside of what markup calls the article, least for a list of links."""
        layout = self._layout
        listed = layout.inherited([box in self._teasers for box in range(len(layout.boxes))])
        length = sum(len(layout.runs[i].text) for i in keep) or 1
        teasers = sum(len(layout.runs[i].text) for i in keep if listed[layout.of_run[i]]) / length
        return (1 - teasers) * (DOUBTFUL if self._marked(root) is not None else 1.0)

    def _heavy(self, box: int) -> list[int]:
        return [child for child in self._layout.children(box) if self._weights[child]]

    def _descend(self, current: int) -> int:
        """From a box down to the one that still holds nearly all of its weight."""
        layout, weights = self._layout, self._weights
        while children := self._heavy(current):
            heaviest = max(children, key=weights.__getitem__)
            share = weights[heaviest] / weights[current]
            if layout.names[heaviest] in _LEAF and not self._holds_paragraph(heaviest):
                break
            if layout.names[heaviest] == "a" and "href" in layout.tags[heaviest].attrs:
                break
            if layout.end[heaviest] == heaviest + 1 and self._has_company(heaviest, current):
                break
            articles = [child for child in children if layout.names[child] == "article" and weights[child] >= 0.2 * weights[current]]
            if share >= 0.85 or (layout.rank(heaviest) and share >= 0.55 and self._alone(heaviest, children)):
                current = heaviest
            elif len(articles) >= 2 and not self._parts(current, articles):
                current = next((box for box in articles if self._titled is not None and self._holds(box, self._titled)), articles[0])
            else:
                break
        inner = range(current + 1, layout.end[current])
        better = [box for box in inner if weights[box] >= 0.7 * weights[current] and layout.rank(box) >= 2]
        return max(better, key=lambda box: (layout.rank(box), weights[box], -box), default=current)

    def _parts(self, box: int, articles: Sequence[int]) -> bool:
        """Whether `<article>`s are the parts of one text: the page's headline stands above them."""
        return self._titled is not None and self._holds(box, self._titled) and not any(self._holds(each, self._titled) for each in articles)

    def _has_company(self, box: int, parent: int) -> bool:
        """Whether paragraphs, however short, stand beside a box that holds text and no other box."""
        layout = self._layout
        return any(other != box and layout.names[other] == "p" and layout.link_share(other) < 0.5 for other in layout.children(parent))

    def _holds_paragraph(self, box: int) -> bool:
        place = bisect_right(self._paragraphs, box)
        return place < len(self._paragraphs) and self._paragraphs[place] < self._layout.end[box]

    def _alone(self, box: int, children: Sequence[int]) -> bool:
        tags = self._layout.tags
        look = tags[box].name, attribute(tags[box], "class")
        return sum((tags[child].name, attribute(tags[child], "class")) == look for child in children) == 1

    def _continued(self, root: int) -> list[int]:
        """Siblings of the root, and of the boxes around it, in which the text goes on: of the same kind, and with paragraphs."""
        layout, found, child = self._layout, [], root
        for _ in range(LEVELS):
            parent = layout.up[child]
            if parent < 0 or layout.names[parent] in ("body", "html") or layout.rank(child) in (1, 3):
                break
            same = (other for other in self._heavy(parent) if other != child and layout.names[other] == layout.names[child])
            found += [other for other in same if self._goes_on(other, root)]
            child = parent
        return found

    def _goes_on(self, box: int, root: int) -> bool:
        if self._weights[box] < 0.02 * self._weights[root]:
            return False
        layout = self._layout
        paragraphs = sum(
            len(layout.runs[i].text)
            for i in layout.runs_of(box)
            if layout.names[layout.of_run[i]] == "p" and len(layout.runs[i].text) >= SHORTEST_PARAGRAPH and layout.runs[i].link_share < 0.3
        )
        return paragraphs >= 0.6 * layout.size[box]

    def _inside(self, root: int) -> list[int]:
        """The runs below a box that are the author's."""
        verdicts: dict[int, bool] = {root: True}
        return [i for i in self._layout.runs_of(root) if self._welcome(self._layout.of_run[i], root, verdicts) and self._is_text(i)]

    def _welcome(self, box: int, root: int, verdicts: dict[int, bool]) -> bool:
        chain = []
        while box not in verdicts:
            chain.append(box)
            box = self._layout.up[box]
        verdict = verdicts[box]
        for each in reversed(chain):
            verdict = verdicts[each] = verdict and self._box_welcome(each, root)
        return verdict

    def _box_welcome(self, box: int, root: int) -> bool:
        layout = self._layout
        name, says, role = layout.names[box], layout.says[box], layout.tags[box].attrs.get("role")
        if layout.boxes[box] in self._taken or box in self._notices or (self._strict and box in self._teasers) or name in _NEVER_INSIDE:
            return False
        if (name == "form" or (role in _LANDMARKS and role != "banner")) and self._weights[box] < SMALL * self._weights[root]:
            return False
        if not says and name not in _DOUBTED:
            return True
        length, linked = layout.size[box], layout.link_share(box)
        share = self._weights[box] / (self._weights[root] or 1.0)
        if (name == "aside" and share < 0.3) or (says & Says.COMMENTS and name != "article") or (says & Says.CAPTION and length < 600):
            return False
        if name == "figure":
            return any(layout.names[inner] in ("table", "blockquote") for inner in layout.children(box))
        aside = says & Says.BOILERPLATE and not says & Says.ARTICLE and name not in ("p", "span", "a", "h2", "h3")
        if aside and share < 0.35 and length < 0.35 * self._length and not self._is_row(box, root):
            return False
        line = name in _LINES and not (name == "p" and says & _ABOUT_IT)
        if says & _BY_THE_WAY and not says & Says.ARTICLE and not line:
            most = MOST_RELATED if says & Says.RELATED and name in ("ul", "ol") else SMALL
            if share < most and length < most * self._length and not self._lenient:
                self._dropped = True
                return False
        if linked >= 0.9 and name in ("ul", "ol", "table") and length > 40:
            return False
        return not (linked >= 0.9 and name in ("div", "section") and length > 60 and self._several(layout.boxes[box]))

    def _is_row(self, box: int, root: int) -> bool:
        """Whether a box and its neighbours of the same class hold most of the text together: sections with an unlucky class."""
        around, look = self._layout.up[box], attribute(self._layout.tags[box], "class")
        rows = self._rows.get(around)
        if rows is None:
            rows = self._rows[around] = {}
            for child in self._layout.children(around):
                count, weight = rows.get(each := attribute(self._layout.tags[child], "class"), (0, 0.0))
                rows[each] = count + 1, weight + self._weights[child]
        count, weight = rows[look]
        return count > 1 and weight >= 0.5 * self._weights[root]

    def _several(self, node: int) -> bool:
        """Whether an element holds more than one node."""
        end = self._layout.page.flat.end
        return node + 1 < end[node] and end[node + 1] < end[node]

    def _is_text(self, i: int) -> bool:
        run, box = self._layout.runs[i], self._layout.of_run[i]
        name = self._layout.names[box]
        length, share = len(run.text), run.link_share
        if name == "h1" or (length < 3 and not run.text.isalnum()):
            return False
        if share >= 0.85 and length < 140 and name not in ("h2", "h3", "h4", "p", "li", "td"):
            return False
        if name == "p" and share >= ALL_LINKED and SHORTEST_LINK <= length < 140 and self._layout.names[self._layout.up[box]] not in _CELLS:
            return False
        if length >= 160 or not words().labels.match(run.text):
            return True
        if length >= 60:
            return share < MOST_LINKED or name in HEADINGS
        return name in ("h2", "h3", "h4", "li") and share <= 0.5

    def _without_tail(self, keep: list[int]) -> list[int]:
        """Without what follows the text under a heading of its own: about the author, comments, further articles."""
        layout, tail = self._layout, words().tail
        total = sum(len(layout.runs[i].text) for i in keep)
        before = 0
        for place, i in enumerate(keep):
            run = layout.runs[i]
            label = len(run.text) <= LONGEST_LABEL and layout.names[layout.of_run[i]] not in _CELLS and tail.match(run.text)
            if label and before >= LEAST_BEFORE * total:
                rest = [layout.runs[j] for j in keep[place + 1 :]]
                if sum(len(other.text) >= LONG_AFTER and other.link_share < 0.3 for other in rest) <= MOST_AFTER:
                    return keep[:place]
            before += len(run.text)
        return keep

    def _trim(self, keep: list[int]) -> list[int]:
        """Without short lines before the first paragraph, and without headings and link lines after the last."""
        layout = self._layout
        long = next((i for i in keep if self.own[i] >= 60), None)
        if long is None:
            return keep
        plain = (*HEADINGS, "p", "li")
        kept = [i for i in keep if i >= long or len(layout.runs[i].text) >= 70 or layout.names[layout.of_run[i]] in plain]
        while kept:
            run, name = layout.runs[kept[-1]], layout.names[layout.of_run[kept[-1]]]
            line = len(run.text) < 70 and (run.link_share > 0.5 or bool(words().labels.match(run.text)))
            if name not in HEADINGS and not line:
                break
            kept.pop()
        return kept

    def _once(self, keep: list[int]) -> list[int]:
        """Without a second copy of the same paragraphs, one for narrow and one for wide screens."""
        layout = self._layout
        first: dict[str, int] = {}
        kept: list[int] = []
        copied: list[int] = []
        for i in keep:
            earlier = first.setdefault(layout.runs[i].text, i)
            if earlier < i and layout.up[layout.of_run[earlier]] != layout.up[layout.of_run[i]]:
                copied.append(i)
                continue
            kept += [] if self._is_copy(copied) else copied
            kept.append(i)
            copied = []
        return kept + ([] if self._is_copy(copied) else copied)

    def _is_copy(self, runs: Sequence[int]) -> bool:
        """Whether runs in a row that stand elsewhere too are a second copy of the text, and no refrain and no list that repeats items."""
        return sum(self._layout.names[self._layout.of_run[i]] not in _CELLS for i in runs) >= FEWEST_COPIED
