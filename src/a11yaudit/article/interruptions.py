"""Finds what interrupts an article: ads, sponsored cards, newsletter forms, related links, promotion.

Each element gathers evidence with weights (its name, its attributes, its words, the scripts in it); one whose evidence is enough is
an interruption, and so is all around it that holds nothing else. All steps are linear in the size of the page.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from bs4.element import NavigableString, Tag

from a11yaudit.article import cues, marks
from a11yaudit.article.marks import Mark, words
from a11yaudit.article.slots import NO_SLOTS, Slots
from a11yaudit.article.tally import Spans, Tally, between, take
from a11yaudit.article.text import HEADINGS
from a11yaudit.model.article import ADVERTISING
from a11yaudit.model.article import InterruptionKind as Kind
from a11yaudit.page.page import attribute, collapse
from a11yaudit.semantics import Semantics

_NEVER = frozenset(
    "html head body main article script style link meta a button input title noscript template img source option label svg path h1 time"
    " video audio picture textarea select tr tbody".split()
)
_TEXT_TAGS = HEADINGS | frozenset("p li td th blockquote span em strong b i mark code pre dt dd figcaption".split())
"""Elements of running text: a class alone does not make their words an interruption."""
_FRAME = frozenset({"html", "head", "body", "main", "article"})
_UNSEEN = ("head", "noscript", "template", "svg")
_PREFIXES = ("ad-", "ad_", "ads-", "ads_")
MOST_OF_A_KIND = 20
"""Elements of a name that are looked at for the site's prefix."""
_STRUCTURE = ("body", "main", "article", "header", "footer", "nav", "h1", "h2")
_SCRIPT_TYPES = ("", "text/javascript", "application/javascript", "module", "text/ecmascript")


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
        self._links = self._page.numbers("a")
        self._frames = self._page.numbers("iframe")
        self._stops = self._page.numbers("a", "iframe", "img", "amp-img", "input", "button", "select", "textarea", "video", "audio")
        self._media = self._page.numbers("video", "audio")
        self._headings = Spans(self._page, *HEADINGS)
        self._unseen = Spans(self._page, *_UNSEEN)
        self._asides = Spans(self._page, "aside")
        self._labels = {**marks.labels(self._page.language.used), **slots.labels}
        self._editorial = frozenset(number for number, _ in slots.editorial.found(self._page)) if slots.editorial else frozenset()
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
        elements = words().elements
        for number, node in enumerate(self._page.flat.nodes):
            if type(node) is Tag and (node.attrs or node.name in elements) and node.name not in _NEVER:
                for mark in marks.of(node, self._prefixed):
                    yield number, mark
        yield from self._scripts()
        yield from self._comments()
        yield from cues.Finder(self._semantics, self._tally, self._labels).found()
        yield from self._described()
        yield from self._fields()
        yield from self._banners()

    def _described(self) -> Iterator[tuple[int, Mark]]:
        """Elements that a filter list or a profile names."""
        for number, entry in self._slots.interruptions.found(self._page) if self._slots.interruptions else ():
            if self._page.tag(number).name not in _FRAME:
                yield number, Mark(entry.kind, entry.weight, entry.told)

    def _scripts(self) -> Iterator[tuple[int, Mark]]:
        """Elements that show nothing and hold a script that fills them."""
        weights = words().weights
        for number in self._page.numbers("script"):
            parent, tag = self._page.flat.parent[number], self._page.tag(number)
            if parent < 0 or self._page.tag(parent).name in _NEVER or not self._tally.empty(parent) or self._unseen.cover(number):
                continue
            if str(tag.attrs.get("type", "")).lower() not in _SCRIPT_TYPES:
                continue
            told = marks.by_script("".join(map(str, tag.contents)), attribute(tag, "src") or "")
            named = marks.by_name(f"{attribute(tag, 'id') or ''} {attribute(tag, 'class') or ''}"[:300])
            if told:
                yield parent, Mark(told[0], weights["script" if told[1] else "script_name"], "a script of an ad server in it")
            if named and named[1] and named[0] in ADVERTISING:
                yield parent, Mark(named[0], weights["script_name"], f'script "{named[2]}"')

    def _comments(self) -> Iterator[tuple[int, Mark]]:
        """Elements that show nothing and hold a comment that names an ad."""
        for number in self._tally.comments:
            parent = self._page.flat.parent[number]
            if parent < 0 or self._page.tag(parent).name in _NEVER or not self._tally.empty(parent) or self._unseen.cover(number):
                continue
            text = str(self._page.flat.nodes[number])[:200].strip()
            told = marks.by_name(text)
            if told and told[1] and told[0] in ADVERTISING:
                yield parent, Mark(told[0], words().weights["comment"], f'comment "{collapse(text)[:40]}"')

    def _fields(self) -> Iterator[tuple[int, Mark]]:
        """Forms that ask for an address and neither for a password nor for a comment."""
        mark = Mark(Kind.NEWSLETTER, words().weights["label"], "a form that asks for an address")
        for form in self._page.numbers("form"):
            fields = [self._page.tag(n) for n in self._within(self._page.numbers("input"), form)]
            types = {str(field.attrs.get("type", "")).lower() for field in fields}
            asks_more = not types.isdisjoint(("password", "search")) or self._within(self._page.numbers("textarea"), form)
            if any(map(_asks_for_address, fields)) and not asks_more:
                yield self._around_form(form), mark

    def _around_form(self, form: int) -> int:
        """The form with the few words around it that ask for the address."""
        best = form
        for steps, around in enumerate(self._page.ancestors(form)):
            more = self._tally.words(around) - self._tally.words(form)
            if steps >= words().limits["most_steps"] or more > words().limits["most_form_words"] or self._page.tag(around).name in _NEVER:
                break
            best = around
        return best

    def _banners(self) -> Iterator[tuple[int, Mark]]:
        """Linked pictures that lead to an ad server, or that have an ad's size and lead to another site."""
        weights = words().weights
        for number in self._page.numbers("img"):
            link = self._page.flat.parent[number]
            tag = self._page.tag(link)
            address = (attribute(tag, "href") or "") if tag.name == "a" else ""
            if not address:
                continue
            host, size = marks.by_host(address), marks.sized(self._page.tag(number))
            block = self._block(link)
            if host:
                yield block, Mark(host[0], weights["link"], f"a link to {host[1]}")
            elif size and self._leads_elsewhere(address):
                yield block, Mark(Kind.SPONSORED, weights["size"], f"a picture of {size}")
                yield block, Mark(Kind.SPONSORED, weights["outward"], "a link to another site")

    def _block(self, link: int) -> int:
        """The element that holds the link and nothing else, or the figure around it."""
        around = islice(self._page.ancestors(link), int(words().limits["most_steps"]))
        figure = next((n for n in around if self._page.tag(n).name == "figure"), None)
        parent = self._page.flat.parent[link]
        return figure if figure is not None else parent if self._same(parent, link) else link

    def _leads_elsewhere(self, address: str) -> bool:
        try:
            there = urlsplit(address).hostname or ""
        except ValueError:
            return False
        here = self._host()
        return bool(there and here) and _site(there) != _site(here)

    def _host(self) -> str:
        """The host that the page says it is on."""
        for number in self._page.numbers("link"):
            tag = self._page.tag(number)
            if "canonical" in str(attribute(tag, "rel") or ""):
                try:
                    return urlsplit(attribute(tag, "href") or "").hostname or ""
                except ValueError:
                    return ""
        return ""

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
        if total < needed or self._unseen.cover(number) or self._headings.cover(number):
            return None
        if kind == Kind.RELATED and tag.attrs.get("role") == "note":
            return None
        fits = self._tally.words(number) <= words().most_words[kind]
        return kind if fits and self._plausible(number, tag, kind, found) else None

    def _context(self, number: int, tag: Tag, found: list[Mark]) -> float:
        """What an empty element adds, or one of an ad's size."""
        size = marks.sized(tag)
        if size:
            found.append(Mark(Kind.AD, words().weights["size"], f"a place of {size}"))
        if self._tally.empty(number):
            found.append(Mark(Kind.AD, words().weights["empty"], "an empty element"))
        return (words().weights["size"] if size else 0.0) + (words().weights["empty"] if self._tally.empty(number) else 0.0)

    def _answer(self, number: int, tag: Tag, kind: Kind, found: list[Mark]) -> float:
        """What links add to a block that may lead elsewhere, and a field or a button to one that may be an offer."""
        end, tally, limits = self._page.flat.end[number], self._tally, words().limits
        if not words().not_related.isdisjoint(marks.tokens(f"{attribute(tag, 'class') or ''} {attribute(tag, 'id') or ''}"[:300])):
            return 0.0
        if kind == Kind.RELATED:
            told = "mostly links"
            answered = tally.linked(number) >= max(limits["linked_share"] * tally.words(number), limits["fewest_linked_words"])
        else:
            told, answered = "a field or a button", between(self._page.numbers("input", "button"), number, end) > 0
        if not answered:
            return 0.0
        found.append(Mark(kind, words().weights["answer"], told))
        return words().weights["answer"]

    def _plausible(self, number: int, tag: Tag, kind: Kind, found: list[Mark]) -> bool:
        """Text of the author's may carry such a name; a related line has links, a label has few words."""
        limits, count, linked = words().limits, self._tally.words(number), self._tally.linked(number)
        if any(mark.told.startswith(("label", "cue", "a line", "a form", "an aside", "filter list")) for mark in found):
            return True
        if kind in ADVERTISING:
            few = limits["most_label_words"] if tag.name in _TEXT_TAGS else limits["most_plain_words"]
            return count - linked <= few or (len(found) > 1 and tag.name not in _TEXT_TAGS)
        if kind == Kind.RELATED:
            return linked >= limits["fewest_linked_words"] or (tag.name not in _TEXT_TAGS and self._tally.empty(number))
        return tag.name not in _TEXT_TAGS or linked > 0

    def _same(self, outer: int, inner: int) -> bool:
        tally = self._tally
        return tally.words(outer) == tally.words(inner) and tally.things(outer) == tally.things(inner)

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
            if steps >= words().limits["most_steps"] or tag.name in _NEVER or not self._same(around, number):
                break
            if between(starts, around, self._page.flat.end[around]) != 1:
                break
            best = around
        return best

    def _unit(self, number: int, kind: Kind, evidence: list[Mark]) -> Unit:
        label, place = self._label(number)
        told = [mark.told for mark in sorted(evidence, key=lambda mark: -mark.weight)]
        facts = (*told, f'label "{label}"') if label and not any(fact.startswith("label") for fact in told) else tuple(told)
        frames = self._within(self._frames, number)
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
            autoplay=any("autoplay" in self._page.tag(i).attrs for i in self._within(self._media, number)),
        )

    def _within(self, numbers: list[int], number: int) -> list[int]:
        return numbers[bisect_left(numbers, number) : bisect_left(numbers, self._page.flat.end[number])]

    def _announced(self, number: int) -> bool:
        role = self._semantics.role(number)
        return role == "complementary" or self._asides.cover(number) or (role in ("region", "group") and bool(self._semantics.name(number)))

    def _disclosed(self, number: int) -> bool:
        """Whether a name or a word in it says that it is an ad."""
        named = (self._semantics.name(n) for n in (number, *self._within(self._frames, number)))
        told = f"{self._semantics.text(number)} {' '.join(named)}".casefold()
        return any(word in told for word in words().disclosures)

    def _label(self, number: int) -> tuple[str | None, int | None]:
        flat = self._page.flat
        for i in (number, *self._page.inside(number)):
            node = flat.nodes[i]
            if type(node) is NavigableString and 1 < len(node) < 60 and self._semantics.exposed(i):
                text = collapse(str(node))
                if self._labels.get(marks.bare(text)) is not None:
                    return text, flat.parent[i]
        return None, None


def _asks_for_address(field: Tag) -> bool:
    kind = str(field.attrs.get("type", "")).lower()
    named = " ".join(str(field.attrs.get(name, "")) for name in ("name", "id", "placeholder", "aria-label"))[:300]
    return kind == "email" or (kind in ("", "text") and "email" in "".join(marks.tokens(named)))


def _site(host: str) -> str:
    """The last two parts of a host, three where the second-last is short (`co.uk`)."""
    parts = host.lower().split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])
