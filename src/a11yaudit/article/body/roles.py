"""What each run of text is in the article, and why."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import reduce
from operator import or_

from a11yaudit.article.body.layout import Layout
from a11yaudit.article.class_names import Says
from a11yaudit.article.facts import dates, metadata
from a11yaudit.article.facts.byline import Byline
from a11yaudit.article.pictures import captions, credits
from a11yaudit.article.text_runs import HEADINGS, Run
from a11yaudit.article.vocabulary import bylines, words
from a11yaudit.model.article import Role
from a11yaudit.page.page import attribute

LONGEST_DATELINE = 80
LONGEST_ASIDE = 250
"""Characters of a caption or a date inside the text that only its words or its place tell."""
_PICTURED = re.compile(
    r"(?:^|[\s_-])(?:images?|img|pictures?|photos?|visuals?|bild(?:er)?|fotos?|imagen|immagine|afbeelding|zdjecie)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Class of a box that holds a picture."""
NEAR = 12
"""Runs between the start of the text and a byline, a dateline or a standfirst."""
_AROUND = frozenset({"nav", "footer", "aside"})
_FRAME = frozenset({"body", "html", "main", "article"})
_TEASER, _BESIDE, _QUOTED, _CAPTIONED = (Says.NOTICE << place for place in range(1, 5))
"""More bits of what a box is a part of: a row of teasers, an element of `_AROUND`, a quotation, a caption."""
_BY_NAME = {**dict.fromkeys(_AROUND, _BESIDE), "blockquote": _QUOTED, "figcaption": _CAPTIONED}
_INSIDE = {
    "li": Role.LIST_ITEM,
    "dd": Role.LIST_ITEM,
    "dt": Role.LIST_ITEM,
    "pre": Role.CODE,
    "td": Role.TABLE_CELL,
    "th": Role.TABLE_CELL,
}
_APART = (
    (Says.FOOTNOTE, Role.FOOTNOTE, "class says footnotes"),
    (Says.CORRECTION, Role.CORRECTION, "class says correction"),
    (Says.PULL_QUOTE, Role.PULL_QUOTE, "class says pull quote"),
)
_LEFT = (
    (Says.COMMENTS, Role.COMMENT, "class says comments"),
    (Says.BIO, Role.BIO, "class says that it is about the author"),
    (Says.NEWSLETTER, Role.NEWSLETTER, "class says newsletter"),
    (Says.RELATED, Role.RELATED, "class says related articles"),
    (Says.TAGS, Role.TAGS, "class says tags"),
    (Says.SHARE, Role.SHARE, "class says sharing"),
    *_APART,
)
_ANY_APART = reduce(or_, [flag for flag, _, _ in _APART])
_ANY_LEFT = reduce(or_, [flag for flag, _, _ in _LEFT])
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[:.h]\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d+\s*(?:hours?|days?|minutes?)\s+ago", re.IGNORECASE
)
_PLACE = re.compile(r"[^\W\d_a-zß-ÿ]{3,}[^—–]{0,50}\s?[—–]\s*\Z|[^\W\d_a-zß-ÿ]{3,}[^—–]{0,50}\([^()]{2,20}\)\s?[—–-]\s*\Z")
"""A place in capitals, with a date or an agency perhaps, and the dash that leads to the text."""


def _only_names(run: Run, byline: Byline) -> bool:
    """Whether a line is but a byline, and no sentence of the text that names the author."""
    return bool(bylines().by.match(run.text)) or len(run.text) <= 2 * len(byline.names)


class Namer:
    """Names the runs of one page."""

    def __init__(self, layout: Layout, taken: Sequence[bool], teasers: frozenset[int], whole: bool) -> None:
        """`taken` says of each box whether it is part of an interruption; `whole` that the document is the article."""
        self._layout = layout
        self._taken = taken
        self._whole = whole
        self._says = self._spread(teasers)
        says, up = [*layout.says, 0], [*layout.up, -1]
        self._close = [says[box] | says[up[box]] | says[up[up[box]]] for box in range(len(layout.up))]
        """What the classes of each box and of the two around it say."""

    def _spread(self, teasers: frozenset[int]) -> list[int]:
        """What each box and those around it are and say in their classes, but for the page's own (`body`, `html`)."""
        layout, found = self._layout, list[int]()
        for box, (name, own, around) in enumerate(zip(layout.names, layout.says, layout.up, strict=True)):
            says = 0 if name in _FRAME else own | _BY_NAME.get(name, 0)
            if box in teasers:
                says |= _TEASER
            found.append(says | found[around] if around >= 0 else says)
        return found

    def name(self, keep: frozenset[int], headline: int | None, byline: Byline | None, above: frozenset[int]) -> list[tuple[Role, str]]:
        """Role and reason of each run; `keep` are the runs of the body."""
        first = min((i for i in keep if i != headline), default=len(self._layout.runs))
        named = []
        for i, run in enumerate(self._layout.runs):
            if i == headline:
                named.append((Role.HEADLINE, "the page's headline"))
            elif byline and i == byline.run and (i not in keep or _only_names(run, byline)):
                named.append((Role.BYLINE, "names the author"))
            elif i in above:
                named.append((Role.STANDFIRST, "sums the article up, above its text"))
            else:
                named.append(self._role(run, self._layout.of_run[i], i in keep, self._whole or abs(i - first) <= NEAR, i <= first))
        return named

    def _role(self, run: Run, box: int, kept: bool, near: bool, before: bool) -> tuple[Role, str]:
        if self._taken[box]:
            return Role.OTHER, "part of an interruption"
        says = self._says[box]
        if says & _CAPTIONED or (self._close[box] & Says.CAPTION and len(run.text) < captions.LONGEST):
            body, credit = credits.split(run.text)
            return (Role.CREDIT, "only a credit") if credit and not body else (Role.CAPTION, "a caption")
        if metadata.minutes_in(run.text) is not None:
            return Role.READING_TIME, "a reading time"
        if kept and not self._whole and self._layout.names[box] not in HEADINGS and len(run.text) <= LONGEST_ASIDE:
            if dates.is_line(run.text):
                return Role.DATELINE, "a date"
            if self._shows_picture(box) or (self._layout.names[box] in ("p", "div") and words().caption_starts.match(run.text)):
                return Role.CAPTION, "says what a picture shows"
        special = self._special(run, box, before) if near else None
        return special or (self._kept(box) if kept and not (self._whole and says & _BESIDE) else self._left(box))

    def _special(self, run: Run, box: int, before: bool) -> tuple[Role, str] | None:
        """A byline by markup, a dateline by place."""
        says = self._close[box]
        if says & Says.BYLINE and self._layout.tags[box].attrs.get("itemprop") == "author":
            return Role.BYLINE, "itemprop says author"
        if before and len(run.text) <= LONGEST_DATELINE and self._layout.names[box] not in HEADINGS and self._dates(run, box):
            return Role.DATELINE, "a place or a date above the text"
        return None

    def _shows_picture(self, box: int) -> bool:
        """Whether a line stands in a box named after pictures that holds one, and little text."""
        layout = self._layout
        for around in (box, layout.up[box]):
            label = attribute(layout.tags[around], "class") if around >= 0 and layout.size[around] <= LONGEST_ASIDE else None
            if label and _PICTURED.search(label):
                node, pictures = layout.boxes[around], layout.page.flat.by_name.get("img", [])
                return bisect_left(pictures, layout.page.flat.end[node]) > bisect_left(pictures, node)
        return False

    def _dates(self, run: Run, box: int) -> bool:
        """Whether a line tells place or date of the text, and is no link of a table of contents."""
        if _PLACE.match(run.text):
            return True
        layout = self._layout
        times, node = layout.page.flat.by_name.get("time", []), layout.boxes[box]
        timed = layout.size[box] <= LONGEST_DATELINE and bisect_left(times, node) < bisect_left(times, layout.page.flat.end[node])
        return (timed or bool(_DATE.search(run.text))) and run.link_share < 0.5 and not self._says[box] & _BESIDE

    def _kept(self, box: int) -> tuple[Role, str]:
        says, name = self._says[box], self._layout.names[box]
        if says & _ANY_APART:
            return next((role, reason) for flag, role, reason in _APART if says & flag)
        if name in HEADINGS:
            return Role.HEADING, "a heading inside the body"
        if says & _QUOTED:
            return Role.QUOTE, "a quotation"
        around = self._layout.up[box]
        return _INSIDE.get(name) or _INSIDE.get(self._layout.names[around] if around >= 0 else "", Role.BODY), "inside the body"

    def _left(self, box: int) -> tuple[Role, str]:
        says = self._says[box]
        if says & _ANY_LEFT:
            return next((role, reason) for flag, role, reason in _LEFT if says & flag)
        if says & _TEASER:
            return Role.RELATED, "one of a row of linked titles"
        if says & _BESIDE:
            names = (self._layout.names[each] for each in self._layout.around(box))
            return Role.OTHER, f"inside <{next(name for name in names if name in _AROUND)}>"
        return Role.OTHER, "outside the article's body"
