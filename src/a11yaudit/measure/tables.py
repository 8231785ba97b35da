"""Shipped tables of words: sorted lines of a word and its value, comments before all."""

from bisect import bisect_left

from a11yaudit.resources import data_dir

MANY = 2_000
"""Look-ups after which a dict is worth its price; a page needs a few hundred."""


class Table:
    """Looked up by bisection on the first pages, because splitting the text costs less than filling a dict with it, later in a dict."""

    def __init__(self, name: str) -> None:
        self._lines = (data_dir("rules") / "vocabularies" / name).read_text("utf-8").splitlines()
        self._values: dict[str, str] = {}
        self._asked = 0

    def get(self, word: str) -> str | None:
        """The value of a word, None for one that the table has not."""
        if self._values:
            return self._values.get(word)
        self._asked += 1
        if self._asked == MANY:
            self._values = dict(line.split(" ") for line in self._lines if line[0] != "#")
        key = f"{word} "
        at = bisect_left(self._lines, key)
        return self._lines[at][len(key) :] if at < len(self._lines) and self._lines[at].startswith(key) else None
