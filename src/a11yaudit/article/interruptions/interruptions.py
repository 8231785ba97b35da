"""Finds what interrupts an article: ads, sponsored cards, newsletter forms, related links, promotion.

Each element gathers evidence with weights (its name, its attributes, its words, the scripts in it); one whose evidence is enough is
an interruption, and so is all around it that holds nothing else. All steps are linear in the size of the page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bs4.element import Tag

from a11yaudit.article.interruptions import announcements, candidates, element_evidence
from a11yaudit.article.interruptions.contents import Contents
from a11yaudit.article.interruptions.element_evidence import NEVER, Mark, words
from a11yaudit.article.interruptions.slots import NO_SLOTS, Slots
from a11yaudit.article.interruptions.text_counts import Tally, between, take
from a11yaudit.article.text_runs import HEADINGS
from a11yaudit.model.article import ADVERTISING
from a11yaudit.model.article import InterruptionKind as Kind
from a11yaudit.page.page import collapse
from a11yaudit.semantics import Semantics
from a11yaudit.semantics.index import Cover

_TEXT_TAGS = HEADINGS | frozenset("p li td th blockquote span em strong b i mark code pre dt dd figcaption".split())
"""Elements of running text: a class alone does not make their words an interruption."""
_FRAME = frozenset({"html", "head", "body", "main", "article"})
_UNSEEN = ("head", "noscript", "template", "svg")
_PREFIXES = ("ad-", "ad_", "ads-", "ads_")
MOST_PIECES = 12
"""Elements that a split label may stand in."""
MOST_OF_A_KIND = 20
"""Elements of a name that are looked at for the site's prefix."""
_STRUCTURE = ("body", "main", "article", "header", "footer", "nav", "h1", "h2")


@dataclass(frozen=True, slots=True)
class Unit:
    """One interruption: the outermost element that holds nothing but it."""

    node: int
    kind: Kind
    label: str | None
    evidence: tuple[str, ...]
    announced: bool
    label_node: int | None
    frames: tuple[int, ...]
    named_frames: tuple[int, ...]
    labelled: bool
    empty: bool
    words: int
    stops: int
    autoplay: bool


def find(semantics: Semantics, slots: Slots = NO_SLOTS) -> tuple[Unit, ...]:
    """All interruptions of a page in document order; none lies inside another."""
    return _Finder(semantics, slots).units()


class _Finder:
    """Gathers the evidence of a page and weighs it."""

    def __init__(self, semantics: Semantics, slots: Slots) -> None:
        self._semantics = semantics
        self._slots = slots
        self._page = semantics.page
        self._tally: Tally = take(semantics, slots.labels)
        self._contents = Contents(semantics, self._tally)
        self._frames = self._page.numbers("iframe")
        self._stops = self._page.numbers("a", "iframe", "img", "amp-img", "input", "button", "select", "textarea", "video", "audio")
        self._media = self._page.numbers("video", "audio")
        self._unfit = Cover(self._page.flat, self._page.numbers(*_UNSEEN, *HEADINGS))
        self._site = Cover(self._page.flat, self._page.numbers("header", "nav", "footer"))
        self._asides = Cover(self._page.flat, self._page.numbers("aside"))
        self._labels = (
            {**element_evidence.labels(self._page.language.used), **slots.labels}
            if slots.labels
            else element_evidence.labels(self._page.language.used)
        )
        self._announced_links = announcements.Finder(self._semantics, self._tally, self._labels)
        self._editorial = frozenset(number for number, _ in slots.editorial.found(semantics)) if slots.editorial else frozenset()
        self._prefixed = self._has_prefix()

    def units(self) -> tuple[Unit, ...]:
        """All of them."""
        evidence: dict[int, list[Mark]] = {}
        for number, mark in self._evidence():
            evidence.setdefault(number, []).append(mark)
        judged = ((number, evidence[number], self._kind(number, evidence[number])) for number in sorted(evidence))
        found = [(number, kind, found) for number, found, kind in judged if kind is not None]
        return tuple(self._unit(*item) for item in islice(self._outermost(found), int(words().limits["most_units"])))

    def _has_prefix(self) -> bool:
        """Whether the site's own structure has names like `ad-header`: the prefix is a brand and says nothing."""
        structure = (n for name in _STRUCTURE for n in self._page.numbers(name)[:MOST_OF_A_KIND])
        own = (n for n in structure if (self._page.attribute(n, "class") or "").startswith(_PREFIXES) and self._tally.words(n))
        return sum(1 for _ in own) > 1

    def _evidence(self) -> Iterator[tuple[int, Mark]]:
        for number in candidates.find(self._semantics):
            for mark in element_evidence.of(self._page.tag(number), self._prefixed):
                yield number, mark
        yield from self._contents.found()
        yield from self._announced_links.found()
        yield from self._described()

    def _described(self) -> Iterator[tuple[int, Mark]]:
        """Elements that a filter list or a profile names."""
        for number, entry in self._slots.interruptions.found(self._semantics) if self._slots.interruptions else ():
            if self._page.tag(number).name not in _FRAME:
                yield number, Mark(entry.kind, entry.weight, entry.told, by_words=True)

    def _kind(self, number: int, found: list[Mark]) -> Kind | None:
        """The kind that the evidence of an element adds up to."""
        tag, limits = self._page.tag(number), words().limits
        if number in self._editorial:
            return None
        totals: dict[Kind, float] = {}
        for mark in found:
            totals[mark.kind] = totals.get(mark.kind, 0.0) + mark.weight
        kind = max(totals, key=lambda each: totals[each])
        total = sum(value for each, value in totals.items() if each in ADVERTISING) if kind in ADVERTISING else totals[kind]
        if total < limits["enough"]:
            total += self._context(number, tag, found) if kind in ADVERTISING else self._answer(number, tag, kind, found)
        needed = limits["enough"] if self._semantics.rendered(number) else limits["enough_hidden"]
        if total >= words().weights["profile"]:
            return kind
        if total < needed or (self._unfit.holds(number) and not self._heading_label(tag, found)):
            return None
        if kind == Kind.RELATED and tag.attrs.get("role") == "note":
            return None
        if (
            kind not in ADVERTISING
            and all(mark.by_name for mark in found)
            and not words().not_related.isdisjoint(element_evidence.named(tag))
        ):
            return None
        fits = self._tally.words(number) <= words().most_words[kind]
        return kind if fits and self._plausible(number, tag, kind, found) else None

    def _heading_label(self, tag: Tag, found: list[Mark]) -> bool:
        """Whether a heading is no heading of the article's but what announces an interruption."""
        return tag.name in HEADINGS and any(mark.by_words for mark in found)

    def _context(self, number: int, tag: Tag, found: list[Mark]) -> float:
        """What an empty element adds, or one of an ad's size."""
        size = element_evidence.sized(tag)
        if size:
            found.append(Mark(Kind.AD, words().weights["size"], f"a place of {size}"))
        empty = self._tally.empty(number) and tag.name not in _TEXT_TAGS and any(mark.kind == Kind.AD for mark in found)
        if empty:
            found.append(Mark(Kind.AD, words().weights["empty"], element_evidence.EMPTINESS))
        return (words().weights["size"] if size else 0.0) + (words().weights["empty"] if empty else 0.0)

    def _answer(self, number: int, tag: Tag, kind: Kind, found: list[Mark]) -> float:
        """What links add to a block that may lead elsewhere, and a field or a button to one that may be an offer."""
        end, tally, limits = self._page.flat.end[number], self._tally, words().limits
        if not words().not_related.isdisjoint(element_evidence.named(tag)):
            return 0.0
        if kind == Kind.RELATED:
            told = "mostly links"
            most = tally.linked(number) >= max(limits["linked_share"] * tally.words(number), limits["fewest_linked_words"])
            answered = most and self._announced_links.has_title(number)
        else:
            told, answered = "a field or a button", between(self._page.numbers("input", "button"), number, end) > 0
        if not answered:
            return 0.0
        found.append(Mark(kind, words().weights["answer"], told))
        return words().weights["answer"]

    def _plausible(self, number: int, tag: Tag, kind: Kind, found: list[Mark]) -> bool:
        """Text of the author's may carry such a name; a related line has links, a label has few words."""
        limits, count, linked = words().limits, self._tally.words(number), self._tally.linked(number)
        if any(mark.by_words for mark in found):
            return True
        if kind in ADVERTISING:
            if tag.name in _TEXT_TAGS:
                return count <= limits["most_label_words"] and not linked
            if (tag.name in _STRUCTURE and count) or "VideoObject" in str(tag.attrs.get("itemtype", "")):
                return False
            if all(mark.weight < limits["enough"] for mark in found) and self._site.holds(number):
                return False
            return self._fits(number, tag) if all(mark.by_name for mark in found) else self._few(count - linked) or len(found) > 1
        if kind == Kind.RELATED:
            short = count <= limits["most_offer_words"] and count - linked >= limits["fewest_title_words"]
            titled = linked >= limits["fewest_linked_words"] or (linked > 0 and short and any(mark.by_name for mark in found))
            return titled or (tag.name not in _TEXT_TAGS and self._tally.empty(number))
        if kind == Kind.SURVEY:
            return between(self._page.numbers("input", "button", "iframe", "select"), number, self._page.flat.end[number]) > 0
        return tag.name not in _TEXT_TAGS or linked > 0

    def _few(self, count: int) -> bool:
        """Whether words outside links are so few that they are no text of the author's."""
        return count <= words().limits["most_plain_words"]

    def _fits(self, number: int, tag: Tag) -> bool:
        """Whether what an element shows may be an ad: nothing, a frame, an ad's size, or few words that lead to no page of the site."""
        tally = self._tally
        if tally.empty(number) or element_evidence.sized(tag) or tally.within(self._frames, number):
            return True
        if self._label(number)[0] is not None or not tally.words(number):
            return True
        return self._few(tally.words(number) - tally.linked(number)) and not self._contents.leads_inside(number)

    def _outermost(self, found: list[tuple[int, Kind, list[Mark]]]) -> Iterator[tuple[int, Kind, list[Mark]]]:
        """Without those inside others, each widened to all around it that holds nothing else."""
        flat, kept = self._page.flat, list[tuple[int, Kind, list[Mark]]]()
        for item in found:
            if not kept or item[0] >= flat.end[kept[-1][0]]:
                kept.append(item)
        starts, reached = [number for number, _, _ in kept], 0
        for number, kind, evidence in kept:
            if number < reached:
                continue
            wide = self._widened(number, starts)
            reached = flat.end[wide]
            yield wide, kind, evidence

    def _widened(self, number: int, starts: list[int]) -> int:
        best = number
        for steps, around in enumerate(self._page.ancestors(number)):
            tag = self._page.tag(around)
            if steps >= words().limits["most_steps"] or tag.name in NEVER or not self._tally.same(around, number):
                break
            if between(starts, around, self._page.flat.end[around]) != 1:
                break
            best = around
        return best

    def _unit(self, number: int, kind: Kind, evidence: list[Mark]) -> Unit:
        label, place = self._label(number)
        told = [mark.told for mark in sorted(evidence, key=lambda mark: -mark.weight)]
        facts = (*told, f'label "{label}"') if label and not any(fact.startswith("label") for fact in told) else tuple(told)
        frames = self._tally.within(self._frames, number)
        read_out = self._semantics.exposed(number)
        return Unit(
            node=number,
            kind=kind,
            label=label,
            evidence=tuple(dict.fromkeys(facts)),
            announced=self._announced(number),
            label_node=place,
            frames=tuple(i for i in frames if not self._semantics.name(i)),
            named_frames=tuple(i for i in frames if self._semantics.name(i)),
            labelled=kind in ADVERTISING and self._disclosed(number),
            empty=self._tally.empty(number),
            words=self._tally.words(number) if read_out else 0,
            stops=between(self._stops, number, self._page.flat.end[number]) if read_out else 0,
            autoplay=any("autoplay" in self._page.tag(i).attrs for i in self._tally.within(self._media, number)),
        )

    def _announced(self, number: int) -> bool:
        role = self._semantics.role(number)
        return role == "complementary" or self._asides.holds(number) or (role in ("region", "group") and bool(self._semantics.name(number)))

    def _disclosed(self, number: int) -> bool:
        """Whether a name or a word in it says that it is an ad."""
        named = (self._semantics.name(n) for n in (number, *self._tally.within(self._frames, number)))
        told = f"{self._semantics.text(number)} {' '.join(named)}".casefold()
        return any(word in told for word in words().disclosures)

    def _label(self, number: int) -> tuple[str | None, int | None]:
        flat = self._page.flat
        for i in (number, *self._page.inside(number)):
            node = flat.nodes[i]
            if type(node) is str and 1 < len(node) < 60 and self._semantics.exposed(i):
                text = collapse(str(node))
                bare = element_evidence.bare(text)
                if self._labels.get(bare) is not None or announcements.continues(bare):
                    return text, flat.parent[i]
        return self._split_label(number)

    def _split_label(self, number: int) -> tuple[str | None, int | None]:
        """A label whose letters stand in several elements, where an interruption says nothing else."""
        if self._tally.words(number) > MOST_PIECES or not self._semantics.exposed(number):
            return None, None
        texts = [str(self._page.flat.nodes[n]) for n in self._tally.within(self._semantics.texts, number)]
        text = collapse("".join(texts))
        return (text, number) if self._labels.get(element_evidence.bare(text)) is not None else (None, None)
