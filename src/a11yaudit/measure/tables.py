"""Shipped tables of words: sorted lines of a word and its value, comments before all."""

from bisect import bisect_left

from a11yaudit.resources import data_dir


class Table:
    """Looked up by bisection: a page has a few hundred different words, and splitting the text costs less than filling a dict with it."""

    def __init__(self, name: str) -> None:
        self._lines = (data_dir("rules") / "vocabularies" / name).read_text("utf-8").splitlines()

    def get(self, word: str) -> str | None:
        """The value of a word, None for one that the table has not."""
        key = f"{word} "
        at = bisect_left(self._lines, key)
        return self._lines[at][len(key) :] if at < len(self._lines) and self._lines[at].startswith(key) else None
