"""Make `rules/vocabularies/language-subtags.txt` from the IANA registry as the package language-tags carries it.

Usage: python tools/build_subtags.py LANGUAGE_JSON, the package's `data/json/language.json`.
"""

import json
import sys
from pathlib import Path
from textwrap import wrap

TARGET = Path(__file__).resolve().parent.parent / "rules" / "vocabularies" / "language-subtags.txt"


def main() -> None:
    """Write the primary subtags in lines; the one range of the registry (`qaa..qtz`) stays as it is."""
    subtags = sorted(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    TARGET.write_text("\n".join(wrap(" ".join(subtags), 140)) + "\n", "utf-8")
    print(f"{len(subtags)} subtags in {TARGET.name}")


if __name__ == "__main__":
    main()
