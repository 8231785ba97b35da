"""What was measured on an article."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from a11yaudit.model.article import Beside, Caption, DeclaredTime, Image
from a11yaudit.model.location import Location


@dataclass(frozen=True, slots=True)
class RepeatedCaption:
    """A caption that a listener hears again, and what that costs."""

    text: str
    seconds: float
    location: Location


@dataclass(frozen=True, slots=True)
class Listening:
    """How long a screen reader takes, from the first to the last paragraph."""

    minutes: float
    """For the article itself."""
    other_minutes: float
    """For what stands in the text and is not the article: ad labels, share bars, repeated captions."""
    other_share: float | None
    """Its share of the whole, 0 to 1; None where there is no text."""
    repeated_captions: tuple[RepeatedCaption, ...]


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
    minutes_with_pictures: float
    """With the time for looking at pictures that Medium adds."""
    words_per_minute: float | None
    """None for a language that is counted in characters."""
    characters_per_minute: float | None
    code_words: int
    """Words of code, part of `words`."""
    table_words: int
    """Words in table cells, part of `words`."""
    listening: Listening
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
    difficulty: float | None = None
    """Points for what makes it hard; English only."""
    reasons: tuple[str, ...] = ()
    """What makes it hard, in words, the heaviest first."""
    passive: bool = False


@dataclass(frozen=True, slots=True)
class HardPassage:
    """The passage of about 150 words with the lowest ease."""

    text: str
    """Its first sentence."""
    words: int
    ease: float
    location: Location


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
    as_noun: int = 0
    """Uses with "the" and no noun behind it ("the PWC said"): so are institutions called, and no products."""


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
    """Calibrated reading ease of English on the scale of the CLEAR corpus, about -3 to 1, higher = easier."""
    ease_low: float | None
    ease_high: float | None
    """The band in which the ease lies with 80 % probability."""
    percentile: int | None
    """Share of news articles in per cent that are harder to read, in steps of five."""
    level: str | None
    """The ease in plain words."""
    hardest: HardPassage | None
    """None for a text of one passage."""
    passive_share: float | None
    """Share of the sentences in passive voice, 0 to 1; English only."""
    other_languages: Mapping[str, int]
    """Words of long passages in other languages, which all other figures leave out; looked for in English articles only."""
    reason: str | None
    """Why the ease was not scored."""

    @property
    def hardest_sentences(self) -> tuple[Sentence, ...]:
        """The five hardest sentences, hardest first; those with no point left out."""
        hard = [sentence for sentence in self.sentences if sentence.difficulty]
        return tuple(sorted(hard, key=lambda sentence: -(sentence.difficulty or 0))[:5])


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
    ADDRESS = "address"
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
    """What was found out about one alternative text that is not blank; of a small picture only whether it is a file name."""

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
    beside: Beside | None = None
    """The text beside the picture, or in its link, that says the same; the headline and the caption left out."""


@dataclass(frozen=True, slots=True)
class CaptionPair:
    """A caption that says the same as earlier ones."""

    image: Image
    earlier: tuple[Image, ...]
    """The pictures with those captions, the nearest ones; behind equal ones those with captions that are nearly the same."""
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
    sure: bool
    """Whether both are shown; two copies inside of one caption may be a short and a long one, of which a style sheet shows one."""


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
    slots_inside_body: int
    """The same, each twin counted."""
    before_headline: int
    before_first_paragraph: int
    per_1000_words: float | None
    words_before_first: int | None
    words_between_min: int | None
    words_between_median: float | None
    words_after_last: int | None
    words_longest: int | None
    """Words of the longest stretch of the text that no ad breaks; None without an ad inside it."""
    statement: str
    """What the ads cost a reader, in one sentence."""
    by_kind: Mapping[str, int]
    """Interruptions of the whole page."""
    by_kind_inside: Mapping[str, int]
    """Interruptions inside the text, of each kind; neighbours count once."""
    interruptions_inside_body: int
    """Of all kinds, inside the text; neighbours count once."""
    after_body: int
    share_of_blocks: float | None
    """Slots inside the text among these and the blocks of the text, 0 to 1."""
    share_of_words: float | None
    """Words of the ads inside the text among these and the words of the text, 0 to 1: the least that ads take of its length."""
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
