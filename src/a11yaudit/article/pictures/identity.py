"""Which addresses are one picture: sizes, formats and copies of a file share a key."""

import re
from functools import lru_cache
from urllib.parse import unquote, urlsplit

LONGEST_NAME = 100
"""Characters of a file's name that are kept."""
LONGEST_ADDRESS = 2_000
"""Characters of an address that are looked at."""
LONGEST_READABLE = 40
"""Characters of the longest name of a file that a person reads."""
LONGEST_STEM = 200
"""Characters of a file's name that are compared."""
SHORTEST_STEM = 3
"""Letters of the shortest stem that tells a file apart without its folder ("a.jpg" and "1.jpg" stand in many)."""
ENCODED = 2
"""How often an address may be encoded into another one."""
_TYPES = r"(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|tiff?|heic)"
_PARTS = re.compile(r"[/?&=#,;|\\]+")
_FILE_END = re.compile(rf"\.{_TYPES}(?![\w-])", re.IGNORECASE)
_TYPE = re.compile(rf"\.{_TYPES}(?:\.(?:\d+|{_TYPES}|cf))*\Z", re.IGNORECASE)
_WIDTH = r"(?:[3-9]\d0|[1-3]\d{2}0|4000|375|414|675|736|768|828|1024|1125|1366|1536|2048)"
"""A number that is a usual width of a picture; other numbers tell pictures apart ("dsc-1234")."""
_SIZE = re.compile(
    rf"(?:[-_.@~](?:\d{{2,5}}x\d{{2,5}}|x\d{{2,5}}|[wh]_?\d{{2,5}}|\d{{2,5}}(?:[wh]|px)|{_WIDTH}|[1-4]x|scaled|rotated|resized?|cropped"
    r"|xx?-?large|x-?small|large|medium|small|thumb(?:nail)?|big|full|original|orig|preview|mobile|desktop|tablet|retina|xxl|xl|lg|md|sm|xs"
    r"|e\d{10,}))+\Z"
)
_COPY = re.compile(r"(?<=\w)(?:_0)+\Z")
"""What Drupal adds to a file that is uploaded again."""
_SIZE_FIRST = re.compile(r"\A(?:\d{2,4}px|\d{2,4}x\d{2,4}|thumb(?:nail)?|small|medium|large)[-_.]")
_MARK = re.compile(r"icon|logo|symbol|sprite|badge|button")
_COLOUR = re.compile(
    r"[-_.](?:white|black|dark|light|red|green|blue|gr[ae]y|colou?r|inverse[d]?|inverted|active|hover|on|off|w|b|weiss|schwarz|blanc|noir"
    r"|blanco|negro|bianco|nero)(?=[-_.]|\Z)"
)
_FOLDER_SIZE = re.compile(r"/\d{3,4}/\d{3,4}\Z")
_SIZE_ASKED = re.compile(
    r"(?:\A|&)(?:w|h|width|height|q|quality|dpr|fit|crop|auto|fm|format|s|size|resize|ssl|strip|itok|v|ver|version)=[^&]*", re.IGNORECASE
)
_CAMERA = frozenset({"img", "dsc", "dscn", "dscf", "pic", "image", "photo", "figure", "fig", "bild", "foto", "abb", "imagen", "screenshot"})
_GENERIC = frozenset({"image", "images", "img", "photo", "picture", "resize", "thumb", "index", "default", "original", "large", "medium",
                      "small", "full", "image_thumb", "content", "file", "w", "fit", "fill", "placeholder"})  # fmt: skip


@lru_cache(maxsize=4096)
def file_name(src: str) -> str:
    """The name of the picture's file as an editor knows it; empty where the address tells none."""
    if src.startswith("data:"):
        return ""
    files = _files(src)
    if files:
        return files[-1][:LONGEST_NAME]
    last = _path(src).rstrip("/").rsplit("/", 1)[-1]
    return last[:LONGEST_NAME] if re.search(r"[^\W\d_]{3}", last) and not re.search(r"[:=,%<>]", last) else ""


@lru_cache(maxsize=4096)
def key(src: str) -> str:
    """What all addresses of one picture share, empty for a stand-in whose picture a script will put there."""
    if not src or src.startswith("data:"):
        return ""
    files = _files(src)
    if not files:
        path, _, query = src.partition("?")
        told = _SIZE_ASKED.sub("", query).strip("&")
        return f"{path}?{told}".lower() if told else path.lower()
    stem = stem_of(files[-1])
    if len(stem) >= SHORTEST_STEM and stem not in _GENERIC and not stem.isdecimal():
        return stem
    folder, parted, _ = _decoded(src).split("?")[0].rpartition("/")
    return f"{_FOLDER_SIZE.sub('', folder)}{parted}{stem}".lower()


def is_readable(file: str) -> bool:
    """Whether a person knows a file by its name: not a hash, not a size alone, not a name that every picture has."""
    stem = stem_of(file)
    words = re.findall(r"[^\W\d_]{3,}", stem)
    letters, digits = sum(map(str.isalpha, stem)), sum(map(str.isdigit, stem))
    return len(file) <= LONGEST_READABLE and is_picture(file) and bool(words) and digits <= letters and stem not in _GENERIC


def is_picture(src: str) -> bool:
    """Whether an address is one of a picture's file."""
    return bool(_files(src))


def stem_of(file: str) -> str:
    """A file's name without its type and its size, and of an icon or logo without its colour, in small letters."""
    whole = _TYPE.sub("", file.lower())
    bare = _COPY.sub("", _SIZE_FIRST.sub("", _SIZE.sub("", whole)))
    if not bare or bare in _CAMERA:
        return whole
    return _COLOUR.sub("", bare) if _MARK.search(bare) or file.lower().endswith(".svg") else bare


def _files(src: str) -> list[str]:
    """The names of picture files in an address, those in its query and those encoded in it too; the last one is what is shown."""
    told = _decoded(src)
    path, _, query = told.partition("?")
    return _named(path) or _named(query)


def _named(text: str) -> list[str]:
    """The file names in a part of an address, the last of their signs where they are long."""
    found = ((part, _last_end(part)) for part in _PARTS.split(text))
    return [part[:end][-LONGEST_STEM:] for part, end in found if end]


def _last_end(part: str) -> int:
    """Where the last type of a file ends in a text, 0 for none or a type without a name."""
    ends = [match for match in _FILE_END.finditer(part) if match.start()]
    return ends[-1].end() if ends else 0


def _decoded(src: str) -> str:
    told = src[:LONGEST_ADDRESS].split("#")[0]
    for _ in range(ENCODED):
        if "%" not in told:
            break
        told = unquote(told)
    return told


def _path(src: str) -> str:
    try:
        return urlsplit(src).path
    except ValueError:
        return src
