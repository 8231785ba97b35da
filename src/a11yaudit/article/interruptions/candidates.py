"""Which elements of a page may say that they are interruptions, so that the others are not looked at."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from a11yaudit.article.interruptions.element_evidence import LONGEST_NAME, NEVER, How, by_name, by_value, how_read, words
from a11yaudit.semantics import Semantics

_END = "\0"
_PIECE_OR_END = re.compile(rf"[A-Z]?[a-zß-ÿ]+|[A-Z]+(?![a-z])|{_END}")


def find(semantics: Semantics) -> list[int]:
    """The elements whose name or attributes may say something; of the others none has evidence of its own."""
    page, index, elements = semantics.page, semantics.index, semantics.page.flat.names
    found = [number for name in ("iframe", *words().elements) for number in page.numbers(name)]
    named = dict[str, list[int]]()
    for name, numbers in index.by_attribute.items():
        how = how_read(name) if name != "class" else None
        if how is How.NAME:
            for number in numbers:
                if elements[number] not in NEVER:
                    named.setdefault(str(page.tag(number).attrs[name]), []).append(number)
        elif how is not None:
            found += [number for number in numbers if by_value(name, how, str(page.tag(number).attrs[name]))]
    classes = [name for name, numbers in index.by_class.items() if len(numbers) > 1 or elements[numbers[0]] not in NEVER]
    found += [number for name in _telling(classes) for number in index.by_class[name]]
    found += [number for name in _telling(list(named)) for number in named[name]]
    return sorted({number for number in found if elements[number] not in NEVER})


def _telling(names: Sequence[str]) -> list[str]:
    """Those of many names that say something: all are split at once, and only those with known words in them are read singly."""
    singles, firsts, seconds = _pieces_known()
    pieces = _PIECE_OR_END.findall(_END.join([name[:LONGEST_NAME] for name in names]) + _END)
    likely, place = dict[int, None](), 0
    for i, piece in enumerate(pieces):
        if piece == _END:
            place += 1
        elif piece in singles or (piece in firsts and pieces[i + 1] in seconds):
            likely[place] = None
    return [name for name in map(names.__getitem__, likely) if by_name(name[:LONGEST_NAME])]


@cache
def _pieces_known() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that may say something by themselves, and the first and the second words of pairs, each in the three ways to write it."""
    known = (*words().tokens, *words().hints)
    short = (f"ad{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    pairs = [word.split("-") for word in known if "-" in word]
    return (
        _written(word for word in (*known, *short) if "-" not in word),
        _written(pair[0] for pair in pairs),
        _written(pair[1] for pair in pairs),
    )


def _written(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in listed for form in (word, word.capitalize(), word.upper()))
