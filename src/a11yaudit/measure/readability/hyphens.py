"""pyphen's hyphenation patterns, each read when a word has it.

pyphen reads all patterns of a language before the first word, which takes as long as several pages. The rules (Liang 1983) are the same.
"""

from functools import cache
from itertools import compress, filterfalse
from operator import methodcaller, ne
from pathlib import Path

import pyphen

_DIGITS = b"0123456789"
LONGEST = 200
"""Letters of a word that are hyphenated: no word has so many, and each costs as many look-ups as the longest pattern has letters."""


@cache
def hyphenator(language: str) -> pyphen.Pyphen:
    """A hyphenator of pyphen's that reads its patterns our way; pyphen's own store is left alone.

    Raises KeyError for a language without patterns, as pyphen does.
    """
    path = pyphen.LANGUAGES[pyphen.language_fallback(language)]
    hyphenating = pyphen.Pyphen.__new__(pyphen.Pyphen)
    hyphenating.left = hyphenating.right = 2
    hyphenating.hd = Patterns(path)
    return hyphenating


class Patterns:
    """What pyphen asks of a language's patterns."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            encoding = file.readline().decode().strip()
        text = path.read_text("cp1251" if encoding.lower() == "microsoft-cp1251" else encoding)
        lines = list(filterfalse(methodcaller("startswith", pyphen.ignored), map(str.strip, text.split("\n")[1:])))
        if "^^" in text:
            lines = [pyphen.parse_hex(lambda code: chr(int(code[1], 16)), line) for line in lines]
        if "=" in text:
            lines = [line.partition("/")[0] if "=" in line else line for line in lines]
        letters = "\n".join(lines).encode().translate(None, _DIGITS).decode().split("\n")
        self._lines = dict(compress(zip(letters, lines, strict=True), map(ne, letters, lines)))
        """By letters the patterns that have digits."""
        self._longest = max(map(len, self._lines))

    def positions(self, word: str) -> list[int]:
        """Before which letters of a word a hyphen may stand; none is looked for past `LONGEST` letters."""
        pointed = f".{word[:LONGEST].lower()}."
        points = [0] * (len(pointed) + 1)
        for start in range(len(pointed) - 1):
            for end in range(start + 1, min(start + self._longest, len(pointed)) + 1):
                line = self._lines.get(pointed[start:end])
                if line:
                    for place, (digit, _) in enumerate(pyphen.parse(line), start):
                        if digit and place < len(points):
                            points[place] = max(points[place], int(digit))
        return [place - 1 for place, point in enumerate(points) if point % 2]
