"""The article from its first word to its last on one line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from a11yaudit.model.article import ADVERTISING, Role
from a11yaudit.model.measurements import Readability
from a11yaudit.model.outcome import Finding
from a11yaudit.report import names
from a11yaudit.report.html.listening import Listening
from a11yaudit.report.html.marked import Entry, Places, hardest_passage, passage

LANES = ("headings", "pictures", "ads", "hard", "heard")
LEAST_WIDTH = 0.4
"""Percent; narrower passages could not be seen."""
MOST_MINUTES = 120
"""Minute marks that can still be told apart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the line; start and width in percent of the whole."""

    lane: str
    kind: str
    """A key of the table `strip`, which names it."""
    start: float
    width: float
    """0 for a point."""
    words_before: int | None
    seconds: float | None
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Strip:
    """What is drawn, lane by lane."""

    marks: tuple[Mark, ...]
    minutes: tuple[float, ...]
    """Places of the minute marks, in percent."""

    def lane(self, name: str) -> list[Mark]:
        """The marks of one lane."""
        return [mark for mark in self.marks if mark.lane == name]

    def paths(self, lane: str) -> list[tuple[str, str]]:
        """The marks of one lane as one path a kind, in a space of 100 by 24: strokes down for points, across for passages."""
        paths: dict[str, list[str]] = {}
        for mark in self.lane(lane):
            paths.setdefault(mark.kind, []).append(_stroke(mark))
        return [(kind, "".join(strokes)) for kind, strokes in paths.items()]


def draw(places: Places, findings: Iterable[Finding], reading: Readability, minutes: float, heard: Listening) -> Strip:
    """The strip of one article; empty where it has no words."""
    words = sum(entry.words for entry in places.entries)
    if not words:
        return Strip((), ())
    marks = [
        *(mark for entry in places.entries if (mark := _point(entry, words))),
        *_hard(places, findings, words),
        *_passage(hardest_passage(reading, places), words),
        *_heard(heard),
    ]
    steps = range(1, min(int(minutes), MOST_MINUTES) + 1)
    return Strip(tuple(marks), tuple(round(100 * step / minutes, 2) for step in steps if step < minutes))


def _point(entry: Entry, words: int) -> Mark | None:
    start = _percent(entry.words_before, words)
    if entry.image:
        return Mark("pictures", "picture", start, 0, entry.words_before, None, names.picture(entry.image.src), entry.anchor)
    if entry.unit:
        kind = "ad" if entry.unit.kind in ADVERTISING else "other"
        return Mark("ads", kind, start, 0, entry.words_before, None, entry.unit.label or "", entry.anchor)
    if entry.block and entry.block.role == Role.HEADING:
        return Mark("headings", "heading", start, 0, entry.words_before, None, entry.block.text, entry.anchor)
    return None


def _hard(places: Places, findings: Iterable[Finding], words: int) -> Iterator[Mark]:
    """Sentences with a finding, as wide as they are long; their place in the block is told by their letters."""
    for finding in findings:
        count = finding.evidence.get("words")
        entry = places.of(finding)
        where = passage(finding, entry.block.text) if entry and entry.block else None
        if entry and entry.block and where and isinstance(count, int):
            before = entry.words_before + round(entry.words * where[0] / len(entry.block.text))
            text = str(finding.evidence["text"])
            yield Mark("hard", "hard", _percent(before, words), _percent(count, words), before, None, text, entry.anchor)


def _passage(entry: Entry | None, words: int) -> Iterator[Mark]:
    if entry and entry.block:
        start, width = _percent(entry.words_before, words), _percent(entry.words, words)
        yield Mark("hard", "passage", start, width, entry.words_before, None, entry.block.text, entry.anchor)


def _heard(heard: Listening) -> Iterator[Mark]:
    """What a listener hears besides the article, on the line of seconds."""
    for line in heard.lines:
        if line.extra:
            kind = "again" if line.extra == "repeat" else "label"
            start, width = 100 * line.start / heard.seconds, 100 * line.seconds / heard.seconds
            yield Mark("heard", kind, round(start, 2), round(width, 2), None, line.seconds, line.text, line.anchor)


def _stroke(mark: Mark) -> str:
    if mark.kind == "passage":
        return f"M{mark.start} 3h{mark.width}v18h-{mark.width}z"
    if mark.width:
        return f"M{min(mark.start, 100 - LEAST_WIDTH)} 12h{max(mark.width, LEAST_WIDTH)}"
    return f"M{min(max(mark.start, 0.4), 99.6)} 4v16"


def _percent(words: int, of: int) -> float:
    return round(min(100.0, 100 * words / of), 2)
