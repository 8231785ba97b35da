"""What is wrong with the alternative texts of an article."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from a11yaudit.measure.pictures import alt_kinds
from a11yaudit.measure.pictures.likeness import bare, contained, nearly_contained, plain, ratio, segments, unnumbered
from a11yaudit.measure.reading_time.rates import Rates, rates_of
from a11yaudit.model.article import PROSE, Article, Beside, Block, Image, ImageRole, Role
from a11yaudit.model.measurements import AltFault, AltText, Likeness

MOST_SAME = 10
"""Pictures with the same text that are named, so that a page of thousands stays linear."""
FEWEST_WORDS = 4
"""Words of an alternative text that repeats a part of another text; fewer are a name."""
NUMBERED = 3
"""Pictures that a text with a running number is given to, to be copies and no products of one name."""


def measure(article: Article) -> tuple[AltText, ...]:
    """Each alternative text of a content picture that is not blank, and the file names on small ones."""
    described = [(image, text) for image in article.images if image.is_content and (text := " ".join((image.alt or "").split()))]
    headline = article.headline.text if article.headline else ""
    headings = [block for block in article.blocks if block.role in (Role.HEADING, Role.HEADLINE)]
    places = [block.location.node for block in headings]
    prose = alt_kinds.Prose([block.text for block in article.blocks if block.role in PROSE])
    same = _same(described)
    repeated = _repeated(text for _, text in described)
    rates = rates_of(article.language)
    found = list[AltText]()
    for image, text in described:
        around = _around(headings, places, image.location.node)
        told = tuple(block.text for block in around)
        beside = frozenset(plain(other.text) for other in image.beside)
        context = alt_kinds.Context(image.file, headline, told, prose, article.language, repeated, beside)
        found.append(
            AltText(
                image,
                text,
                alt_kinds.faults(text, context),
                _likeness(text, (image.caption.body, image.caption.text)) if image.caption else None,
                _likeness(text, (headline,), titles=True) if headline else None,
                same.get(image.location.node, ()),
                round(rates.seconds(text), 1),
                _repeated_beside(text, image, headline, around),
            )
        )
    found += _small(article, headline, prose, rates)
    return tuple(sorted(found, key=lambda alt: alt.image.location.node))


def _small(article: Article, headline: str, prose: alt_kinds.Prose, rates: Rates) -> Iterator[AltText]:
    """The file names that small pictures have for a text."""
    for image in article.images:
        text = " ".join((image.alt or "").split())
        if text and image.role is ImageRole.ICON and not image.hidden:
            context = alt_kinds.Context(image.file, headline, (), prose, article.language, frozenset())
            if alt_kinds.file_name(text, context):
                yield AltText(image, text, (AltFault.FILE_NAME,), None, None, (), round(rates.seconds(text), 1))


def _repeated_beside(text: str, image: Image, headline: str, around: Sequence[Block]) -> Beside | None:
    """The text beside a picture that is the same; a link's or button's also where it holds all of the picture's text and goes on."""
    own = {plain(text), plain(bare(text))} - {""}
    caption = plain(image.caption.text) if image.caption else ""
    for beside in image.beside:
        if caption and plain(beside.text) == caption:
            continue
        told = {plain(beside.text), plain(bare(beside.text))}
        if not own.isdisjoint(told):
            return None if plain(beside.text) == plain(headline) else beside
        if beside.kind in ("link", "button") and len(text.split()) >= FEWEST_WORDS and contained(text, beside.text):
            return beside
    above = next((block for block in around if block.role is Role.HEADING and plain(block.text) in own), None)
    return Beside("heading", above.text, above.location) if above and len(text.split()) > 1 else None


def _likeness(text: str, others: Iterable[str], titles: bool = False) -> Likeness:
    """How far a text repeats others; `titles` looks at their parts too ("Headline - Site") and leaves out a copy's number."""
    own = bare(text)
    variants = {own, *(segments(unnumbered(own)) if titles else ())}
    letters = part = 0.0
    for other in filter(None, others):
        told = bare(other)
        for variant, title in product(variants, {told, *(segments(told) if titles else ())}):
            letters = max(letters, ratio(variant, title))
            if len(variant.split()) >= FEWEST_WORDS or not variant.isascii():
                within = contained if titles else nearly_contained
                part = max(part, within(variant, title), within(title, variant))
        letters = max(letters, ratio(text, other))
    return Likeness(letters, part)


def _same(described: Sequence[tuple[Image, str]]) -> dict[int, tuple[Image, ...]]:
    """By node the other pictures with the same text, or with the same but for a running number."""
    groups: dict[str, list[tuple[Image, str]]] = defaultdict(list)
    numbered: dict[str, list[tuple[Image, str]]] = defaultdict(list)
    for image, text in described:
        entry = image, image.key
        groups[plain(unnumbered(text))].append(entry)
        base = unnumbered(text, bare_too=True)
        if len(base.split()) >= FEWEST_WORDS:
            numbered[plain(base)].append(entry)
    copies = [group for group in numbered.values() if len(group) >= NUMBERED]
    found: dict[int, tuple[Image, ...]] = {}
    for group in (*copies, *(group for text, group in groups.items() if text and len(group) > 1)):
        for place, (image, key) in enumerate(group):
            near = group[max(0, place - MOST_SAME) : place + MOST_SAME]
            others = [other for other, its_key in near if key and its_key and its_key != key and not _one_target(image, other)]
            if others:
                found[image.location.node] = tuple(others[:MOST_SAME])
    return found


def _one_target(first: Image, second: Image) -> bool:
    """Whether two pictures are links to one place, which one text should name: a site's logo in two sizes."""
    link = (first.link or "").strip()
    return bool(link) and link == (second.link or "").strip() and not link.startswith(("#", "javascript:"))


def _repeated(texts: Iterable[str]) -> frozenset[str]:
    """Beginnings and ends that several different texts share."""
    counts: Counter[str] = Counter()
    for told in {plain(text) for text in texts}:
        words = told.split()
        counts.update({alt_kinds.end_of(words, True), alt_kinds.end_of(words, False)})
    return frozenset(phrase for phrase, count in counts.items() if count > 1)


def _around(headings: Sequence[Block], places: Sequence[int], node: int) -> Sequence[Block]:
    """The heading before a node and the one after it."""
    place = bisect_left(places, node)
    return headings[max(0, place - 1) : place + 1]
