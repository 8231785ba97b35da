"""Parts a caption from its credit.

Some words only ever announce a credit ("Credit:", "Photographer:"). Others name the kind of a picture as well ("Photo:", "Grafik:",
"Foto von"): behind them a credit needs evidence, a name, an agency or an address, for "Photo: two children jump" describes a picture.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from a11yaudit.resources import vocabulary

TAIL = 200
"""Characters at the end of a caption in which a credit is looked for, so that no text keeps a pattern busy."""
CREDITS = 3
"""How many credits in a row are taken off ("Source: X | Image: Y")."""
TRIES = 4
"""Places of one form that are looked at before a text counts as one without it."""
MOST_NAMES = 7
"""Words of the longest list of makers behind a word that also names the kind of a picture."""
LONGEST_SIGNS = 12
"""Signs of the longest maker in a script without capital letters and spaces."""
_EDGES = " |/–—-·•,;\n"
_NAME = r"[A-ZÀ-ÞĀ-ŽΑ-ΩА-Я][\w.'’&-]*+"
_NAMES = rf"(?:(?:de|del|la|van|der|den|von|al|bin|di|da|dos|and|&)\s++|{_NAME}\s?+){{1,5}}+"
_MAKERS_ALONE = rf"\A[(\[]?(?:{_NAME}\s?+){{2,4}}+/\s?+{_NAMES}(?:/\s?+{_NAMES}){{0,3}}+[)\]]?\.?\Z"
_ADDRESS = re.compile(r"https?:\S+|www\.\S+|@\w+|\b[\w-]+(?:\.[\w-]+){0,3}\.[a-z]{2,4}\b", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_HIRAGANA = re.compile(r"[\u3041-\u3096]")


def split(text: str) -> tuple[str, str]:
    """The caption without its credit, and the credit; either may be empty."""
    body, found = text, list[str]()
    for _ in range(CREDITS):
        offset = max(0, len(body) - TAIL)
        start = _start(body[offset:])
        if start < 0:
            break
        start += offset
        found.insert(0, body[start:].strip(" ()[]|"))
        body = body[:start].rstrip(_EDGES + "([")
    return (body, " | ".join(found)) if found else (text, "")


def is_credit(text: str) -> bool:
    """Whether a text is a credit and nothing else."""
    body, credit = split(text)
    return bool(credit) and not body


def is_evident(text: str) -> bool:
    """Whether a text is nothing but a credit, by more than two names with a slash between them, which may be anything."""
    return is_credit(text) and not (_makers_alone().fullmatch(text.strip()) and not _agency().search(text))


def names_agency(text: str) -> bool:
    """Whether a text names an agency or an address."""
    return bool(_agency().search(text) or _ADDRESS.search(text))


def kind_before(text: str) -> str:
    """The kind of a picture that a text begins with before a colon ("Photo: two children jump"); empty where it is a credit."""
    match = _kind().match(text)
    return "" if match is None or is_credit(text) else match[0].strip()


def says_kind(text: str) -> bool:
    """Whether a text begins with the kind of a picture before a colon."""
    return _kind().match(text) is not None


@lru_cache(maxsize=1024)
def _start(tail: str) -> int:
    """Where the credit at the end of a text begins, -1 for none; captions and alternative texts are asked more than once."""
    told, bare = f" {' '.join(tail.lower().split())} ", tail.rstrip()
    return min((start for form in _forms() if form.likely(told, bare) and (start := form.start(tail)) >= 0), default=-1)


@lru_cache(maxsize=1024)
def _names_a_maker(text: str) -> bool:
    """Whether a text is made of names, agencies, addresses and words that stand for a maker."""
    told = text.strip(" .,;()[]|\n\t")
    if not told:
        return False
    if _UNSPACED.search(told):
        return not _HIRAGANA.search(told) and (len(told) <= LONGEST_SIGNS or bool(_agency().search(told)))
    known = _agency().search(told) or _ADDRESS.search(told)
    words = [
        word.strip(".,;:()[]\"'“”„«»’") for word in _ADDRESS.sub(" ", _agency().sub(" ", told)).replace("/", " ").replace("|", " ").split()
    ]
    if len(words) == 1 and not known and words[0].casefold() not in _listed("kinds"):
        return True
    small = [w for w in words if w[:1].isalpha() and w[:1].lower() == w[:1] and w.lower() != w.upper() and w.casefold() not in _small()]
    return not small and (len(words) <= MOST_NAMES or bool(known))


@dataclass(frozen=True)
class _Form:
    """One way to write a credit. Most texts are told by their pieces alone, so a pattern is compiled when a text has its pieces."""

    written: str
    needs: tuple[str, ...] = ()
    """Pieces in small letters without one of which no text fits, where there are few of them."""
    ends: tuple[str, ...] = ()
    """What a text that fits ends with, but for a full stop; empty for anything."""
    flags: re.RegexFlag = re.NOFLAG

    def start(self, tail: str) -> int:
        """Where a text that fits begins, -1 for none; what the pattern calls `maker` must be one."""
        place = 0
        for _ in range(TRIES):
            match = self.pattern.search(tail, place)
            if match is None:
                break
            if "maker" not in self.pattern.groupindex or _names_a_maker(match["maker"]):
                return match.start()
            place = match.start() + 1
        return -1

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.written, self.flags)

    def likely(self, told: str, bare: str) -> bool:
        """Whether a text may fit: `told` in small letters and single spaces, `bare` as written, without white space at the end."""
        if self.needs and not any(map(told.__contains__, self.needs)):
            return False
        return not self.ends or bare.endswith(self.ends) or bare.removesuffix(".").endswith(self.ends)


def _alternatives(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first; words are written as patterns."""
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _listed(name: str) -> frozenset[str]:
    """The words of a list, all languages together."""
    return frozenset(word for words in vocabulary("credits")[name].values() for word in words)


@cache
def _small() -> frozenset[str]:
    """Words in small letters that a credit may hold: particles of names, and what stands for a maker."""
    return _listed("particles") | _listed("makers") | _listed("words") | frozenset(vocabulary("credits")["links"])


@cache
def _agency() -> re.Pattern[str]:
    agencies = _alternatives(map(re.escape, vocabulary("credits")["agencies"]))
    lower = _alternatives(re.escape(name.lower()) for name in vocabulary("credits")["agencies"] if len(name) > 3)
    return re.compile(rf"(?<!\w)(?:{agencies}|{lower}|dpa|afp|epa)(?!\w)")


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_alternatives(_listed('kinds'))})\s*[:：](?!//)\s*(?=\S)", re.IGNORECASE)


@cache
def _makers_alone() -> re.Pattern[str]:
    return re.compile(_MAKERS_ALONE)


@cache
def _forms() -> tuple[_Form, ...]:
    """All of them match at the end of a text and are too short to reach the start of a cut one."""
    table = vocabulary("credits")
    words, kinds = _alternatives(_listed("words")), _alternatives(_listed("kinds"))
    thanks = _alternatives(map(re.escape, _listed("thanks")))
    ends = tuple(sorted(table["agencies"], key=len, reverse=True))
    agencies = _alternatives(map(re.escape, ends))
    links = _alternatives(map(re.escape, table["links"]))
    linked = tuple({f" {link.split()[0]} " for link in table["links"]})
    thanked = tuple({phrase.split()[0] for phrase in _listed("thanks")})
    rest = r"(?:[^.:：|]|\.(?=\S)|(?<=\b\w)\.|:(?=//)){1,90}?\.?\s*\Z"
    begin = r"(?:\A|(?<=[.!?…|”\"»)。！？])\s*|(?<=\s)(?=[A-ZÀ-ÞĀ-ŽΑ-ΩА-Я©]))"
    return (
        _Form(rf"[(\[（【]\s*(?:{words}|©|[^()\[\]]{{0,60}}\b(?:{agencies}))(?!\w)[^()\[\]（）【】]{{0,120}}[)\]）】]\.?\s*\Z",
              ends=(")", "]", "）", "】"), flags=re.IGNORECASE),
        _Form(rf"[(\[（【]\s*(?:{kinds})(?!\w)\s*[:：/|]?\s*(?P<maker>[^()\[\]（）【】]{{1,120}})[)\]）】]\.?\s*\Z",
              ends=(")", "]", "）", "】"), flags=re.IGNORECASE),
        _Form(rf"{begin}(?i:(?:{words})\s*[:：/|]){rest}", (":", "：", "/", "|")),
        _Form(rf"(?:{begin}|(?<=[,;–—-])\s+)(?i:(?:{kinds})\s*[:：/|])(?P<maker>{rest})", (":", "：", "/", "|")),
        _Form(rf"{begin}(?i:(?:{words}|{kinds})\s+(?:(?:is|are)\s+)?(?:{links})\b)(?P<maker>\s+{rest})", linked),
        _Form(rf"{begin}(?:{_NAMES})?(?i:(?:{thanks})(?!\w)){rest.replace('{1,90}', '{0,90}')}", thanked),
        _Form(rf"(?:\A|(?<=[.!?…|])\s*){_NAMES}(?i:courtesy)\s+(?=[A-Z]){rest}", ("courtesy",)),
        _Form(_MAKERS_ALONE, ("/",)),
        _Form(r"(?:\A|(?<=\s))(?:©|\([cC]\)|&copy;|[Cc]opyright\b)[^.©]{1,80}\.?\s*\Z", ("©", "(c)", "&copy;", "copyright")),
        _Form(rf"(?:\A|(?<=[.!?…|]))\s*(?:(?:{_NAMES}|{agencies}|[^\s/]{{1,40}})\s?/+\s?){{1,3}}(?:{agencies})\.?\s*\Z", ("/",), ends),
        _Form(rf"(?:\A|(?<=[.!?…|]))\s*(?:{_NAMES})?(?:{agencies})\.?\s*\Z", (), ends),
        _Form(rf"(?:\A|(?<=\s))(?:[–—|-]\s*)?(?i:via)\s+(?:{agencies})\.?\s*\Z", ("via ",), ends),
        _Form(rf"(?:\A|(?<=[.!?…\s]))(?:Photo )?Credits?(?:Photo|Image|Picture)?\s?(?=[A-Z]){rest}", ("credit",)),
        _Form(r"(?:\A|(?<=[。！？\s]))[^。！？\s]{1,20}[摄攝撮]影?\s*\Z", ("摄", "攝", "撮")),
    )  # fmt: skip
