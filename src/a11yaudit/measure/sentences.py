"""Where the sentences of a block end: by its marks, and by a language's abbreviations and first words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from a11yaudit.resources import vocabulary

LONGEST_ABBREVIATION = 12
LONGEST_CONSONANTS = 5
LONGEST_ELLIPSIS = 3
LONGEST_TOKEN = 24
"""Characters before a full stop in which an abbreviation is looked for."""
FEWEST_ITEMS = 3
FEWEST_WORDS = 4
"""A sentence of fewer words that ends in an abbreviation is hardly over: "В 1946 г. …"."""
_CLOSING = r"\"'”’»«“‘)\]}›‹」』）】》〉"
_OPENING = frozenset("«“„‚»\"'‘’‹›([{¿¡—–-「『（【《 \xa0\u2009\u202f")
_QUOTES = frozenset("«“„‚»\"‘’'‹›¿¡「『")
_BULLETS = "•▪‣⁃●■►➢✓✔◦▶"
_NOTE = (
    r"(?:\s?\[(?:\d{1,3}(?:[,–-]\s?\d{1,3})*|…|\.{3}|[a-z])\]"  # [2] [...] [a]
    r"|[¹²³⁰⁴-⁹*†‡]+"
    r"|(?<=[^\W\d_]{3}[.!?])\d{1,3}(?=\s+[^\Wa-z\d_])|(?<=[)\]”»\"’][.!?])\d{1,3}(?=\s+[^\Wa-z\d_])"  # war.2 In
    r"|(?<=[.!?][)\]”»\"’])\d{1,3}(?=\s+[^\Wa-z\d_]))"
)
_END = re.compile(
    rf"([.!?…؟۔।॥።։‽⁇⁈⁉‼。！？｡]+(?:\s\.)*)"
    rf"([{_CLOSING}.!?]*(?:\s[»”](?=\s|\Z))?){_NOTE}*"
)  # fmt: skip
_GREEK_END = re.compile(_END.pattern.replace("[.!?…", "[.!?;\u037e…", 1))
_NOTE_NUMBER = re.compile(r"\s(\d{1,2})\s+(?=[^\W\d_a-zß-öø-ÿ])")
"""A note mark parted from its sentence: "… rights. 4 Even …"."""
_WIDE = "。！？｡।॥۔።"
"""Marks that need no white space behind them."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BULLET = re.compile(rf"\s+(?=[{_BULLETS}])")
_FIRST_ITEM = re.compile(r"\W{0,3}1[.)]")
_ITEM = re.compile(r"\s+(?=(\d{1,2})[.)]+\s[^\W\d_])")
_MARKER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[^\W\d_]|[ivx]{2,5}|[IVX]{2,5})[.)]?")
"""A number or letter that heads an item, and no sentence."""
_ORDINAL = re.compile(r"(?:\A|[^\d,:])\d{1,2}\Z")
_YEAR = re.compile(r"\d{4}\b")
_ROMAN = re.compile(r"[IVXLC]+")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]{1,3}")
_PARTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,2}\.\s)+[^\W\d_]{1,2}\Z")
_CONSONANTS = re.compile(
    r"(?!.*(.)\1)(?:[bcdfghjklmnpqrstvwxzßçñšžčřśźżł]{2,5}|[бвгджзйклмнпрстфхцчшщьъ]{2,5}|[βγδζθκλμνξπρσςτφχψ]{2,4})",
    re.IGNORECASE,
)
_SMALL_NAME = re.compile(r"[a-z]{1,2}[A-Z]")
_SAYS = re.compile(r"(?:[A-Z][\w’'-]* ){1,3}(?:asked|said|asks|says|replied|shouted|cried|wondered)\b")
_GLUED = re.compile(r"[.!?]+(?<=[^\W\d_][^\W\d_].)[\"'”’»)]*(?=[^\W\d_a-zß-öø-ÿ])")
_PART_OF_ADDRESS = frozenset("./@_#=&%(<>\\|")
_IDEOGRAPHIC_END = re.compile(r"(?:[。！？!?]|……|(?<=[a-z]{2})\.(?=\s))+([”’」』）)]*)")


class _Table(NamedTuple):
    """What is known of a language."""

    never: frozenset[str]
    number: frozenset[str]
    first: frozenset[str]
    last: frozenset[str]
    all: frozenset[str]
    """The four together."""
    firsts: frozenset[str]
    """Words that begin a sentence; empty where any capital does."""
    particles: frozenset[str]
    ordinals: bool
    consonants: bool
    """Whether a word of consonants is an abbreviation."""
    marks: re.Pattern[str]


class _Place(NamedTuple):
    """A mark that may end a sentence."""

    text: str
    since: int
    """Where the sentence began."""
    start: int
    """The mark."""
    after: int
    """The first character behind it that is neither white space nor an opening mark."""
    quoted: bool
    """Whether a quotation opens behind the mark."""
    table: _Table

    @property
    def first(self) -> str:
        """The first character behind the mark."""
        return self.text[self.after]

    @property
    def token(self) -> str:
        """What stands before the mark, without opening marks; the letters of "т. д." together."""
        before = self.text[max(self.since, self.start - LONGEST_TOKEN) : self.start]
        parted = _PARTED.search(before)
        if parted:
            return "".join(parted[0].split())
        return before.rpartition(" ")[2].rpartition("\xa0")[2].lstrip("".join(_OPENING)) if before[-1:].strip() else ""

    def first_word(self) -> bool:
        """Whether the word behind the mark begins sentences in this language."""
        match = _WORD.match(self.text, self.after)
        if not match or not self.table.firsts:
            return match is not None
        word = match[0].lower().replace("’", "'")
        stem, apostrophe, _ = word.partition("'")
        return word in self.table.firsts or stem in self.table.firsts or bool(apostrophe and stem in _words("elisions"))


def ends(text: str, language: str) -> list[int]:
    """Where the sentences of a text end inside it, in order."""
    found = set(_ideographic(text) if language in ("zh", "ja") else _by_marks(text, _table(language)))
    if not text.isascii() and any(bullet in text for bullet in _BULLETS):
        found |= {match.start() for match in _BULLET.finditer(text) if match.start()}
    if "2" in text and "1" in text:
        found |= set(_items(text))
    return sorted(found)


def glued(text: str, language: str) -> list[tuple[str, str]]:
    """The words around each end of a sentence that lacks its space: "year." and "The"."""
    table, found = _table(language), []
    for match in _GLUED.finditer(text):
        start, end = match.span()
        if _is_glued(text, 0, start, end, table):
            before, after = text[max(0, start - LONGEST_TOKEN) : start].split()[-1], text[end : end + LONGEST_TOKEN].split()[0]
            found.append((before + match[0], after))
    return found


def _by_marks(text: str, table: _Table) -> Iterator[int]:
    """After each mark that ends a sentence, its closing quotes and note marks."""
    since, length = 0, len(text)
    for match in table.marks.finditer(text):
        end = match.end()
        if end >= length:
            return
        if text[end].isspace():
            if not _ends_plainly(text, since, match, table) and _goes_on(text, since, match, table):
                continue
        elif match[0][0] not in _WIDE and not (text[end].isupper() and _ends_glued(text, since, match, table)):
            continue
        number = _NOTE_NUMBER.match(text, end)
        if number and _starts(text, number.end(), table) and not text[since : since + 3].strip(" ").isdigit():
            end = number.end(1)
        yield end
        since = end


def _ends_plainly(text: str, since: int, match: re.Match[str], table: _Table) -> bool:
    """Whether a full stop stands between a word in small letters that is no abbreviation and a capital, as most do."""
    start, end = match.span()
    if end - start > 1 or text[start] != "." or not text[end + 1 : end + 2].isupper():
        return False
    word = text[text.rfind(" ", max(since, start - LONGEST_TOKEN), start) + 1 : start]
    if not (word.isalpha() and word.islower()) or (len(word) < LONGEST_ABBREVIATION and word in table.all):
        return False
    return len(word) > LONGEST_CONSONANTS or (len(word) > 2 and not _CONSONANTS.fullmatch(word))


def _starts(text: str, start: int, table: _Table) -> bool:
    """Whether a first word of the language stands here."""
    return bool(table.firsts) and _Place(text, start, start, start, False, table).first_word()


def _goes_on(text: str, since: int, match: re.Match[str], table: _Table) -> bool:
    """Whether the sentence goes on behind a mark with white space."""
    start, after, end = match.start(), match.end(), match.end()
    while after < len(text) and text[after] in _OPENING:
        after += 1
    quoted = not _QUOTES.isdisjoint(text[end:after]) and "(" not in text[end:after]
    before = text[max(since, start - 2 * LONGEST_TOKEN) : start].strip()
    if after == len(text) or before[-1:] in ("", "[", "(") or _is_marker(before):
        return True
    place = _Place(text, since, start, after, quoted, table)
    if place.first.islower() and not _begins_small(place, match[1]):
        return True
    if match[1] == ".":
        return _after_full_stop(place, match[2])
    if "!" in match[1] or "?" in match[1]:
        named = place.token in _words("exclamations") and not place.first_word()
        return named or (bool(match[2]) and _SAYS.match(text, after) is not None)
    return False


def _is_short(text: str, since: int, start: int) -> bool:
    """Whether a sentence has few words so far."""
    return start - since < LONGEST_TOKEN * FEWEST_WORDS and len(text[since:start].split()) < FEWEST_WORDS


def _is_marker(text: str) -> bool:
    return len(text) < LONGEST_TOKEN and _MARKER.fullmatch(text.strip(_BULLETS + " \xa0([–-")) is not None


def _begins_small(place: _Place, marks: str) -> bool:
    """Whether a sentence begins with a small letter: a name ("eBay", "von Arnim"), or all of the text is in small letters."""
    if marks != ".":
        return _is_small(place.text)
    if _SMALL_NAME.match(place.text, place.after):
        return True
    words = place.text[place.after : place.after + LONGEST_TOKEN].split(" ", 1)
    if words[0] in place.table.particles:
        return len(words) > 1 and words[1][:1].isupper()
    return _is_small(place.text)


@lru_cache(8)
def _is_small(text: str) -> bool:
    """Whether a text has no capitals at all."""
    return not any(map(str.isupper, text))


def _after_full_stop(place: _Place, closed: str) -> bool:
    """Whether the full stop makes an abbreviation, an initial or an ordinal number."""
    token, table = place.token, place.table
    if not token or (closed and (closed[0] not in ")]" or closed[-1] in ".!?")):
        return False
    kind = _kind(token, table)
    if kind == "never" or closed:
        return kind in ("never", "first", "last") or len(token) == 1
    if kind == "number":
        return place.first.isdigit() or (_ROMAN.match(place.text, place.after) is not None and not place.first_word())
    if kind == "last":
        return place.first.isdigit() or _is_short(place.text, place.since, place.start)
    if kind == "first":
        return not (place.quoted or place.first_word())
    if len(token) == 1:
        return _after_letter(place, token)
    if token[-1].isdigit():
        return table.ordinals and _ORDINAL.search(token) is not None and _is_ordinal(place, token)
    if table.ordinals and _ROMAN.fullmatch(token):
        return not place.first_word()
    return place.first.isdigit() and token.isalpha() and len(token) < 3


def _kind(token: str, table: _Table) -> str:
    """The table's list that has a token or, behind its last apostrophe, a part of it."""
    for written in (token, re.split("['’]", token)[-1]):
        small = written.lower() if len(written) > 1 else written
        for name in ("last", "first", "never", "number"):
            known = getattr(table, name)
            if written in known or small in known:
                return name
    if _DOTTED.fullmatch(token) or (
        table.consonants and not token.isupper() and token not in _words("units") and _CONSONANTS.fullmatch(token)
    ):
        return "first"
    return ""


def _after_letter(place: _Place, letter: str) -> bool:
    """Whether a sentence goes on behind a single letter: an initial, unless a unit or a first word says otherwise."""
    before = place.text[max(place.since, place.start - 6) : place.start - 1].rstrip()
    if letter.isdigit():
        return place.table.ordinals and _is_ordinal(place, letter)
    if before[-1:] == "°":
        return False
    if letter.isupper():
        return not place.first_word() or before[-1:] == "."
    return not (before[-1:].isdigit() and place.first_word())


def _is_ordinal(place: _Place, number: str) -> bool:
    """Whether a number with a full stop counts what follows, and is no page or article number and no end before a year."""
    before = place.text[max(place.since, place.start - LONGEST_TOKEN) : place.start - len(number)].split()
    if before and before[-1].strip("(.") in place.table.number:
        return False
    if _YEAR.match(place.text, place.after):
        return bool(before) and before[-1][0].isdigit()
    return not place.first_word()


def _ends_glued(text: str, since: int, match: re.Match[str], table: _Table) -> bool:
    """Whether a sentence ends without white space behind it: in a row of dots, or at a mark."""
    return len(match[1]) > LONGEST_ELLIPSIS or _is_glued(text, since, match.start(), match.end(), table)


def _is_glued(text: str, since: int, start: int, end: int, table: _Table) -> bool:
    """Whether a sentence ends at a mark without white space behind it: "year.The group", and no address, name or program."""
    before = text[max(since, start - LONGEST_TOKEN) : start].split()
    after = text[end : end + 2 * LONGEST_TOKEN].split()
    if not before or len(after) < 2 or not text[end : end + 1].isupper():
        return False
    left, right = before[-1].strip("\"'“”‘’„«»"), after[0].rstrip(".,;:!?…\"'”’»)")
    if _PART_OF_ADDRESS & {*left, *right} or not (right[1:].islower() or right in ("A", "I")):
        return False
    if _kind(left, table) or len(left) < 3 or _is_short(text, since, start):
        return False
    if left.isalpha() and left.islower() and len(right) > 1:
        return True
    return _Place(text, since, start, end, False, table).first_word() and bool(table.firsts)


def _items(text: str) -> list[int]:
    """Before each number of a list in one block: "1. … 2. …" from its start, or "… 1. … 2. … 3. …"."""
    first = _FIRST_ITEM.match(text) is not None
    found, number = list[int](), 2 if first else 1
    for match in _ITEM.finditer(text):
        if int(match[1]) == number:
            found.append(match.start())
            number += 1
    return found if len(found) >= (1 if first else FEWEST_ITEMS) else []


def _ideographic(text: str) -> Iterator[int]:
    """After each full stop, question or exclamation mark of Chinese and Japanese; a quotation before its speaker goes on."""
    says = _speaker()
    for match in _IDEOGRAPHIC_END.finditer(text):
        end = match.end()
        if not match[1] and text[end : end + 1] == '"' and text.count('"', 0, end) % 2:
            end += 1
        quoted = end > match.end() or match[1]
        if end < len(text) and not (quoted and says.match(text, end)) and not _in_title(text, match.start()):
            yield end


def _in_title(text: str, place: int) -> bool:
    """Whether a mark stands in a title of one sentence: 《…！…》 or 『…』."""
    before, behind = text[max(0, place - 2 * LONGEST_TOKEN) : place], text[place : place + LONGEST_TOKEN]
    for opening, closing in ("《》", "『』"):
        if before.rfind(opening) > before.rfind(closing) and closing in behind and "。" not in behind.partition(closing)[0]:
            return True
    return False


@cache
def _speaker() -> re.Pattern[str]:
    return re.compile(vocabulary("sentences")["speaker"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary("sentences")[name].split())


@cache
def _table(language: str) -> _Table:
    """The entries of a language and those of all languages; an unknown one has only these."""
    table = vocabulary("sentences")
    languages = table["languages"]
    code = table["same"].get(language, language)
    own, shared = languages.get(code, {}), languages["other"]
    lists = {name: frozenset((own.get(name, "") + " " + shared[name]).split()) for name in shared}
    elsewhere = frozenset((own.get("never", "") + " " + own.get("number", "")).split())
    return _Table(
        never=lists["never"],
        number=lists["number"],
        first=lists["first"] - elsewhere,
        last=lists["last"],
        all=lists["never"] | lists["number"] | lists["first"] | lists["last"],
        firsts=lists["firsts"],
        particles=_words("particles"),
        ordinals=code in _words("ordinals"),
        consonants=code not in _words("consonants"),
        marks=_GREEK_END if code == "el" else _END,
    )
