"""Alternative texts that are of a kind that describes nothing."""

import re
import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import takewhile
from urllib.parse import unquote

from a11yaudit.article.pictures import credits, identity
from a11yaudit.measure.pictures.likeness import plain, ratio, unnumbered
from a11yaudit.model.measurements import AltFault
from a11yaudit.page import language
from a11yaudit.resources import vocabulary

LONGEST = 2_000
"""Characters of an alternative text that are looked at."""
SHORTEST_PHRASE, LONGEST_PHRASE = 3, 15
"""Words of a search phrase that stands in the headline too, and of a text that is looked at for one. A phrase that no other
text of the page shares must be longer than the shortest, and must stand first."""
TITLE = 0.9
"""Likeness of letters from which on a text is the headline and not looked at for search terms and vagueness."""
SHORTEST_STEM = 3
"""Letters up to which a text is no name of a file by itself."""
FEWEST_BESIDE_ADDRESS = 3
"""Words beside a web address from which on a text describes something."""
MOST_BEFORE_KIND = 6
"""Words of the longest text that ends with what every picture is; a longer one is a sentence on a picture."""
FEW = 20
"""Words that are looked for in the running text one by one; where more are asked for, the text's own words are listed without a look."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_UNCAPITALISED = re.compile(r"\b(?![A-Z])[^\W\d_]+(?:['’][^\W\d_]+)?")
_GARBLED = re.compile(
    r"</?[a-z][^<>]{0,200}>|&(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});|https?_{2,}|\ufffd|[ÃÂ][\x80-\xbf]|â€|\{\{|\}\}|\$\{|\{%|%[sd]\b"
    r"|\[/?(?:caption|gallery|vc_|et_pb|image|img|field|node|file):?|\[object |_x000[dD]_|\\[nrtu\"']|\b(?:alt|src|class|title)=[\"'\w]",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)(?:\s*\(\d+\)|[?#]\S*)?\Z", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:IMG|DSC|DSCN|DSCF|DSCI|PXL|MVI|GOPR|DJI|SAM|P|WhatsApp Image|photo|image|unnamed|file"
    r"|pexels|unsplash|shutterstock|istock|istockphoto|gettyimages|getty|adobestock"
    r"|depositphotos)"
    r"[-_ ]?(?:photo[-_ ])?(?=\S*\d{3})[\w.-]{3,}+(?: (?:[\d.:()-]+|at|um|AM|PM|\w{1,2}))*+\Z",
    re.IGNORECASE,
)
_HASH = re.compile(r"(?=(?:[^\d]*\d){4})(?=[^a-z]*[a-z])[\w-]{16,}\Z", re.IGNORECASE)
_DIGITS = re.compile(r"[\d\W_x]*\d[\d\W_x]*\Z")
_SLUG = re.compile(r"[^\W_]+(?:[-_+][^\W_]+)+\Z")
_PUNCTUATION = frozenset(f"{string.punctuation}“”„‘’‚«»‹›…–—·•¡¿。、")
_TYPE_AND_SIZE = re.compile(
    r"\W*(?:jpe?g|png|gif|webp|avif|pdf|svg|tiff?|bmp)(?:[\W\d_]++(?:[kmg]i?[bo]|octets?|bytes?|px|x|pixels?))*[\W\d_]*\Z", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?:|\bwww\.)\S*", re.IGNORECASE)
_TAG_LIST = re.compile(r"\s*[,;|#]\s*")
_UNSPACED_KIND = re.compile(r"(?:の(?:画像|写真|イメージ)|的?(?:图片|圖片|照片))\Z")
_SEPARATOR = re.compile(r"\s+[-–—|:]\s+|[|]|,\s+|:\s+")


class Prose:
    """The running text of the article, whose words are looked at when the first one is asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._asked = 0

    @cached_property
    def _uncapitalised(self) -> frozenset[str]:
        return frozenset(_UNCAPITALISED.findall(" ".join(self._texts)))

    def holds(self, word: str) -> bool:
        """Whether the article writes a word, so that it is a name."""
        return any(word in text for text in self._texts)

    def writes_small(self, word: str) -> bool:
        """Whether the article writes a word, or its singular or plural, in small letters: it is no name."""
        singular = word.removesuffix("s")
        self._asked += 1
        likely = self._asked > FEW or any(singular in text for text in self._texts)
        return likely and not self._uncapitalised.isdisjoint((word, f"{word}s", singular))


@dataclass(frozen=True, slots=True)
class Context:
    """What a text is judged by beside its words."""

    file: str
    """The picture's file name."""
    headline: str
    headings: tuple[str, ...]
    """The headings around the picture: the one before it, and the one after it."""
    prose: Prose
    language: str | None
    repeated: frozenset[str]
    """Beginnings and ends that several alternative texts of the page share."""
    beside: frozenset[str] = frozenset()
    """The plain texts beside the picture: a word there names a button or a section and stands for no picture."""


@cache
def listed(name: str) -> frozenset[str]:
    """A list of the vocabulary, all languages together."""
    return frozenset(word for words in vocabulary("alt")[name].values() for word in words)


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(word if word.endswith("'") else f"{word} " for word in listed("prefixes"))


@cache
def _named_captures() -> re.Pattern[str]:
    """What systems call a screenshot: the name, then the number or the time of it."""
    names = "|".join(map(re.escape, sorted(listed("captures"), key=len, reverse=True)))
    return re.compile(
        rf"(?:{names})[\s_(–-]*(?=\d)(?:[\d\W_]++(?:(?:alle|kello|klo|[^\W\d_]{{1,2}})(?![^\W\d_]))?){{1,8}}\Z", re.IGNORECASE
    )


@cache
def _generated() -> tuple[str, ...]:
    return tuple(listed("generated"))


def garbled(text: str, _: Context) -> bool:
    """Markup, entities, broken encodings, residue of content systems, or an address and no more."""
    if _GARBLED.search(text):
        return True
    if any(map(text.casefold().__contains__, _generated())):
        return True
    alone = bool(_ADDRESS.search(text)) and len(_WORD.findall(_ADDRESS.sub(" ", text))) < FEWEST_BESIDE_ADDRESS
    return alone and not credits.is_evident(text)


def address(text: str, _: Context) -> bool:
    """A web address inside of a description."""
    return bool(_ADDRESS.search(text))


def file_name(text: str, context: Context) -> bool:
    """A name that a camera, a system or an editor gave the file."""
    if _named_file(text, context):
        return True
    body, credit = credits.split(text)
    return bool(credit and body) and body != text and _named_file(body, context)


def _named_file(text: str, context: Context) -> bool:
    if _EXTENSION.search(text) or _CAMERA.match(text) or _named_captures().match(text) or (_DIGITS.match(text) and len(text) > 4):
        return True
    if " " in text:
        return False
    return bool(_HASH.match(text) or (_SLUG.match(text) and _slug(text, context)) or _is_stem(text, context))


def _is_stem(text: str, context: Context) -> bool:
    """Whether a text is the name of its own file, made of letters and digits or joined words, and no word of the article.

    "City-Marathon" is a word that the file was named after; "city-marathon" is the file.
    """
    joined = any(map(str.isdigit, text)) or ("-" in text and text.islower())
    same = text.casefold() in (identity.stem_of(context.file), context.file.rpartition(".")[0].casefold())
    if not (same and joined and len(text) > SHORTEST_STEM and any(map(str.isalpha, text))):
        return False
    titles = (context.headline, *context.headings)
    return not context.prose.holds(text) and not any(text.casefold() in title.casefold() for title in titles)


def _slug(text: str, context: Context) -> bool:
    parts = re.split(r"[-_+]", text)
    if "_" in text or "+" in text:
        return True
    if not (text.islower() or text.isdigit() or len(parts) > 3):
        return False
    stem = set(re.split(r"[\W_]+", unquote(context.file).casefold()))
    return len(parts) > 2 or (all(len(part) > 3 for part in parts) and len(stem) > 2 and stem >= set(parts))


def placeholder(text: str, context: Context) -> bool:
    """Words that would fit any picture, a sign or two, or the type and size of a file."""
    if plain(text) in context.beside:
        return False
    if (
        all(sign in _PUNCTUATION or sign.isspace() for sign in text)
        or (len(text) == 1 and text.isascii() and not text.isupper())
        or _TYPE_AND_SIZE.match(text)
    ):
        return True
    for told in (text, unnumbered(text, bare_too=True)):
        if plain(told) in listed("placeholders") or told.casefold().strip(" .…") in listed("placeholders"):
            return True
    words = [word.casefold() for word in _WORD.findall(text)]
    return _all_generic(words)


def _all_generic(words: list[str]) -> bool:
    pictures, places = listed("pictures"), listed("places")
    return bool(words) and any(word in pictures for word in words) and all(word in pictures or word in places for word in words)


def credit_only(text: str, context: Context) -> bool:
    """Who made the picture, and nothing of what it shows; "Foto von Ida Brandt" may show her, and so may what the headline names."""
    if not credits.is_evident(text):
        return False
    if credits.names_agency(text) or not (credits.says_kind(text) or text.casefold().startswith(_prefixes())):
        return True
    return not text.casefold().startswith(_prefixes()) and _topic(context.headline).isdisjoint(_topic(text.partition(":")[2]))


def prefix(text: str, _: Context) -> bool:
    """“Image of” before what is shown, “Photo:” before a description, or “photo” after it."""
    low = text.casefold()
    if low.startswith(_prefixes()) or (credits.kind_before(text)):
        return True
    parts = [part for part in _SEPARATOR.split(text) if part]
    ends = [[word.casefold() for word in _WORD.findall(part)] for part in (parts[0], parts[-1])] if len(parts) > 1 else []
    if any(_all_generic(words) and len(words) <= 3 for words in ends) and any(words[-1:] != ["caption"] for words in ends):
        return True
    return _kind_last([word.casefold() for word in _WORD.findall(text)], text)


def _kind_last(words: list[str], text: str) -> bool:
    """Whether a few words end with what every picture is ("Lighthouse image"), and not with a picture that is shown ("family photo")."""
    if _UNSPACED_KIND.search(text):
        return len(text) > SHORTEST_STEM
    if not 1 < len(words) <= MOST_BEFORE_KIND or text[-1:].isdigit() or words[-1] not in listed("suffixes"):
        return False
    return words[-2] not in listed("shown") and listed("looking").isdisjoint(words[-4:-1])


def keywords(text: str, context: Context) -> bool:
    """A list of search terms, or a search phrase around a name."""
    parts = [part for part in _TAG_LIST.split(text) if part]
    if len(parts) >= 4 and all(len(part.split()) <= 3 for part in parts) and not text.rstrip().endswith("."):
        words = [word for part in parts for word in {w.casefold() for w in _WORD.findall(part) if len(w) > 3}]
        if len(parts) >= 7 or max(map(words.count, words), default=0) >= 3:
            return True
    return len(text.split()) <= LONGEST_PHRASE and _searched(text, context)


def _searched(text: str, context: Context) -> bool:
    """Words of the headline, a word that people search by among them, put before or after the name of what is shown."""
    words, headline = plain(text).split(), set(plain(context.headline).split())
    for order in (words, words[::-1]):
        phrase = list(takewhile(headline.__contains__, order))
        told = " ".join(phrase if order is words else phrase[::-1])
        fewest = (
            SHORTEST_PHRASE
            if end_of(words, order is words) in context.repeated
            else SHORTEST_PHRASE + 1
            if order is words
            else LONGEST_PHRASE
        )
        if fewest <= len(phrase) < len(words) and any(f" {term} " in f" {told} " for term in listed("search")):
            return True
    return False


def end_of(words: Sequence[str], first: bool) -> str:
    """The first or last words of a text, by which search phrases that several texts of a page share are known."""
    return " ".join(words[:SHORTEST_PHRASE] if first else words[-SHORTEST_PHRASE:])


def truncated(text: str, context: Context) -> bool:
    """A text that a system cut off."""
    if text.endswith(("…", "...", "[…]", "[...]")):
        return len(text.split()) > 2
    longer = plain(context.headline)
    own = plain(text)
    return len(own) > 30 and longer.startswith(own) and longer[len(own) : len(own) + 1].isalnum()


def wrong_language(text: str, context: Context) -> bool:
    """A text that is surely in another language than the article; both halves of it, for names and titles mislead a guess."""
    words = text.split()
    if context.language is None or len(words) < 8:
        return False
    middle = len(words) // 2
    guess = language.guess(text)
    if guess in (None, context.language):
        return False
    return all(language.guess(" ".join(half)) == guess for half in (words[:middle], words[middle:]))


def _topic(text: str) -> set[str]:
    """The longer words of a text by their beginnings."""
    return {word.casefold()[:6] for word in _WORD.findall(text) if len(word) > 4}


def vague(text: str, context: Context) -> bool:
    """Few words that only name the topic which headline or heading have named already, or the kind of the picture."""
    written = _WORD.findall(text)
    words = [word.casefold() for word in written]
    if not words or len(words) > 6:
        return False
    if " ".join(words) in listed("kinds") or all(word in listed("kinds") or word in listed("places") for word in words):
        return not any(c.isdigit() for c in text)
    content = [word for word in words if len(word) > 3]
    if not content:
        return False
    topic = {word[:5] for heading in (context.headline, *context.headings) for word in (w.casefold() for w in _WORD.findall(heading))}
    named = any(word.isupper() and word.casefold()[:5] not in topic for word in written) or re.search(r"\w[.@]\w", text)
    says_topic = all(word[:5] in topic for word in content) or 1 < len(words) == len(content) <= 3
    return says_topic and not named and all(map(context.prose.writes_small, content))


def faults(text: str, context: Context) -> tuple[AltFault, ...]:
    """What is wrong with the words of an alternative text, worst first; of what describes nothing, only the worst."""
    told = text[:LONGEST].strip()
    worthless = next((fault for fault, wrong in _WORTHLESS.items() if wrong(told, context)), None)
    if worthless:
        return (worthless,)
    flawed = tuple(fault for fault, wrong in _FLAWED.items() if wrong(told, context))
    if flawed or _is_title(told, context):
        return flawed
    return next(((fault,) for fault, wrong in _WEAK.items() if wrong(told, context)), ())


def _is_title(text: str, context: Context) -> bool:
    """Whether a text is more or less the headline, which is a fault of its own."""
    return ratio(text, context.headline) > TITLE


_WORTHLESS: Mapping[AltFault, Callable[[str, Context], bool]] = {
    AltFault.GARBLED: garbled,
    AltFault.FILE_NAME: file_name,
    AltFault.PLACEHOLDER: placeholder,
    AltFault.CREDIT: credit_only,
}
_FLAWED: Mapping[AltFault, Callable[[str, Context], bool]] = {
    AltFault.TRUNCATED: truncated,
    AltFault.LANGUAGE: wrong_language,
    AltFault.PREFIX: prefix,
    AltFault.ADDRESS: address,
}
_WEAK: Mapping[AltFault, Callable[[str, Context], bool]] = {AltFault.KEYWORDS: keywords, AltFault.VAGUE: vague}
