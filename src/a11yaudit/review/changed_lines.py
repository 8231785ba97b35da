"""Which lines of a text are not in an older version of it.

The comparison is by patience: lines that both versions have exactly once are taken for the same line, and what lies between two of
them is compared again. It is not always the smallest difference, but its time grows no faster than the text, whatever is in it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

DEEPEST = 12
"""How often a part is parted again; edits by hand need three or four."""


def changed_lines(before: bytes, after: bytes) -> frozenset[int]:
    """The numbers, from 1, of the lines that are new or edited; another kind of line end is no edit."""
    old, new = before.replace(b"\r\n", b"\n").split(b"\n"), after.replace(b"\r\n", b"\n").split(b"\n")
    changed: set[int] = set()
    parts = [(0, len(old), 0, len(new), 0)]
    while parts:
        old_start, old_end, new_start, new_end, depth = parts.pop()
        while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
            old_start, new_start = old_start + 1, new_start + 1
        while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
            old_end, new_end = old_end - 1, new_end - 1
        same = _same(old, range(old_start, old_end), new, range(new_start, new_end)) if depth < DEEPEST else []
        if not same:
            changed.update(range(new_start + 1, new_end + 1))
            continue
        for old_place, new_place in (*same, (old_end, new_end)):
            parts.append((old_start, old_place, new_start, new_place, depth + 1))
            old_start, new_start = old_place + 1, new_place + 1
    return frozenset(changed)


def _same(old: Sequence[bytes], old_part: range, new: Sequence[bytes], new_part: range) -> list[tuple[int, int]]:
    """Places of lines that both parts have once, in the order of both: as many as possible."""
    in_old, in_new = Counter(old[place] for place in old_part), Counter(new[place] for place in new_part)
    places = {new[place]: place for place in new_part if in_new[new[place]] == 1}
    pairs = [(place, places[old[place]]) for place in old_part if in_old[old[place]] == 1 and old[place] in places]
    ends: list[int] = []
    """By length the least place in the new text at which a row of that length ends."""
    last: list[int] = []
    """By length the pair that ends this row."""
    earlier: list[int] = []
    """By pair the one before it in its row, -1 for the first."""
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        if length == len(ends):
            ends.append(place)
            last.append(number)
        else:
            ends[length], last[length] = place, number
        earlier.append(last[length - 1] if length else -1)
    row: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        row.append(pairs[number])
        number = earlier[number]
    return row[::-1]
