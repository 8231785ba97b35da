"""What was measured on an article."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from a11yaudit.model.article import Caption, DeclaredTime, Image
from a11yaudit.model.location import Location


@dataclass(frozen=True, slots=True)
class ReadingTime:
    """How long the article takes."""

    words: int
    minutes: float
    """At the average rate of the language."""
    minutes_low: float
    """For a fast reader."""
    minutes_high: float
    """For a slow reader."""
    words_per_minute: float | None
    """None for a language that is counted in characters."""
    characters_per_minute: float | None
    declared: tuple[DeclaredTime, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the running text."""

    text: str
    words: int
    syllables: int | None
    """None where the language has no syllable table."""
    block: int
    """Number of its block in `Article.blocks`."""
    location: Location
    """The start tag of its block."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the running text."""

    words: int
    sentences: int
    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """The text between two subheadings."""

    words: int
    location: Location
    """The first paragraph of the stretch."""


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym at its first use."""

    text: str
    explained: bool
    expansion: str | None
    uses: int
    sentence: str
    location: Location


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard the text is."""

    language: str | None
    """The language it was measured in, as a primary subtag."""
    words: int
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]
    stretches: tuple[Stretch, ...]
    acronyms: tuple[Acronym, ...]
    words_per_sentence: float | None
    formulas: Mapping[str, float | None]
    """By name (`flesch-reading-ease`); None where not scored."""
    grade: float | None
    """Years of schooling that the text asks for (Flesch-Kincaid, English only)."""
    ease: float | None
    """Reading ease, higher = easier."""
    ease_low: float | None
    ease_high: float | None
    """The band in which the ease lies with 80 % probability."""
    reason: str | None
    """Why it was not scored."""


class AltFault(StrEnum):
    """What is wrong with the words of an alternative text; the values are those of the rules' `kind`."""

    GARBLED = "garbled"
    FILE_NAME = "file-name"
    PLACEHOLDER = "placeholder"
    CREDIT = "credit"
    TRUNCATED = "truncated"
    LANGUAGE = "language"
    KEYWORDS = "keywords"
    PREFIX = "prefix"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two texts say the same, credits and labels left out."""

    letters: float
    """Likeness of their letters, 0 to 1; 1 where they are equal but for case and punctuation."""
    part: float
    """The share of the longer text that the shorter one is, 0 to 1, where it stands in it word for word; else 0."""


@dataclass(frozen=True, slots=True)
class AltText:
    """What was found out about one alternative text that is not blank."""

    image: Image
    text: str
    faults: tuple[AltFault, ...]
    """Worst first."""
    caption: Likeness | None
    """How far it repeats the caption, None where there is none."""
    headline: Likeness | None
    """How far it repeats the headline."""
    same: tuple[Image, ...]
    """Other pictures with this text, the nearest ones."""
    seconds: float
    """How long a listener hears it."""


@dataclass(frozen=True, slots=True)
class CaptionPair:
    """A caption that says the same as earlier ones."""

    image: Image
    earlier: tuple[Image, ...]
    """The pictures with those captions, the nearest ones."""
    equal: bool
    """Whether they are the same but for case, punctuation and credit."""
    share: float
    """The share of the longer caption's words of meaning that both have, 0 to 1."""
    words: int
    """Words of meaning in the shorter caption."""
    seconds: float
    """How long a listener hears it once more."""


@dataclass(frozen=True, slots=True)
class RepeatedText:
    """The same words twice in a row: a caption that is shown or read out two times."""

    text: str
    first: Location
    second: Location


@dataclass(frozen=True, slots=True)
class EchoedText:
    """A caption that repeats a text of the article: the headline, the standfirst or the paragraph beside it."""

    image: Image
    echo: str
    """What it repeats: `headline`, `standfirst` or `paragraph`."""
    text: str
    location: Location
    share: float
    """How far, 0 to 1: the likeness of their letters, 1 where a paragraph holds the caption."""
    words: int
    """Words of the caption, without its credit."""
    seconds: float
    """How long a listener hears it once more."""


@dataclass(frozen=True, slots=True)
class Captions:
    """What was measured on captions."""

    captions: tuple[Caption, ...]
    pairs: tuple[CaptionPair, ...]
    """Captions of different pictures that are the same or nearly, by the later picture."""
    repeated: tuple[RepeatedText, ...]
    echoes: tuple[EchoedText, ...]


@dataclass(frozen=True, slots=True)
class AdLoad:
    """How ads break the article."""

    total: int
    inside_body: int
    """Ads and sponsored units between the first and the last block of the running text; twins side by side count once."""
    before_headline: int
    before_first_paragraph: int
    per_1000_words: float | None
    words_before_first: int | None
    words_between_min: int | None
    words_between_median: float | None
    words_after_last: int | None
    by_kind: Mapping[str, int]
    interruptions_inside_body: int
    """Of all kinds, inside the text; neighbours count once."""
    after_body: int
    share_of_blocks: float | None
    """Ads inside the text among these and the blocks of the text, 0 to 1."""
    inside_element: int
    """Ads that break a paragraph, a quotation or a list in two."""
    after_heading: int
    """Ads between a subheading and its text."""
    beside_picture: int
    labels_read_aloud: int
    """Visible labels inside the text that no landmark sets apart."""
    announced: int
    """Ads inside the text that stand in a landmark."""
    frames_without_title: int
    autoplay: int
    listening_seconds: float
    """What it takes to listen to all that the interruptions inside the text say."""


@dataclass(frozen=True, slots=True)
class Measurements:
    """All of it."""

    reading_time: ReadingTime
    readability: Readability
    captions: Captions
    ads: AdLoad
    alts: tuple[AltText, ...]
    """Of the content pictures, in document order."""
