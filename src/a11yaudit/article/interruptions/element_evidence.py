"""What a single element says about being an interruption: its name, its attributes, the host of its frame."""

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from bs4.element import Tag

from a11yaudit.model.article import ADVERTISING
from a11yaudit.model.article import InterruptionKind as Kind
from a11yaudit.page.page import attribute
from a11yaudit.resources import vocabulary

_PART = re.compile(r"[A-Za-zÀ-ÿ\d]+")
_PIECE = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])|\d+")
_TURNS = re.compile(r"\d[A-Za-zÀ-ÿ]+\d|[A-Za-zÀ-ÿ]\d+[A-Za-zÀ-ÿ]")
_SIZE = re.compile(r"(?<![\d-])(?:min-)?(width|height)\s*:\s*(\d{2,4})px", re.IGNORECASE)
_DIGITS = re.compile(r"\d{2,4}(?:px)?\Z")
LONGEST_DATA_NAME = 60
LONGEST_NAME = 100
"""Characters of a class, an id or another name that are read."""
RANDOM = "#"
UUID = 36
"""Characters of a number that a program made up; its hexadecimal digits may spell `ad`."""
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
SUFFIX = 5
"""Characters that a style tool adds to a class behind two underscores (`Icon_root__qcfAD`)."""
_SUFFIX = re.compile(rf"__([\w-]{{{SUFFIX}}})\Z")
SHORT = 2
"""Letters of the pieces that a random name is made of."""
NEVER = frozenset(
    "html head body main article script style link meta a button input title noscript template img source option label svg path h1 time"
    " video audio amp-ima-video picture textarea select tr tbody".split()
)
"""Elements that are no interruption by themselves: frames of the page, parts of media and of tables, what is never shown."""
AROUND = " \t\n\r\f\xa0:：.·•|*-–—_[]()【】《》<>«»‹›→↓↑▼▾»\"'“”„"
"""Punctuation around a label."""


_NO_WIDTH = dict.fromkeys(map(ord, "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
"""Characters that are not seen."""
_SPACED_OUT = re.compile(r"\w(?:\s{1,3}\w){3,40}")
"""Words with a space after each letter: `A D V E R T`."""
_GAP = re.compile(r"\s{2,3}")
"""What parts such words."""


EMPTINESS = "an empty element"
"""The evidence of what shows nothing, and has no surer one."""


class Mark(NamedTuple):
    """One piece of evidence."""

    kind: Kind
    weight: float
    told: str
    """How a finding names it."""
    by_name: bool = False
    """Whether it comes from a class, an id or the like."""
    by_words: bool = False
    """Whether it accounts for the words in the element."""


class Words(NamedTuple):
    """The vocabulary, by word."""

    limits: dict[str, float]
    most_words: dict[Kind, int]
    weights: dict[str, float]
    tokens: dict[str, Kind]
    hints: dict[str, Kind]
    heads: frozenset[str]
    """First words of all tokens and hints."""
    before: frozenset[str]
    after: frozenset[str]
    function_words: frozenset[str]
    not_related: frozenset[str]
    not_letters: frozenset[str]
    letters: tuple[str, ...]
    elements: dict[str, Kind]
    attributes: dict[str, Kind]
    off: frozenset[str]
    naming: frozenset[str]
    itemtypes: dict[str, Kind]
    hosts: dict[str, Kind]
    scripts: dict[str, Kind]
    players: tuple[str, ...]
    sizes: frozenset[str]
    disclosures: tuple[str, ...]


@cache
def words() -> Words:
    """Read once."""
    table = vocabulary("interruptions")
    limits = table["limits"]
    tokens_known, hints = {**by_word(table["tokens"]), **_compounds(table["compounds"])}, by_word(table["hints"])
    return Words(
        limits={name: float(value) for name, value in limits.items() if name != "most_words"},
        most_words={Kind(kind): value for kind, value in limits["most_words"].items()},
        weights=table["weights"],
        tokens=tokens_known,
        hints=hints,
        heads=frozenset(word.partition("-")[0] for word in (*tokens_known, *hints)),
        before=frozenset(table["neighbours"]["before"]),
        after=frozenset(table["neighbours"]["after"]),
        function_words=frozenset(table["sentences"]["function_words"]),
        not_related=frozenset(table["not_related"]["words"]),
        not_letters=frozenset(table["not_letters"]["words"]),
        letters=tuple(table["letters"]["words"]),
        elements=by_word(table["elements"]),
        attributes=by_word({kind: names for kind, names in table["attributes"].items() if kind not in ("off", "naming")}),
        off=frozenset(table["attributes"]["off"]),
        naming=frozenset(table["attributes"]["naming"]),
        itemtypes=by_word(table["itemtypes"]),
        hosts=by_word(table["hosts"]),
        scripts=by_word({kind: pieces for kind, pieces in table["scripts"].items() if kind != "players"}),
        players=tuple(table["scripts"]["players"]),
        sizes=frozenset(table["sizes"]["pairs"]),
        disclosures=tuple(table["disclosures"]["words"]),
    )


def by_word(lists: dict[str, list[str]]) -> dict[str, Kind]:
    """Kinds by word, of a table that lists words by kind."""
    return {word: Kind(kind) for kind, listed in lists.items() for word in listed}


def _compounds(table: dict[str, list[str]]) -> dict[str, Kind]:
    made = {stem + word for stem in table["stems"] for word in table["after"]}
    made |= {word + stem for stem in table["stems"] for word in table["before"]}
    return dict.fromkeys(made, Kind.AD)


@cache
def labels(language: str | None) -> dict[str, Kind]:
    """Labels that stand alone, by text; a few are labels in one language only."""
    table = vocabulary("interruptions")
    return {**by_word(table["labels"]), **by_word(table["labels_of"].get(language or "", {}))}


def bare(text: str) -> str:
    """A label without the punctuation around it, in lower case, as a reader sees it."""
    return seen(text).strip(AROUND).casefold()


def seen(text: str) -> str:
    """A text as it looks: without soft hyphens and other signs of no width, and without the spaces that part all of its letters."""
    if not text.isascii():
        text = text.translate(_NO_WIDTH)
    letters = _SPACED_OUT.fullmatch(text.strip(AROUND)) if text[1:2].isspace() else None
    return " ".join("".join(word.split()) for word in _GAP.split(letters[0])) if letters else text


def tokens(value: str) -> list[str]:
    """The lower-case words of a class or id, split at case and punctuation changes: `cn-zoneAdContainer` has `ad`.

    A random word is one token, `RANDOM`.
    """
    found: list[str] = []
    if len(value) > SUFFIX and (made := _SUFFIX.search(value)) and not made[1].islower():
        value = value[: made.start()]
    for part in _PART.findall(_UUID.sub(RANDOM, value) if len(value) > UUID else value):
        if part.islower() and part.isalpha():
            found.append(part)
        else:
            pieces = _PIECE.findall(part)
            random = _TURNS.search(part) or _random(pieces)
            found += [RANDOM] if random else [piece.lower() for piece in pieces]
    return found


def _random(pieces: list[str]) -> bool:
    """Whether a word is a hash that a style tool made (`kAdZx`): most of its pieces are a letter or two."""
    letters = [piece for piece in pieces if not piece.isdigit()]
    return len(letters) > 1 and sum(len(piece) <= SHORT for piece in letters) * 2 > len(letters)


@lru_cache(maxsize=16384)
def by_name(value: str) -> tuple[Kind, bool, str] | None:
    """What a class, an id or another name says: the kind, whether it is sure, and the word that says so."""
    known, listed = words(), tokens(value)
    if known.heads.isdisjoint(listed) and "ad" not in value.lower():
        return None
    hint = None
    for i, token in enumerate(listed):
        if token not in known.heads and (token[:2] != "ad" or len(token) != 3):
            continue
        before, after = listed[i - 1] if i else "", listed[i + 1] if i + 1 < len(listed) else ""
        pair = f"{token}-{after}"
        if (before == RANDOM and not after) or before in known.before or (after in known.after and pair not in known.tokens):
            continue
        kind = known.tokens.get(pair) or known.tokens.get(token)
        if kind and sum(each in known.function_words for each in listed) >= known.limits["most_function_words"]:
            return None
        if kind:
            return kind, True, token
        hinted = known.hints.get(token) or known.hints.get(pair)
        if hint is None and (hinted or (len(token) == 3 and token[:2] == "ad" and token != "add" and after.isdigit())):
            hint = (hinted or Kind.AD, False, token)
    return hint


class How(StrEnum):
    """How an attribute is read."""

    NAME = "name"
    ITEMTYPE = "itemtype"
    LABEL = "label"


@lru_cache(maxsize=4096)
def how_read(name: str) -> Kind | How | None:
    """What the name of an attribute says by itself (`data-sdg-ad`), or how its value is read."""
    known = words()
    if name in known.naming:
        return How.NAME
    if name in known.attributes:
        return known.attributes[name]
    if name in ("itemtype", "aria-label"):
        return How.ITEMTYPE if name == "itemtype" else How.LABEL
    if not name.startswith("data-") or len(name) > LONGEST_DATA_NAME:
        return None
    told = by_name(name[5:])
    return told[0] if told and told[1] and told[0] in ADVERTISING else None


def of(tag: Tag, prefixed: bool) -> list[Mark]:
    """The evidence of one element; `prefixed`: the site's own names begin with `ad-`, and that says nothing."""
    found: list[Mark] = []
    for name, given in tag.attrs.items():
        how = how_read(name)
        if how is None:
            continue
        if how is How.NAME:
            for value in given if isinstance(given, list) else (given,):
                told = by_name(value[:LONGEST_NAME])
                if told and not (prefixed and told[2] in ("ad", "ads")):
                    found.append(Mark(told[0], words().weights["name" if told[1] else "hint"], f'{name} "{value[:80]}"', by_name=True))
        else:
            found += by_value(name, how, str(given))
    if tag.name == "iframe":
        found += _framed(tag)
    if tag.name in words().elements:
        found.append(Mark(words().elements[tag.name], words().weights["element"], f"element <{tag.name}>"))
    return _without_echoes(found) if len(found) > 1 else found


def named(tag: Tag) -> list[str]:
    """The words of an element's class and id."""
    return tokens(f"{attribute(tag, 'class') or ''} {attribute(tag, 'id') or ''}"[:300])


def by_value(name: str, how: Kind | How, value: str) -> list[Mark]:
    """The evidence of an attribute other than a name, read as `how_read` says."""
    known = words()
    if how is How.ITEMTYPE:
        return [Mark(kind, known.weights["itemtype"], f"itemtype {word}") for word, kind in known.itemtypes.items() if word in value]
    if how is How.LABEL:
        kind = labels(None).get(bare(value[:LONGEST_NAME]))
        return [Mark(kind, known.weights["label"], f'{name} "{value}"', by_words=True)] if kind in ADVERTISING else []
    said = value.strip().lower()
    if said in known.off:
        return []
    return [Mark(Kind(how), known.weights["hint" if said[:1] in ("{", "[") else "attribute"], f"attribute {name}")]


def _without_echoes(found: list[Mark]) -> list[Mark]:
    """Several names of an element are one piece of evidence, and a hint is none beside a sure name."""
    weights = words().weights
    sure = [mark for mark in found if mark.weight > weights["hint"]]
    named = [mark for mark in sure if mark.by_name]
    return [*named[:1], *(mark for mark in sure if not mark.by_name)] or found[:1]


def _framed(tag: Tag) -> list[Mark]:
    found, title = by_host(attribute(tag, "src") or attribute(tag, "data-src") or ""), (attribute(tag, "title") or "")[:LONGEST_NAME]
    marks = [Mark(found[0], words().weights["frame"], f"frame of {found[1]}")] if found else []
    kind = labels(None).get(bare(title))
    return [*marks, Mark(kind, words().weights["label"], f'title "{title}"')] if kind in ADVERTISING else marks


def by_host(address: str) -> tuple[Kind, str] | None:
    """The kind and the name of an ad server in an address."""
    if "//" not in address:
        return None
    try:
        host = urlsplit(address.strip()[:2000]).hostname or ""
    except ValueError:
        return None
    parts, known = host.split("."), words().hosts
    return next(((known[name], name) for i in range(len(parts) - 1) if (name := ".".join(parts[i:])) in known), None)


def by_script(text: str, source: str) -> tuple[Kind, bool] | None:
    """What a script says: the kind, and whether it calls an ad server or only names ads."""
    known = words()
    told = f"{source} {text[: int(known.limits['longest_script'])]}".casefold()
    sure = next((kind for piece, kind in known.scripts.items() if piece in told), None)
    if sure:
        return sure, True
    if any(player in told for player in known.players):
        return None
    named = _by_identifiers(text[: int(known.limits["longest_script"])])
    return (named, False) if named else None


def _by_identifiers(text: str) -> Kind | None:
    """The kind that the identifiers of a script name at least twice."""
    counts: dict[Kind, int] = {}
    for identifier in re.findall(r"[A-Za-z_$][\w$-]{1,60}", text):
        told = by_name(identifier)
        if told and told[1] and told[0] in ADVERTISING:
            counts[told[0]] = counts.get(told[0], 0) + 1
    return next((kind for kind, count in counts.items() if count > 1), None)


def sized(tag: Tag) -> str | None:
    """The size of an ad unit, where attributes or the inline style give one: `300x250`."""
    style = dict(_SIZE.findall(str(tag.attrs.get("style", "")))) if "style" in tag.attrs else {}
    given = [str(tag.attrs.get(name, style.get(name, ""))) for name in ("width", "height")]
    if not all(_DIGITS.match(value) for value in given):
        return None
    size = "x".join(value.removesuffix("px") for value in given)
    return size if size in words().sizes else None
