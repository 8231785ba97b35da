"""The measurements and places of the JSON report."""

from collections.abc import Sequence
from typing import Any

from a11yaudit.model.article import DeclaredTime, Interruption
from a11yaudit.model.location import Location
from a11yaudit.model.measurements import HardPassage, Measurements, Sentence
from a11yaudit.model.run import Document
from a11yaudit.model.scorecard import Looked


def location(place: Location | None) -> dict[str, Any] | None:
    """A place in the file; None where a finding is about the whole page."""
    if place is None:
        return None
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "selector": place.selector,
        "xpath": place.xpath,
    }


def metrics(document: Document) -> dict[str, Any]:
    """What was measured on a page."""
    measured = document.measurements
    card = document.scorecard
    return {
        "reading_time": _reading_time(measured),
        "readability": _readability(measured),
        "images": {"total": len(document.extracted.article.images), "outcomes": _looked(card.pictures)},
        "captions": {"total": len(measured.captions.captions), "outcomes": _looked(card.captions)},
        "ads": _ads(measured, document.extracted.article.interruptions),
    }


def _looked(seen: Looked) -> dict[str, int]:
    """Each picture or caption once; icons and portraits are not judged, so the sum may be less than the total."""
    return {"failed": seen.failed, "cant_tell": seen.open, "passed": seen.fine}


def _reading_time(measured: Measurements) -> dict[str, Any]:
    time = measured.reading_time
    return {
        "words": time.words,
        "minutes": time.minutes,
        "minutes_low": time.minutes_low,
        "minutes_high": time.minutes_high,
        "minutes_with_pictures": time.minutes_with_pictures,
        "words_per_minute": time.words_per_minute,
        "characters_per_minute": time.characters_per_minute,
        "code_words": time.code_words,
        "table_words": time.table_words,
        "listening": {
            "minutes": time.listening.minutes,
            "other_minutes": time.listening.other_minutes,
            "other_share": time.listening.other_share,
            "repeated_captions": [
                {"text": caption.text, "seconds": caption.seconds, "location": location(caption.location)}
                for caption in time.listening.repeated_captions
            ],
        },
        "declared": [_declared(item) for item in time.declared],
    }


def _declared(item: DeclaredTime) -> dict[str, Any]:
    return {"minutes": item.minutes, "source": str(item.source), "text": item.text, "location": location(item.location)}


def _readability(measured: Measurements) -> dict[str, Any]:
    reading = measured.readability
    return {
        "language": reading.language,
        "words": reading.words,
        "sentences": len(reading.sentences),
        "paragraphs": len(reading.paragraphs),
        "words_per_sentence": reading.words_per_sentence,
        "longest_sentence": max((sentence.words for sentence in reading.sentences), default=None),
        "longest_paragraph": max((paragraph.words for paragraph in reading.paragraphs), default=None),
        "grade": reading.grade,
        "ease": reading.ease,
        "ease_low": reading.ease_low,
        "ease_high": reading.ease_high,
        "percentile": reading.percentile,
        "level": reading.level,
        "passive_share": reading.passive_share,
        "hardest_sentences": [_hard(sentence) for sentence in reading.hardest_sentences],
        "hardest_passage": _hard_passage(reading.hardest),
        "other_languages": dict(reading.other_languages),
        "formulas": dict(reading.formulas),
        "reason": reading.reason,
    }


def _hard(sentence: Sentence) -> dict[str, Any]:
    shown = {"text": sentence.text, "words": sentence.words, "difficulty": sentence.difficulty, "reasons": list(sentence.reasons)}
    return {**shown, "location": location(sentence.location)}


def _hard_passage(passage: HardPassage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {"text": passage.text, "words": passage.words, "ease": passage.ease, "location": location(passage.location)}


def _ads(measured: Measurements, interruptions: Sequence[Interruption]) -> dict[str, Any]:
    load = measured.ads
    return {
        "total": load.total,
        "inside_body": load.inside_body,
        "before_headline": load.before_headline,
        "before_first_paragraph": load.before_first_paragraph,
        "per_1000_words": load.per_1000_words,
        "words_before_first": load.words_before_first,
        "words_between_min": load.words_between_min,
        "words_between_median": load.words_between_median,
        "words_after_last": load.words_after_last,
        "words_longest": load.words_longest,
        "statement": load.statement,
        "by_kind": dict(load.by_kind),
        "by_kind_inside": dict(load.by_kind_inside),
        "interruptions_inside_body": load.interruptions_inside_body,
        "after_body": load.after_body,
        "share_of_blocks": load.share_of_blocks,
        "share_of_words": load.share_of_words,
        "inside_element": load.inside_element,
        "after_heading": load.after_heading,
        "beside_picture": load.beside_picture,
        "labels_read_aloud": load.labels_read_aloud,
        "announced": load.announced,
        "frames_without_title": load.frames_without_title,
        "autoplay": load.autoplay,
        "listening_seconds": load.listening_seconds,
        "places": [{"kind": str(u.kind), "zone": str(u.zone), "position": u.position} for u in interruptions],
    }
