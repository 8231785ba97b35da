"""The article in a page: plain data with places, no parser objects."""

from dataclasses import dataclass
from enum import StrEnum

from a11yaudit.model.location import Location
from a11yaudit.model.part import Range


class Role(StrEnum):
    """What a block of text is in the article."""

    BODY = "body"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CODE = "code"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    CREDIT = "credit"
    STANDFIRST = "standfirst"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    READING_TIME = "reading-time"
    FOOTNOTE = "footnote"
    BIO = "author-bio"
    CORRECTION = "correction"
    PULL_QUOTE = "pull-quote"
    """A passage of the text that is set again, larger, beside it."""
    TAGS = "tags"
    COMMENT = "comment"
    RELATED = "related"
    NEWSLETTER = "newsletter"
    SHARE = "share"
    OTHER = "other"
    """Seen, and left out of the article: navigation, boilerplate, interruptions."""


RUNNING_TEXT = frozenset({Role.BODY, Role.HEADING, Role.LIST_ITEM, Role.QUOTE, Role.CODE, Role.TABLE_CELL})
"""The roles that make up the article's running text."""
PROSE = frozenset({Role.BODY, Role.LIST_ITEM, Role.QUOTE})
"""The roles whose sentences are measured for readability."""

AROUND = frozenset({Role.OTHER, Role.TAGS, Role.COMMENT, Role.RELATED, Role.NEWSLETTER, Role.SHARE})
"""The roles of what stands around the article and is no part of it."""


DOUBTFUL = 0.5
"""Confidence below which reports say that something else may be the article."""


@dataclass(frozen=True, slots=True)
class Join:
    """A boundary of two inline elements at which no white space parts two words ("Wency Chen" + "in Shanghai")."""

    text: str
    """The words around the boundary, as a reader gets them."""
    before: str
    """The text of the element before the boundary."""
    after: str
    """The text that follows it."""
    location: Location
    """The element that ends or starts at the boundary."""


@dataclass(frozen=True, slots=True)
class Block:
    """One run of text that a browser shows as a block of its own."""

    role: Role
    text: str
    """White space collapsed; block-level elements and `<br>` part words, inline elements do not."""
    location: Location
    level: int | None = None
    """1 to 6 for a heading."""
    link_share: float = 0.0
    """Share of the characters that stand in links, 0 to 1."""
    joins: tuple[Join, ...] = ()
    reason: str = ""
    """Why the block got its role, for `extract --format html`."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its place: a headline, a standfirst, a byline."""

    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a picture, parted from its credit."""

    text: str
    """The whole caption as it stands, credit included."""
    body: str
    """The caption without its credit; empty if it is only a credit."""
    credit: str
    """The credit ("Photo: AP"); empty if there is none."""
    location: Location
    hidden: bool = False
    """Whether it is shown but hidden from assistive technology, so that it is no second reading of what the picture says."""
    around: tuple[int, ...] = ()
    """The nodes of the elements around it and of those in it that may be blocks of text themselves: they are the caption."""


class ImageRole(StrEnum):
    """What a picture is for."""

    LEAD = "lead"
    CONTENT = "content"
    DECORATIVE = "decorative"
    AVATAR = "avatar"
    ICON = "icon"
    TRACKING = "tracking"


@dataclass(frozen=True, slots=True)
class Beside:
    """A text that is read out right before or after a picture, or in its own link."""

    kind: str
    """`link`, `button`, `heading` or `text`."""
    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Image:
    """One picture of the article; twins (`<noscript>` copies, mobile and desktop copies) are one."""

    src: str
    """The address that a browser would load first; for a lazy picture the one in `data-src`, `srcset` or its twin."""
    alt: str | None
    """The `alt` attribute as written, the first where there are two; None where it is missing."""
    name: str | None
    """The accessible name (accname 1.2), None where empty."""
    role: ImageRole
    caption: Caption | None
    link: str | None
    """Where a link around the picture goes."""
    location: Location
    linked_text: str = ""
    """Other text inside the link around the picture."""
    hidden: bool = False
    """Whether it is hidden from assistive technology (`aria-hidden`)."""
    frame: Location | None = None
    """The element that holds the picture and what belongs to it, where a caption would stand."""
    key: str = ""
    """What all sizes, formats and copies of one picture share; empty where nobody knows which picture a script will show."""
    file: str = ""
    """The name of its file as an editor knows it; empty where the address tells none."""
    beside: tuple[Beside, ...] = ()
    """What is read out beside it, its caption left out."""

    @property
    def is_content(self) -> bool:
        """Whether it carries content and is meant for assistive technology too."""
        return self.role in (ImageRole.LEAD, ImageRole.CONTENT) and not self.hidden


class InterruptionKind(StrEnum):
    """What breaks the article."""

    AD = "ad"
    SPONSORED = "sponsored"
    NEWSLETTER = "newsletter"
    RELATED = "related"
    PROMO = "promo"
    """Subscriptions, donations, apps, paywalls, offers and channels of the publisher."""
    SURVEY = "survey"
    PLAYER = "player"
    """A video or a sound that starts by itself."""


ADVERTISING = frozenset({InterruptionKind.AD, InterruptionKind.SPONSORED})


class Zone(StrEnum):
    """Where an interruption stands."""

    BEFORE_HEADLINE = "before-headline"
    BEFORE_BODY = "before-body"
    """Between the headline and the first paragraph."""
    BODY = "body"
    AFTER_BODY = "after-body"
    """After the last paragraph, or with a few closing words behind it; also where it is not sure what the article is."""
    BESIDE = "beside"
    """In a side column, or in something that opens over the page."""


@dataclass(frozen=True, slots=True)
class Interruption:
    """One unit: the outermost element that holds nothing but the interruption."""

    kind: InterruptionKind
    label: str | None
    """The visible word that announces it ("Advertisement")."""
    location: Location
    evidence: tuple[str, ...]
    """What gave it away, strongest first: `class "ad-slot"`, `label "Advertisement"`."""
    zone: Zone
    words_before: int
    """Words of the running text that stand before it."""
    inside: str | None
    """The name of the paragraph, quote, list or heading element that it breaks in two, else None."""
    after_heading: bool
    """Whether it stands between a subheading and that heading's text."""
    announced: bool
    """Whether assistive technology is told (a complementary landmark or an accessible name)."""
    label_location: Location | None
    """The element that holds the visible label, where it is read out as text."""
    frames: tuple[Location, ...] = ()
    """Frames inside it that have no accessible name."""
    named_frames: tuple[Location, ...] = ()
    """Frames inside it that have one."""
    beside_picture: bool = False
    """Whether no word of the text stands between it and a picture of the article."""
    labelled: bool = False
    """Whether an accessible name or a word in it says that it is an ad."""
    empty: bool = False
    """Whether it shows nothing until a script fills it."""
    words: int = 0
    """Words in it that are read out."""
    stops: int = 0
    """Links, frames, pictures and fields in it that are announced."""
    autoplay: bool = False
    """Whether a video or a sound in it starts by itself."""
    position: float = 0.0
    """Where it stands in the reading, 0 (before the text) to 1 (after it)."""
    text: str = ""
    """What is read out of it, its beginning; empty outside the text."""
    text_before: str = ""
    """The last words of the article before it; the headline's where the text has not begun."""
    text_after: str = ""
    """The first words of the article after it."""


class TimeSource(StrEnum):
    """Where a page says how long the reading takes."""

    VISIBLE = "visible"
    JSON_LD = "json-ld"
    META = "meta"


@dataclass(frozen=True, slots=True)
class DeclaredTime:
    """A reading time that the page states."""

    minutes: float
    source: TimeSource
    text: str
    location: Location | None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of its article outside the text: JSON-LD, microdata, OpenGraph and Twitter cards."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601, from the metadata or the page's text."""
    section: str | None = None
    words: int | None = None
    """The word count that the page states."""
    body_words: int = 0
    """Words of the article's text in JSON-LD (`articleBody`), 0 where it has none."""
    body_location: Location | None = None
    """The script that holds that text."""
    broken: tuple[Location, ...] = ()
    """JSON-LD scripts that no reader of JSON can read."""
    readable: int = 0
    """JSON-LD scripts that can be read."""
    modified: str | None = None
    """When the article was last changed, ISO 8601."""


class NoArticle(StrEnum):
    """Why no article was found in a page."""

    NO_TEXT = "no-text"
    """The page shows no text at all, or nothing but menus."""
    ONLY_IN_METADATA = "only-in-metadata"
    """The text stands in the JSON-LD only (`articleBody`)."""
    HIDDEN_UNTIL_SCRIPT = "text-hidden-until-script"
    """The file holds an empty place, a note that asks for scripts, or the text as data of a script."""
    LIST_OF_TEASERS = "list-of-teasers"
    """What text there is announces other articles."""
    TOO_SHORT = "too-short"
    """A few words that may be an article, too few to judge."""


EXPLAINED = {
    NoArticle.NO_TEXT: "it shows no text",
    NoArticle.ONLY_IN_METADATA: "its text is only in the metadata, where readers don't see it",
    NoArticle.HIDDEN_UNTIL_SCRIPT: "a script adds its text; save the page as a browser shows it",
    NoArticle.LIST_OF_TEASERS: "it is a list of teasers for other articles",
    NoArticle.TOO_SHORT: "its text is too short to judge",
}
"""Each reason in words, to follow a colon."""


@dataclass(frozen=True, slots=True)
class Article:
    """What the auditor takes for the article."""

    found: bool
    confidence: float
    """0 to 1; how far the text found stands out from the rest of the page."""
    language: str | None
    headline: Passage | None
    standfirst: Passage | None
    byline: Passage | None
    blocks: tuple[Block, ...]
    """The blocks in document order; those of a role in `RUNNING_TEXT` are the article."""
    images: tuple[Image, ...]
    interruptions: tuple[Interruption, ...]
    declared_times: tuple[DeclaredTime, ...]
    words: int
    """Words of the running text."""
    metadata: Metadata = Metadata()
    byline_is_organisation: bool = False
    """Whether the byline names a desk, a team or a company, for want of a person."""
    extent: tuple[Range, ...] = ()
    """The ranges of nodes that the article takes up, in order and apart."""
    reason: NoArticle | None = None
    """Why none was found; None where one was."""

    @property
    def doubtful(self) -> bool:
        """Whether something else may be the article."""
        return self.found and self.confidence < DOUBTFUL

    @property
    def running_text(self) -> tuple[Block, ...]:
        """The blocks that make up the article's text."""
        return tuple(block for block in self.blocks if block.role in RUNNING_TEXT)
