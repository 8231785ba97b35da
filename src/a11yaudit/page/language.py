"""Which language a page says it is in, and which it is in."""

from functools import cache

from turbohtml import detect as turbo

from a11yaudit.model.run import Language
from a11yaudit.resources import data_dir

SAMPLE = 4_000
"""Characters of text that are enough to tell a language."""
SHORTEST = 100
"""Characters below which a guess is worth nothing."""
SURE = 0.9
TWO_LETTERS = {
    "afr": "af", "ara": "ar", "arb": "ar", "aze": "az", "bel": "be", "ben": "bn", "bul": "bg", "cat": "ca", "ces": "cs", "cmn": "zh",
    "cym": "cy", "dan": "da", "deu": "de", "ell": "el", "eng": "en", "epo": "eo", "est": "et", "eus": "eu", "fas": "fa", "fin": "fi",
    "fra": "fr", "gle": "ga", "glg": "gl", "guj": "gu", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "hye": "hy", "ind": "id",
    "isl": "is", "ita": "it", "jpn": "ja", "kan": "kn", "kat": "ka", "kor": "ko", "lav": "lv", "lit": "lt", "mal": "ml",
    "mar": "mr", "mkd": "mk", "mya": "my", "nld": "nl", "nob": "no", "nno": "no", "pan": "pa", "pes": "fa", "pol": "pl", "por": "pt",
    "ron": "ro", "rus": "ru", "slk": "sk", "slv": "sl", "spa": "es", "sqi": "sq", "srp": "sr", "swe": "sv", "tam": "ta", "tel": "te",
    "tgl": "tl", "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi", "zho": "zh",
}  # fmt: skip
"""ISO 639-3 to the two-letter codes that pages use."""


def detect(text: str) -> str | None:
    """The language of a text as a primary subtag; None for a short text or a doubtful guess."""
    return guess(text) if len(text) >= SHORTEST else None


def guess(text: str) -> str | None:
    """The language of a text of any length; of a short one right only where nothing in it is a name."""
    code = _sure(text)
    return TWO_LETTERS.get(code) if code else None


def is_unknown(text: str) -> bool:
    """Whether a text surely is in none of the languages known here, as a creole that is guessed to be its nearest of all languages.

    Latin is no such language: it fills pages that are not written yet.
    """
    code = _sure(text) if len(text) >= SHORTEST else None
    return code is not None and code != "lat" and code not in TWO_LETTERS


def _sure(text: str) -> str | None:
    """ISO 639-3 of the language of a text; None for a doubtful guess."""
    match = turbo.detect_language(text[:SAMPLE])
    return match.language if match is not None and match.confidence >= SURE else None


def decide(declared: str | None, text: str, own: str) -> Language:
    """The language to measure in: the one that the text is written in where that is certain, else the declared one.

    `own` is the text without the parts that declare another language: what the page's declaration is about. A text that surely is in
    none of the languages known is measured in none.
    """
    written = detect(text)
    detected = written if own == text else detect(own)
    if written is None and is_unknown(text):
        return Language(declared, detected, None)
    return Language(declared, detected, written or primary_subtag(declared))


def primary_subtag(tag: str | None) -> str | None:
    """`en` of `en-GB`; None for an empty or impossible tag."""
    subtag = (tag or "").strip().replace("_", "-").split("-")[0].lower()
    return subtag if subtag.isascii() and subtag.isalpha() and 2 <= len(subtag) <= 8 else None


def registered(tag: str) -> bool:
    """Whether the primary subtag of a language tag is in the registry of IANA, without regard to case."""
    subtag = tag.strip().split("-")[0].lower()
    return subtag in _subtags() or ("qaa" <= subtag <= "qtz" and len(subtag) == 3 and subtag.isalpha())


@cache
def _subtags() -> frozenset[str]:
    return frozenset((data_dir("rules") / "vocabularies" / "language-subtags.txt").read_text("utf-8").split())
