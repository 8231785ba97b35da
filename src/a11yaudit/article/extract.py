"""Finds the article in a page and names its parts."""

from collections.abc import Sequence
from dataclasses import replace

from a11yaudit.article import doubts, extent
from a11yaudit.article.body import body, teasers
from a11yaudit.article.body.layout import Layout
from a11yaudit.article.body.roles import Namer
from a11yaudit.article.characters import count_words
from a11yaudit.article.class_names import Says
from a11yaudit.article.facts import byline, dates, headline, metadata, standfirst
from a11yaudit.article.interruptions.interruptions import Unit, find
from a11yaudit.article.interruptions.placement import Placement, Text
from a11yaudit.article.interruptions.slots import NO_SLOTS, Slots
from a11yaudit.article.pictures import images
from a11yaudit.article.text_runs import HEADINGS, runs
from a11yaudit.model.article import (
    AROUND,
    PROSE,
    RUNNING_TEXT,
    Article,
    Block,
    DeclaredTime,
    Image,
    Interruption,
    InterruptionKind,
    Join,
    Metadata,
    NoArticle,
    Passage,
    Role,
    TimeSource,
)
from a11yaudit.model.part import Range
from a11yaudit.page import Page
from a11yaudit.semantics import Semantics

FEWEST_WORDS = 25
"""Words below which a page has no article, in scope `article`."""
FEWEST_WORDS_OF_SECTION, PARAGRAPH = 15, 100
"""Words of a section of the text, and characters of a paragraph in it."""
LONGEST_KICKER = 70
"""Characters of a line above the headline that is none of the text."""
WEAK = 400
"""Characters below which a page may hide its article until a script runs."""
FEW = 100
"""Characters below which a body is weighed against all short lines of the page."""
MUCH_MORE = 3
"""How many times as long as the visible text a hidden one must be to be the article."""
HEADER = 6
"""Lines above the headline, or above the text where there is none, that may state the reading time."""
CONTEXT = 15
"""Characters of context that a seam is shown with."""


def extract(page: Page, semantics: Semantics, scope: str, slots: Slots = NO_SLOTS, left_too: bool = False) -> Article:
    """The article; in scope `page` the whole document counts as the article.

    `left_too` asks for all that was left out. Without it blocks of the role `other` are made only where they stand in the article.
    """
    units = tuple(unit for unit in find(semantics, slots) if not _is_section(semantics, unit))
    return _Extraction(page, semantics, units, scope == "page").article(left_too)


def _is_section(semantics: Semantics, unit: Unit) -> bool:
    """Whether what only its class calls an ad is a section of the text: a heading, a paragraph, and nothing that is loaded."""
    if unit.kind != InterruptionKind.AD or unit.labelled or unit.label or unit.frames or unit.named_frames:
        return False
    names = semantics.page.flat.names
    inside = semantics.page.inside(unit.node)
    if unit.words < FEWEST_WORDS_OF_SECTION or any(names[n] in ("script", "ins", "form", "button") for n in inside):
        return False
    headed = any(names[n] in HEADINGS and names[semantics.page.flat.parent[n]] != "a" for n in inside)
    return headed and any(names[n] == "p" and len(semantics.text(n)) >= PARAGRAPH for n in inside)


class _Extraction:
    """One page on its way from runs of text to an article."""

    def __init__(self, page: Page, semantics: Semantics, units: Sequence[Unit], whole: bool) -> None:
        self._page = page
        self._semantics = semantics
        self._units = units
        self._whole = whole
        self._taken = frozenset(unit.node for unit in units)
        self._told = metadata.read(page)
        self._authors = metadata.authors(self._told)
        self._layout = Layout(page, runs(semantics))
        self._teasers = teasers.find(self._layout)
        self._candidates: headline.Candidates | None = None
        self._body = self._choose()
        self._runs = self._layout.runs
        self._interrupted = self._of_interruptions()
        self._title = self._find_headline()
        self._headline = self._title.run if self._title else None
        self._drop_kicker()
        self._byline = self._find_byline()
        self._opening = self._find_opening()
        self._roles = self._name_roles()
        self._is_list = not whole and doubts.is_list(self._layout, [role for role, _ in self._roles])
        if self._is_list:
            self._roles = [
                (Role.RELATED, "announces another article") if role in RUNNING_TEXT else (role, why) for role, why in self._roles
            ]

    def article(self, left_too: bool) -> Article:
        chosen = range(len(self._runs)) if left_too else self._runs_to_tell()
        blocks = tuple(self._block(i) for i in chosen)
        text = [(self._runs[i].start, block) for i, block in zip(chosen, blocks, strict=True) if block.role in RUNNING_TEXT]
        count = sum(count_words(block.text) for _, block in text)
        roles = [role for role, _ in self._roles]
        found = bool(text) and (self._whole or count >= FEWEST_WORDS)
        told = metadata.metadata(self._page, self._told, self._authors, *self._dates())
        title = self._title
        pictures = tuple(self._images()) if found else ()
        return Article(
            found=found,
            confidence=self._confidence(roles) if found else 0.0,
            language=self._page.language.used,
            headline=Passage(title.text, self._page.location(title.node)) if title and not (self._whole and title.run is None) else None,
            standfirst=self._passage(blocks, Role.STANDFIRST),
            byline=Passage(self._byline.names, self._page.location(self._byline.node)) if self._byline else None,
            byline_is_organisation=self._byline is not None and self._byline.organisation,
            blocks=blocks,
            images=pictures,
            interruptions=self._interruptions(text, pictures) if found else (),
            declared_times=(*self._visible_times(blocks), *metadata.declared_times(self._page, self._told)),
            words=count if found else 0,
            metadata=told,
            extent=self._extent(roles, pictures) if found else (),
            reason=None if found else self._reason(roles, count, told),
        )

    def _reason(self, roles: Sequence[Role], words: int, told: Metadata) -> NoArticle:
        teasers = self._is_list or doubts.mostly(self._layout, self._teasers)
        return doubts.reason(self._page, doubts.Found(self._layout, roles, words, told), teasers)

    def _confidence(self, roles: Sequence[Role]) -> float:
        share = self._body.confidence if self._body else 0.0
        return share if self._whole else doubts.confidence(self._layout, roles, share)

    def _extent(self, roles: Sequence[Role], pictures: Sequence[Image]) -> tuple[Range, ...]:
        if self._whole:
            return ((0, len(self._page.flat.nodes)),)
        return extent.extent(self._page, extent.Found(self._runs, roles, pictures, [unit.node for unit in self._units]))

    def _runs_to_tell(self) -> list[int]:
        """Numbers of the runs that the article lists: those with a role, and what was left out between or next to them."""
        own = [i for i, (role, _) in enumerate(self._roles) if role not in AROUND]
        start, end = (own[0] - 1, own[-1] + 1) if own else (0, -1)
        return [i for i, (role, _) in enumerate(self._roles) if start <= i <= end or role is not Role.OTHER]

    def _choose(self) -> body.Body | None:
        """The body; where the visible page has none or little, that of what it hides, for a page that a script would uncover."""
        if self._whole:
            return self._everything()
        chosen = body.choose(self._layout, self._taken, self._teasers, self._titled(self._layout))
        length = _length(self._layout, chosen)
        if length < WEAK:
            hidden = Layout(self._page, runs(self._semantics, hidden_too=True))
            if len(hidden.runs) > len(self._layout.runs):
                rows = teasers.find(hidden)
                uncovered = body.choose(hidden, self._taken, rows, self._titled(hidden))
                if uncovered and _length(hidden, uncovered) > MUCH_MORE * length:
                    chosen, self._layout, self._teasers = uncovered, hidden, rows
        lines = body.short(self._layout, self._taken) if _length(self._layout, chosen) < FEW else None
        return lines if _length(self._layout, lines) > MUCH_MORE * _length(self._layout, chosen) else chosen

    def _titled(self, layout: Layout) -> int | None:
        """The heading that says what the page's title says; the candidates are kept for the headline."""
        self._candidates = headline.Candidates(self._page, self._told, layout.runs)
        return self._candidates.titled()

    def _of_interruptions(self) -> list[bool]:
        """Whether each box is part of an interruption."""
        return self._layout.inherited([node in self._taken for node in self._layout.boxes])

    def _everything(self) -> body.Body:
        taken = self._of_interruptions()
        return body.Body(0, frozenset(i for i, box in enumerate(self._layout.of_run) if not taken[box]), 1.0, frozenset())

    def _keep(self) -> frozenset[int]:
        return self._body.keep if self._body else frozenset()

    def _find_headline(self) -> headline.Headline | None:
        barred = frozenset(i for i, box in enumerate(self._layout.of_run) if self._interrupted[box])
        candidates = self._candidates
        if candidates is None or candidates.lines is not self._runs:
            candidates = headline.Candidates(self._page, self._told, self._runs)
        return headline.find(candidates, barred, min(self._keep(), default=0))

    def _drop_kicker(self) -> None:
        """Short lines above the headline are no text: a topic, a series, a place."""
        chosen, headline = self._body, self._headline
        if chosen and headline is not None and not self._whole and any(i > headline for i in chosen.keep):
            keep = frozenset(i for i in chosen.keep if i >= headline or len(self._runs[i].text) >= LONGEST_KICKER)
            self._body = replace(chosen, keep=keep)

    def _find_byline(self) -> byline.Byline | None:
        """Looked for where the body begins and where it ends."""
        keep = self._keep() - {self._headline}
        place = byline.Place(self._headline, min(keep, default=0), max(keep, default=0))
        comments = {node for node, says in zip(self._layout.boxes, self._layout.says, strict=True) if says & Says.COMMENTS}
        holders = set(self._page.ancestors(self._runs[place.first].node)) if self._runs else set()
        return byline.find(self._page, self._semantics, self._runs, self._authors, self._taken | (comments - holders), place)

    def _name_roles(self) -> list[tuple[Role, str]]:
        namer = Namer(self._layout, self._interrupted, self._teasers, self._whole)
        return namer.name(self._keep() | self._opening.text, self._headline, self._byline, self._opening.standfirst)

    def _barred(self) -> list[bool]:
        """Whether each run stands in an interruption, or in what is around the text."""
        around = self._body.around if self._body else frozenset()
        return [self._interrupted[box] or box in around for box in self._layout.of_run]

    def _dates(self) -> dates.Dates:
        inside = [self._interrupted[box] or box in self._teasers for box in self._layout.of_run]
        return dates.find(self._page, self._told, self._runs, self._keep(), self._headline, inside)

    def _find_opening(self) -> standfirst.Opening:
        """Standfirst, and paragraphs of the text outside the element that holds the rest."""
        run = self._byline.run if self._byline else None
        return standfirst.find(self._layout, self._keep(), self._headline, run, self._barred())

    def _block(self, i: int) -> Block:
        run, (role, reason) = self._runs[i], self._roles[i]
        name = self._layout.names[self._layout.of_run[i]]
        return Block(
            role=role,
            text=self._byline_text(run.text) if i == self._byline_run() else run.text,
            location=self._page.location(run.node),
            level=int(name[1]) if name in HEADINGS else None,
            link_share=round(run.link_share, 3),
            joins=tuple(self._join(*seam) for seam in run.seams) if run.seams else (),
            reason=reason,
        )

    def _byline_run(self) -> int | None:
        return self._byline.run if self._byline else None

    def _byline_text(self, text: str) -> str:
        """The text of a byline with the names apart from the words that run into them."""
        before, names, after = text.partition(self._byline.names) if self._byline else (text, "", "")
        return " ".join(f"{before} {names} {after}".split()) if names and after[:1].isalpha() else text

    def _join(self, number: int, before: str, after: str) -> Join:
        return Join(f"{before[-CONTEXT:]}{after[:CONTEXT]}", before, after, self._page.location(number))

    def _passage(self, blocks: Sequence[Block], role: Role) -> Passage | None:
        parts = [block for block in blocks if block.role == role]
        return Passage(" ".join(block.text for block in parts), parts[0].location) if parts else None

    def _visible_times(self, blocks: Sequence[Block]) -> list[DeclaredTime]:
        """The times in the article's own header that the page's style doesn't hide; a script fills a place that says 0."""
        found = []
        hidden = self._semantics.hidden
        for block in self._header(blocks):
            if hidden(block.location.node) and not (self._body and hidden(self._body.root)):
                continue
            minutes = metadata.minutes_in(block.text) if block.role == Role.READING_TIME else None
            if minutes and not metadata.filled_by_script(self._page, block.location.node):
                found.append(DeclaredTime(minutes, TimeSource.VISIBLE, block.text, block.location))
        return found[:5]

    def _header(self, blocks: Sequence[Block]) -> Sequence[Block]:
        """The lines around the headline, down to the first paragraph."""
        text = next((i for i, block in enumerate(blocks) if block.role in PROSE), 0)
        title = next((i for i, block in enumerate(blocks[:text]) if block.role is Role.HEADLINE), max(0, text - HEADER))
        return blocks[max(0, title - HEADER) : text + 2]

    def _images(self) -> list[Image]:
        if self._body is None:
            return []
        text = tuple(sorted(self._runs[i].node for i, (role, _) in enumerate(self._roles) if role in RUNNING_TEXT))
        start = self._runs[self._headline].node if self._headline is not None else None
        root = self._body.root
        zone = images.Zone(self._whole, start, text, root, not self._semantics.rendered(root))
        return list(images.images(self._page, self._semantics, zone, self._taken))

    def _interruptions(self, kept: Sequence[tuple[int, Block]], pictures: Sequence[Image]) -> tuple[Interruption, ...]:
        """Those of a text: `kept` are its blocks with their starts."""
        headline = self._runs[self._headline].node if self._headline is not None else None
        title = Passage(self._title.text, self._page.location(self._title.node)) if self._title else None
        text = Text(
            [start for start, _ in kept], [block for _, block in kept], headline, title, self._body.confidence if self._body else 0.0
        )
        placement = Placement(self._semantics, text, pictures)
        return tuple(placement.of(unit) for unit in self._units)


def _length(layout: Layout, chosen: body.Body | None) -> int:
    """Characters of a body."""
    return sum(len(layout.runs[i].text) for i in chosen.keep) if chosen else 0
