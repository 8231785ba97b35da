"""Parts a caption from its credit."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from a11yaudit.resources import vocabulary

TAIL = 200
"""Characters at the end of a caption in which a credit is looked for, so that no text keeps a pattern busy."""
CREDITS = 3
"""How many credits in a row are taken off ("Source: X | Image: Y")."""
_EDGES = " |/–—-·•,;\n"


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


@lru_cache(maxsize=1024)
def _start(tail: str) -> int:
    """Where the credit at the end of a text begins, -1 for none; captions and alternative texts are asked more than once."""
    told, bare = f" {' '.join(tail.lower().split())} ", tail.rstrip()
    starts = [match.start() for form in _forms() if form.likely(told, bare) and (match := form.pattern.search(tail))]
    return min(starts, default=-1)


@dataclass(frozen=True)
class _Form:
    """One way to write a credit. Most texts are told by their pieces alone, so a pattern is compiled when a text has its pieces."""

    written: str
    needs: tuple[str, ...] = ()
    """Pieces in small letters without one of which no text fits, where there are few of them."""
    ends: tuple[str, ...] = ()
    """What a text that fits ends with, but for a full stop; empty for anything."""
    flags: re.RegexFlag = re.NOFLAG

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.written, self.flags)

    def likely(self, told: str, bare: str) -> bool:
        """Whether a text may fit: `told` in small letters and single spaces, `bare` as written, without white space at the end."""
        if self.needs and not any(map(told.__contains__, self.needs)):
            return False
        return not self.ends or bare.endswith(self.ends) or bare.removesuffix(".").endswith(self.ends)


@cache
def _forms() -> tuple[_Form, ...]:
    """All of them match at the end of a text and are too short to reach the start of a cut one."""
    table = vocabulary("credits")
    words = "|".join(sorted((word for group in table["words"].values() for word in group), key=len, reverse=True))
    ends = tuple(sorted(table["agencies"], key=len, reverse=True))
    agencies = "|".join(map(re.escape, ends))
    links = "|".join(map(re.escape, sorted(table["links"], key=len, reverse=True)))
    linked = tuple({f" {link.split()[0]} " for link in table["links"]})
    name = r"[A-ZÀ-ÞĀ-ŽА-Я][\w.'’&-]*+"
    particle = r"(?:de|del|la|van|der|den|von|al|bin|di|da|dos|and|&)\s++"
    names = rf"(?:{particle}|{name}\s?+){{1,5}}+"
    maker = rf"(?:{name}\s?+){{2,4}}+"
    rest = r"(?:[^.:：|]|\.(?=\S)|(?<=\b\w)\.|:(?=//)){1,90}?\.?\s*\Z"
    begin = r"(?:\A|(?<=[.!?…|”\"»)。！？])\s*|(?<=\s)(?=[A-ZÀ-ÞĀ-ŽА-Я©]))"
    bracketed = rf"(?:(?:{words})\b|©|[^()\[\]]{{0,60}}\b(?:{agencies}))"
    return (
        _Form(rf"[(\[（【]\s*{bracketed}[^()\[\]（）【】]{{0,120}}[)\]）】]\.?\s*\Z", ends=(")", "]", "）", "】"), flags=re.IGNORECASE),
        _Form(rf"{begin}(?i:(?:{words})\s*[:：/|]){rest}", (":", "：", "/", "|")),
        _Form(rf"{begin}(?i:(?:{words})\s+(?:(?:is|are)\s+)?(?:{links})\b)\s+{rest}", linked),
        _Form(rf"{begin}(?i:courtesy\s+of|courtesy:)\s+{rest}", ("courtesy",)),
        _Form(rf"\A[(\[]?{maker}/\s?+{names}(?:/\s?+{names}){{0,3}}+[)\]]?\.?\Z", ("/",)),
        _Form(r"(?:\A|(?<=\s))(?:©|\([cC]\)|&copy;|[Cc]opyright\b)[^.©]{1,80}\.?\s*\Z", ("©", "(c)", "&copy;", "copyright")),
        _Form(rf"(?:\A|(?<=[.!?…|]))\s*(?:(?:{names}|{agencies}|[^\s/]{{1,40}})\s?/+\s?){{1,3}}(?:{agencies})\.?\s*\Z", ("/",), ends),
        _Form(rf"(?:\A|(?<=[.!?…|]))\s*(?:{names})?(?:{agencies})\.?\s*\Z", (), ends),
        _Form(rf"(?:\A|(?<=\s))(?:[–—|-]\s*)?(?i:via)\s+(?:{agencies})\.?\s*\Z", ("via ",), ends),
        _Form(rf"(?:\A|(?<=[.!?…\s]))(?:Photo )?Credits?(?:Photo|Image|Picture)?\s?(?=[A-Z]){rest}", ("credit",)),
        _Form(r"(?:\A|(?<=[。！？\s]))[^。！？\s]{1,20}[摄攝撮]影?\s*\Z", ("摄", "攝", "撮")),
    )
