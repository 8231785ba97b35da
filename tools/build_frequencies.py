"""Build `rules/vocabularies/frequencies-en.txt`: how often English words are used.

Needs the package `wordfreq` (`pip install wordfreq`); run `python tools/build_frequencies.py` from the root of the project.

A frequency is a Zipf value, the logarithm to base 10 of the uses in a billion words: 7 is "the", 5 "early", 3 "abate".
"""

import re
from pathlib import Path

import wordfreq

TARGET = Path("rules/vocabularies/frequencies-en.txt")
RAREST = 3.0
"""Zipf value of the rarest words in the table: one use in a million words."""
HEADER = (
    "# Frequencies of English words (Zipf values) from wordfreq by Robyn Speer, CC BY-SA 4.0 (see NOTICE);\n"
    "# made by tools/build_frequencies.py.\n"
)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def main() -> None:
    """Write a line for each word, with its value rounded to a tenth."""
    values = ((word, wordfreq.zipf_frequency(word, "en", wordlist="large")) for word in wordfreq.iter_wordlist("en", wordlist="large"))
    lines = sorted(f"{word} {round(zipf, 1)}\n" for word, zipf in values if zipf >= RAREST and _WORD.fullmatch(word))
    TARGET.write_text(HEADER + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
