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
    match = turbo.detect_language(text[:SAMPLE])
    if match is None or match.language is None or match.confidence < SURE:
        return None
    return TWO_LETTERS.get(match.language)


def decide(declared: str | None, detected: str | None) -> Language:
    """The language to measure in: the one that the text is written in where that is certain, else the declared one."""
    primary = primary_subtag(declared)
    return Language(declared, detected, detected or primary)


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
